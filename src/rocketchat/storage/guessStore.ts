import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { forEachWhile } from '../../domain/timeLimit';
import { Consumed } from '../../domain/policies/rateLimiter';
import { GuessStore } from '../../domain/stores';
import { isCount } from '../../domain/numbers';
import { isText } from '../../domain/text';
import { Fields, createLabel, Records, StoredRecord } from './records';

const KIND = 'wrong-tokens';
const VERSION = 1;

interface GuessRecord extends StoredRecord {
    readonly userId: string;
    readonly count: number;
    readonly since: number;
}

/** Stores how many wrong tokens each person tried, so the count survives a restart and holds on every instance. */
export class StoredGuesses implements GuessStore {
    constructor(private readonly records: Records) {}

    /** Parallel writes may create two records. Returns the later one, or the higher count if they began together. */
    async of(userId: string): Promise<Consumed | undefined> {
        const guesses = await this.records.find(toGuesses, [userLabel(userId)]);
        return guesses.sort((a, b) => b.since - a.since || b.count - a.count)[0];
    }

    async keep(userId: string, { count, since }: Consumed): Promise<void> {
        const record: GuessRecord = { kind: KIND, version: VERSION, userId, count, since };
        await this.records.put(record, [userLabel(userId), ALL_GUESSES]);
    }

    async sweep(before: number, mayContinue: () => boolean): Promise<void> {
        const old = (await this.records.find(toGuesses, [ALL_GUESSES])).filter(({ since }) => since < before);
        await forEachWhile(old, mayContinue, ({ userId }) => this.records.remove(userLabel(userId)));
    }
}

const ALL_GUESSES = createLabel('wrong-tokens');

function userLabel(userId: string): RocketChatAssociationRecord {
    return createLabel(`wrong-tokens:${userId}`);
}

function toGuesses({ kind, version, userId, count, since }: Fields): GuessRecord | undefined {
    const isGuesses = kind === KIND && version === VERSION && isText(userId) && isCount(count) && isCount(since);
    return isGuesses ? { kind, version, userId, count, since } : undefined;
}
