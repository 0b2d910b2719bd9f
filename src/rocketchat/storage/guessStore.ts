import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Consumed } from '../../domain/policies/rateLimiter';
import { GuessStore } from '../../domain/ports';
import { Fields, isCount, isText, label, Records, StoredRecord } from './records';

const KIND = 'wrong-tokens';
const VERSION = 1;

interface GuessRecord extends StoredRecord {
    readonly userId: string;
    readonly count: number;
    readonly since: number;
}

/** The wrong tokens of each person as one record of the app, so that neither a restart nor another instance forgets them. */
export class StoredGuesses implements GuessStore {
    constructor(private readonly records: Records) {}

    /** Two instances that write at once may make two records: the higher count holds. */
    async of(userId: string): Promise<Consumed | undefined> {
        const counts = await this.records.find(toGuesses, [withUser(userId)]);
        return counts.sort((a, b) => b.since - a.since || b.count - a.count)[0];
    }

    async keep(userId: string, { count, since }: Consumed): Promise<void> {
        const record: GuessRecord = { kind: KIND, version: VERSION, userId, count, since };
        await this.records.put(record, [withUser(userId), EVERY_PERSON]);
    }

    async sweep(before: number, goesOn: () => boolean): Promise<void> {
        for (const { userId } of (await this.records.find(toGuesses, [EVERY_PERSON])).filter(({ since }) => since < before)) {
            if (!goesOn()) {
                return;
            }
            await this.records.remove(withUser(userId));
        }
    }
}

const EVERY_PERSON = label('wrong-tokens');

function withUser(userId: string): RocketChatAssociationRecord {
    return label(`wrong-tokens:${userId}`);
}

function toGuesses({ kind, version, userId, count, since }: Fields): GuessRecord | undefined {
    const isGuesses = kind === KIND && version === VERSION && isText(userId) && isCount(count) && isCount(since);
    return isGuesses ? { kind, version, userId, count, since } : undefined;
}
