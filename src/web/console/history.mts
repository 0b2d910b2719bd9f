import { isRefusal, type Outcome } from '../../domain/model/history.ts';
import type { Attempt, Paged, Person } from './entities.mts';

/** One attempt to use an invite, in the history of a person, a room or the workspace. */
export interface HistoryEntry extends Attempt {
    readonly invite: { readonly _id: string; readonly label: string | null };
    readonly invitedBy: Person;
}

/** What `invites.joins` returns. */
export interface HistoryBody extends Paged {
    readonly joins: readonly HistoryEntry[];
}

/** Returns the attempts that were refused. */
export function refusalsIn(entries: readonly HistoryEntry[]): HistoryEntry[] {
    return entries.filter(isRefusal);
}

/** Returns how often each reason occurs, the most frequent first. */
export function countOutcomes(entries: readonly HistoryEntry[]): { readonly outcome: Outcome; readonly count: number }[] {
    const counts = new Map<Outcome, number>();
    for (const { outcome } of entries) {
        counts.set(outcome, (counts.get(outcome) || 0) + 1);
    }
    return [...counts].map(([outcome, count]) => ({ outcome, count })).sort((a, b) => b.count - a.count);
}
