import { dayOf, daysBetween, HistoryEntry, isJoin, isRefusal, newestFirst } from '../model/history';
import { MS_PER_DAY } from '../model/invite';
import { Person } from '../ports';
import { HistoryDeps, readEntries } from './inviteHistory';

/** The counts of one day. */
export interface DayCount {
    /** `yyyy-mm-dd` in UTC. */
    readonly date: string;
    readonly joins: number;
    readonly refusals: number;
}

/** The figures of a room or of the workspace. Invites and creators are ordered by their joins, the most first. */
export interface InviteStats {
    readonly days: readonly DayCount[];
    readonly invites: readonly { readonly id: string; readonly label: string | null; readonly joins: number }[];
    readonly creators: readonly { readonly userId: string; readonly person: Person | undefined; readonly joins: number }[];
}

/** Rows in the rankings of the figures. */
const MAX_RANKED = 20;

/**
 * Returns the joins and refusals of the last days, today included.
 *
 * @throws not_authorized if the caller may not see that part of the history
 */
export async function inviteStats(deps: HistoryDeps, caller: Person, rid: string | undefined, days: number): Promise<InviteStats> {
    const { clock, history, invites, memberships, permissions, rooms, usageStore, users } = deps;
    const now = clock.now();
    const from = now - (days - 1) * MS_PER_DAY;
    const { entries } = await readEntries({ clock, history, invites, memberships, permissions, rooms, usageStore, users }, caller, {
        rid,
        from: Date.parse(dayOf(from)),
        to: now,
        offset: 0,
        count: 0,
    });
    const joins = entries.filter(isJoin);
    const byDay = countBy(joins, ({ at }) => dayOf(at));
    const refusalsByDay = countBy(entries.filter(isRefusal), ({ at }) => dayOf(at));
    const labels = new Map(
        newestFirst(joins)
            .reverse()
            .map(({ inviteId, label }) => [inviteId, label] as [string, string | null]),
    );
    const creators = ranked(countBy(joins, ({ invitedBy }) => invitedBy));
    const people = await Promise.all(creators.map(([userId]) => users.byId(userId)));
    return {
        days: daysBetween(from, now)
            .reverse()
            .map((date) => ({ date, joins: byDay.get(date) || 0, refusals: refusalsByDay.get(date) || 0 })),
        invites: ranked(countBy(joins, ({ inviteId }) => inviteId)).map(([id, count]) => ({ id, label: labels.get(id) || null, joins: count })),
        creators: creators.map(([userId, count], index) => ({ userId, person: people[index], joins: count })),
    };
}

function countBy(entries: readonly HistoryEntry[], keyOf: (entry: HistoryEntry) => string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const entry of entries) {
        counts.set(keyOf(entry), (counts.get(keyOf(entry)) || 0) + 1);
    }
    return counts;
}

function ranked(counts: Map<string, number>): [string, number][] {
    return Array.from(counts)
        .sort(([, a], [, b]) => b - a)
        .slice(0, MAX_RANKED);
}
