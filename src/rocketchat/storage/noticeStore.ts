import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { forEachWhile } from '../../domain/timeLimit';
import { isCount } from '../../domain/numbers';
import { NoticeStore } from '../../domain/stores';
import { isText } from '../../domain/text';
import { createLabel, Fields, Records, StoredRecord } from './records';

const KIND = 'notice';
const VERSION = 1;

interface NoticeRecord extends StoredRecord {
    readonly key: string;
    readonly inviteId: string;
    readonly at: number;
}

/** Stores which notices were posted, so that each is posted once. */
export class StoredNotices implements NoticeStore {
    constructor(private readonly records: Records) {}

    async has(key: string): Promise<boolean> {
        return (await this.records.find(toNotice, [keyLabel(key)])).length > 0;
    }

    async add(key: string, inviteId: string, at: number): Promise<void> {
        const record: NoticeRecord = { kind: KIND, version: VERSION, key, inviteId, at };
        await this.records.put(record, [keyLabel(key), ALL_NOTICES]);
    }

    async sweep(known: ReadonlySet<string>, mayContinue: () => boolean): Promise<void> {
        const orphaned = (await this.records.find(toNotice, [ALL_NOTICES])).filter(({ inviteId }) => !known.has(inviteId));
        await forEachWhile(orphaned, mayContinue, ({ key }) => this.records.remove(keyLabel(key)));
    }
}

const ALL_NOTICES = createLabel('notices');

function keyLabel(key: string): RocketChatAssociationRecord {
    return createLabel(`notice:${key}`);
}

function toNotice({ kind, version, key, inviteId, at }: Fields): Pick<NoticeRecord, 'key' | 'inviteId' | 'at'> | undefined {
    return kind === KIND && version === VERSION && isText(key) && isText(inviteId) && isCount(at) ? { key, inviteId, at } : undefined;
}
