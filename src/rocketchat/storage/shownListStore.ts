import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { forEachWhile } from '../../domain/timeLimit';
import { isCount } from '../../domain/numbers';
import { ShownList, ShownListStore } from '../../domain/stores';
import { isText, isTextListOrEmpty } from '../../domain/text';
import { createLabel, Fields, Records } from './records';

const KIND = 'shown-list';
const VERSION = 1;

/** Stores which invites each person's last list showed, so that they can name one by its number. */
export class StoredShownLists implements ShownListStore {
    constructor(private readonly records: Records) {}

    /** Parallel writes may create two records. Returns the later one. */
    async of(userId: string): Promise<ShownList | undefined> {
        const lists = await this.records.find(toShownList, [userLabel(userId)]);
        return lists.sort((a, b) => b.at - a.at)[0];
    }

    async keep(list: ShownList): Promise<void> {
        await this.records.put({ kind: KIND, version: VERSION, ...list }, [userLabel(list.userId), ALL_LISTS]);
    }

    async sweep(before: number, mayContinue: () => boolean): Promise<void> {
        const old = (await this.records.find(toShownList, [ALL_LISTS])).filter(({ at }) => at < before);
        await forEachWhile(old, mayContinue, ({ userId }) => this.records.remove(userLabel(userId)));
    }
}

const ALL_LISTS = createLabel('shown-lists');

function userLabel(userId: string): RocketChatAssociationRecord {
    return createLabel(`shown-list:${userId}`);
}

function toShownList({ kind, version, userId, ids, first, at }: Fields): ShownList | undefined {
    const isList = kind === KIND && version === VERSION && isText(userId) && isTextListOrEmpty(ids) && isCount(first) && isCount(at);
    return isList ? { userId, ids: ids, first, at } : undefined;
}
