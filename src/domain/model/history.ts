import { ErrorCode, ErrorDetails } from './errors';
import { MS_PER_DAY } from './invite';

/** What became of an attempt to use an invite. */
export const OUTCOMES = ['joined', 'requested', 'approved', 'denied', 'banned', 'expired', 'used-up', 'suspended', 'paused', 'not-invited'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One attempt to use an invite. Names are looked up when it is shown, and never stored. */
export interface HistoryEntry {
    /** The id of the use if the person took one (useIdOf), so that an entry written twice counts once. */
    readonly id: string;
    readonly inviteId: string;
    /** The label that the invite had then. */
    readonly label: string | null;
    readonly rids: readonly string[];
    readonly personId: string;
    /** The creator of the invite. */
    readonly invitedBy: string;
    /** In ms since 1970. */
    readonly at: number;
    readonly outcome: Outcome;
    /** How many people the invite had let in before. Pages of an invite's history are found by it. */
    readonly rank: number;
}

/** Returns what names a person's use of an invite. They have only one, whatever their parallel or interrupted attempts do. */
export function useIdOf(inviteId: string, personId: string): string {
    return `use-${inviteId}-${personId}`;
}

/** Whether the person got in. */
export function isJoin({ outcome }: Pick<HistoryEntry, 'outcome'>): boolean {
    return outcome === 'joined' || outcome === 'approved';
}

/** Whether the person was turned away. A request still waits for a decision. */
export function isRefusal(entry: Pick<HistoryEntry, 'outcome'>): boolean {
    return !isJoin(entry) && entry.outcome !== 'requested';
}

/** Returns the outcome of a refusal; undefined if the history does not keep it. */
export function outcomeOf(code: ErrorCode, { field }: Pick<ErrorDetails, 'field'>): Outcome | undefined {
    if (code === 'error-user-is-banned') {
        return 'banned';
    }
    if (code === 'error-not-invited') {
        return 'not-invited';
    }
    if (code !== 'error-invite-token-expired') {
        return undefined;
    }
    switch (field) {
        case 'expires':
            return 'expired';
        case 'maxUses':
            return 'used-up';
        case 'paused':
            return 'paused';
        default:
            return 'suspended';
    }
}

/** Returns the day of a moment in UTC, as `yyyy-mm-dd`. */
export function dayOf(at: number): string {
    return new Date(at).toISOString().slice(0, 10);
}

/** Returns the month of a moment in UTC, as `yyyy-mm`. */
export function monthOf(at: number): string {
    return dayOf(at).slice(0, 7);
}

/** Returns the days from the first to the last moment, the newest first. */
export function daysBetween(from: number, to: number): string[] {
    const days: string[] = [];
    for (let at = to; dayOf(at) >= dayOf(from); at -= MS_PER_DAY) {
        days.push(dayOf(at));
    }
    return days;
}

/** Returns the months from the first to the last moment, the newest first. */
export function monthsBetween(from: number, to: number): string[] {
    return Array.from(new Set(daysBetween(from, to).map((day) => day.slice(0, 7))));
}

/** Returns the entries without repeated ones, the newest first. */
export function newestFirst(entries: readonly HistoryEntry[]): HistoryEntry[] {
    const byId = new Map(entries.map((entry) => [entry.id, entry] as [string, HistoryEntry]));
    return Array.from(byId.values()).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}
