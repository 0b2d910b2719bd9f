import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { randomBytes } from 'crypto';

import { NEVER_USED, Usage } from '../../domain/model/invite';
import { isCount } from '../../domain/numbers';
import { Fields, isText, createLabel, Records } from './records';

/** The name in stored records, so it must not change. */
const KIND = 'tally';
const VERSION = 1;

/** How often one instance has admitted people by an unlimited invite. */
export interface UseCounter {
    readonly id: string;
    readonly inviteId: string;
    readonly uses: number;
    readonly lastAt: number;
}

/** The number of counters that an instance keeps in memory. A dropped counter stays stored, and a new one continues. */
const MAX_IN_MEMORY = 1000;

interface OpenCounter {
    counter: UseCounter;
    /** Resolves when the last write has finished. Writes run one after another, so none restores an old count. */
    written: Promise<void>;
}

/**
 * The counters that this instance writes. Each instance writes records of its own, so parallel counting loses nothing.
 * The uses of an invite are the sum of its counters (docs/decisions/0008-tallies-and-kept-settings.md).
 */
export class UseCounters {
    private readonly open = new Map<string, OpenCounter>();

    /** Adds one use to the invite's counter. Resolves when it is stored. */
    async add(records: Records, inviteId: string, at: number): Promise<void> {
        const current = this.open.get(inviteId) || this.create(inviteId);
        // Moves the counter to the end, so that the least recently used one is dropped first.
        this.open.delete(inviteId);
        this.open.set(inviteId, current);
        current.counter = { ...current.counter, uses: current.counter.uses + 1, lastAt: at };
        const { counter } = current;
        const write = current.written.then(() => records.put({ kind: KIND, version: VERSION, ...counter }, labelsOf(counter)));
        current.written = write.catch(() => undefined);
        await write;
    }

    private create(inviteId: string): OpenCounter {
        if (this.open.size >= MAX_IN_MEMORY) {
            const [oldest = ''] = this.open.keys();
            this.open.delete(oldest);
        }
        return { counter: { id: randomBytes(12).toString('hex'), inviteId, uses: 0, lastAt: 0 }, written: Promise.resolve() };
    }
}

/** Returns the counters of all instances for an invite. */
export async function readCounters(records: Records, inviteId: string): Promise<UseCounter[]> {
    return records.find(toCounter, [inviteLabel(inviteId)]);
}

/** Returns the counters of all instances for all invites. */
export async function readAllCounters(records: Records): Promise<UseCounter[]> {
    return records.find(toCounter, [ALL_COUNTERS]);
}

/** Removes one counter. */
export function removeCounter(records: Records, { id }: UseCounter): Promise<void> {
    return records.remove(idLabel(id));
}

/** Removes the counters of all instances for an invite. */
export function removeCounters(records: Records, inviteId: string): Promise<void> {
    return records.remove(inviteLabel(inviteId));
}

/** Returns the sum of an invite's counters. */
export function totalUses(counters: readonly UseCounter[]): Usage {
    return counters.reduce<Usage>(addUses, NEVER_USED);
}

/** Returns the usage with the uses of one counter added. */
export function addUses(usage: Usage, { uses, lastAt }: UseCounter): Usage {
    return { uses: usage.uses + uses, lastAt: Math.max(usage.lastAt || 0, lastAt) };
}

const ALL_COUNTERS = createLabel('tallies');

function inviteLabel(inviteId: string): RocketChatAssociationRecord {
    return createLabel(`tallies-of:${inviteId}`);
}

/** Always in this order, because `put` matches the whole array. The rarest label comes first (docs/scale.md). */
function labelsOf({ id, inviteId }: UseCounter): RocketChatAssociationRecord[] {
    return [idLabel(id), inviteLabel(inviteId), ALL_COUNTERS];
}

function idLabel(id: string): RocketChatAssociationRecord {
    return createLabel(`tally:${id}`);
}

function toCounter({ kind, version, id, inviteId, uses, lastAt }: Fields): UseCounter | undefined {
    const isCounter = kind === KIND && version === VERSION && isText(id) && isText(inviteId) && isCount(uses) && isCount(lastAt);
    return isCounter ? { id, inviteId, uses, lastAt } : undefined;
}
