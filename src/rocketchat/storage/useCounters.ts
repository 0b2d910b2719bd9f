import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { randomBytes } from 'crypto';

import { NEVER_USED, Usage } from '../../domain/model/invite';
import { Fields, isCount, isText, label, Records } from './records';

const KIND = 'tally';
const VERSION = 1;

/** How often one instance has let people in by an invite without a limit. */
export interface UseCounter {
    readonly id: string;
    readonly inviteId: string;
    readonly uses: number;
    readonly lastAt: number;
}

/** UseCounters that an instance keeps count of; one that it forgets stays stored, and it begins another. */
const MOST_KEPT = 1000;

interface Running {
    tally: UseCounter;
    /** Writes go one after another, each with the whole count, so that none overtakes a later one. */
    written: Promise<void>;
}

/**
 * The useCounters that this instance writes. Each is a record of its own that no other instance writes, so none is lost between two that count at once; the
 * sum of an invite's useCounters is its number of uses, at a cost that does not grow with it.
 */
export class UseCounters {
    private readonly running = new Map<string, Running>();

    /** Counts one use more. */
    async add(records: Records, inviteId: string, at: number): Promise<void> {
        const known = this.running.get(inviteId) || this.begin(inviteId);
        // The latest last, so that the one that rested longest is forgotten first.
        this.running.delete(inviteId);
        this.running.set(inviteId, known);
        known.tally = { ...known.tally, uses: known.tally.uses + 1, lastAt: at };
        const { tally } = known;
        const write = known.written.then(() => records.put({ kind: KIND, version: VERSION, ...tally }, labelsOf(tally)));
        known.written = write.catch(() => undefined);
        await write;
    }

    private begin(inviteId: string): Running {
        if (this.running.size >= MOST_KEPT) {
            const [oldest = ''] = this.running.keys();
            this.running.delete(oldest);
        }
        return { tally: { id: randomBytes(12).toString('hex'), inviteId, uses: 0, lastAt: 0 }, written: Promise.resolve() };
    }
}

/** What all instances have counted for an invite. */
export async function readCounters(records: Records, inviteId: string): Promise<UseCounter[]> {
    return records.find(toTally, [withInvite(inviteId)]);
}

export async function readAllCounters(records: Records): Promise<UseCounter[]> {
    return records.find(toTally, [EVERY_TALLY]);
}

export function removeCounter(records: Records, { id }: UseCounter): Promise<void> {
    return records.remove(withId(id));
}

export function removeCounters(records: Records, inviteId: string): Promise<void> {
    return records.remove(withInvite(inviteId));
}

export function totalUses(useCounters: readonly UseCounter[]): Usage {
    return useCounters.reduce<Usage>(addUses, NEVER_USED);
}

export function addUses(usage: Usage, { uses, lastAt }: UseCounter): Usage {
    return { uses: usage.uses + uses, lastAt: Math.max(usage.lastAt || 0, lastAt) };
}

const EVERY_TALLY = label('tallies');

function withInvite(inviteId: string): RocketChatAssociationRecord {
    return label(`tallies-of:${inviteId}`);
}

/** The rarest label first; see claimStore.ts. */
function labelsOf({ id, inviteId }: UseCounter): RocketChatAssociationRecord[] {
    return [withId(id), withInvite(inviteId), EVERY_TALLY];
}

function withId(id: string): RocketChatAssociationRecord {
    return label(`tally:${id}`);
}

function toTally({ kind, version, id, inviteId, uses, lastAt }: Fields): UseCounter | undefined {
    const isTally = kind === KIND && version === VERSION && isText(id) && isText(inviteId) && isCount(uses) && isCount(lastAt);
    return isTally ? { id, inviteId, uses, lastAt } : undefined;
}
