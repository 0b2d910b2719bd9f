import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Counter } from '../../domain/model/counter';
import { CounterStore } from '../../domain/stores';
import { isCount } from '../../domain/numbers';
import { isText, isTextListOrEmpty } from '../../domain/text';
import { createLabel, Fields, Records } from './records';

/** Names in stored records, which release 0.1.0 wrote too. */
const KIND = 'tally';
const VERSION = 2;

/** Stores counters of uses as records of the app. */
export class StoredCounters implements CounterStore {
    constructor(private readonly records: Records) {}

    async insert(counter: Counter): Promise<void> {
        await this.records.insert({ kind: KIND, version: VERSION, ...counter }, labelsOf(counter));
    }

    async replace(counter: Counter): Promise<void> {
        await this.records.replace({ kind: KIND, version: VERSION, ...counter }, labelsOf(counter));
    }

    of(inviteId: string): Promise<Counter[]> {
        return this.records.find(toCounter, [inviteLabel(inviteId)]);
    }

    all(): Promise<Counter[]> {
        return this.records.find(toCounter, [ALL_COUNTERS]);
    }

    async remove({ id }: Counter): Promise<void> {
        await this.records.remove(idLabel(id));
    }

    async removeAllOf(inviteId: string): Promise<void> {
        await this.records.remove(inviteLabel(inviteId));
    }
}

const ALL_COUNTERS = createLabel('tallies');

function inviteLabel(inviteId: string): RocketChatAssociationRecord {
    return createLabel(`tallies-of:${inviteId}`);
}

/** Always in this order, because `replace` matches the whole array. The rarest label comes first (docs/scale.md). */
function labelsOf({ id, inviteId }: Counter): RocketChatAssociationRecord[] {
    return [idLabel(id), inviteLabel(inviteId), ALL_COUNTERS];
}

function idLabel(id: string): RocketChatAssociationRecord {
    return createLabel(`tally:${id}`);
}

/** The counters of release 0.1.0 count no claims. */
function toCounter({ kind, version, id, inviteId, uses, lastAt, claimIds = [], foldedAt = 0 }: Fields): Counter | undefined {
    const isCounter =
        kind === KIND &&
        (version === 1 || version === VERSION) &&
        isText(id) &&
        isText(inviteId) &&
        [uses, lastAt, foldedAt].every(isCount) &&
        isTextListOrEmpty(claimIds);
    return isCounter ? ({ id, inviteId, uses, lastAt, claimIds, foldedAt } as Counter) : undefined;
}
