import { daysBetween, HistoryEntry, isJoin, monthsBetween, newestFirst, Outcome } from '../model/history';
import { Invite, MS_PER_DAY } from '../model/invite';
import { assertManages, mayManageInvite, mayManageRoom } from '../policies/mayManage';
import { MayCreateDeps } from '../policies/mayCreate';
import { Clock, Person, Room, Users } from '../ports';
import { HistoryStore, InviteStore, UsageStore } from '../stores';
import { Found } from './searchInvites';

export interface HistoryDeps extends MayCreateDeps {
    readonly clock: Clock;
    readonly history: HistoryStore;
    readonly invites: InviteStore;
    readonly usageStore: UsageStore;
    readonly users: Users;
}

/** Which entries to show. Moments are in ms since 1970. */
export interface HistoryQuery {
    readonly inviteId?: string;
    readonly rid?: string;
    readonly userId?: string;
    readonly outcome?: Outcome;
    readonly from?: number;
    readonly to?: number;
    readonly offset: number;
    readonly count: number;
}

/** An entry with the people and rooms as they are now. */
export interface ShownEntry {
    readonly entry: HistoryEntry;
    /** Undefined if the account was deleted. */
    readonly person: Person | undefined;
    readonly invitedBy: Person | undefined;
    /** The rooms that still exist, and whose names the reader may see. */
    readonly rooms: readonly Room[];
}

/** The time that the history of a room or of the workspace covers if the caller does not say. */
const DEFAULT_DAYS = 30;

/** The longest time that one query covers. */
const MAX_DAYS = 3700;

/** The days that are read at once. All days of a query at once would need tens of MB for their calls. */
const DAYS_AT_ONCE = 100;

/**
 * Returns a page of the history, newest first. For an invite with a long history that is not read as a whole, `total`
 * counts the uses of the unread part; uses of release 0.1.0 have no entries.
 *
 * @throws not_authorized if the caller may not see that part of the history
 */
export async function inviteHistory(deps: HistoryDeps, caller: Person, query: HistoryQuery): Promise<Found<ShownEntry>> {
    const { memberships, permissions, rooms, users } = deps;
    const { offset, count } = query;
    const { entries, unread } = await readEntries(deps, caller, query);
    const page = entries.slice(offset, offset + count);
    // History of other rooms may be about rooms that a manager of one room may not see.
    const mayNameRoom = await nameableRooms({ memberships, permissions, rooms }, caller, page);
    const items = page.map(async (entry) => {
        const [person, invitedBy] = await Promise.all([users.byId(entry.personId), users.byId(entry.invitedBy)]);
        const found = await Promise.all(entry.rids.filter((rid) => mayNameRoom.has(rid)).map((rid) => rooms.byId(rid)));
        return { entry, person, invitedBy, rooms: found.filter((room): room is Room => room !== undefined) };
    });
    return { items: await Promise.all(items), total: entries.length + unread };
}

async function nameableRooms(deps: MayCreateDeps, caller: Person, entries: readonly HistoryEntry[]): Promise<Set<string>> {
    const rids = Array.from(new Set(flatten(entries.map((entry) => entry.rids))));
    const allowed = await Promise.all(rids.map((rid) => mayManageRoom(deps, caller, rid)));
    return new Set(rids.filter((_rid, index) => allowed[index]));
}

interface ReadEntries {
    readonly entries: readonly HistoryEntry[];
    /** How many entries were not read, at most. */
    readonly unread: number;
}

/**
 * Returns the entries that a query asks for, newest first, and how many were not read.
 *
 * @throws not_authorized if the caller may not see that part of the history
 */
export async function readEntries(deps: HistoryDeps, caller: Person, query: HistoryQuery): Promise<ReadEntries> {
    const { clock, history, invites, memberships, permissions, rooms, usageStore } = deps;
    const { inviteId, rid, userId } = query;
    const policyDeps = { memberships, permissions, rooms };
    if (inviteId !== undefined) {
        const invite = await invites.byId(inviteId);
        await assertManages(invite ? mayManageInvite(policyDeps, caller, invite) : permissions.mayManageAll(caller));
        return invite ? entriesOfInvite({ history, usageStore }, invite, query) : { entries: [], unread: 0 };
    }
    const { from, to } = rangeOf(query, clock.now());
    if (userId !== undefined) {
        await assertManages(permissions.mayManageAll(caller));
        return all(filtered(await history.ofPerson(userId), query));
    }
    if (rid !== undefined) {
        await assertManages(mayManageRoom(policyDeps, caller, rid));
        return all(filtered(flatten(await Promise.all(monthsBetween(from, to).map((month) => history.ofRoom(rid, month)))), { ...query, from, to }));
    }
    await assertManages(permissions.mayManageAll(caller));
    return all(filtered(await entriesOfDays(history, daysBetween(from, to)), { ...query, from, to }));
}

async function entriesOfDays(history: HistoryStore, days: readonly string[]): Promise<HistoryEntry[]> {
    const lists: HistoryEntry[][] = [];
    for (let first = 0; first < days.length; first += DAYS_AT_ONCE) {
        lists.push(...(await Promise.all(days.slice(first, first + DAYS_AT_ONCE).map((day) => history.ofDay(day)))));
    }
    return flatten(lists);
}

/** Reads an invite's history from its newest chunk backwards, as far as the page needs it. */
async function entriesOfInvite(
    { history, usageStore }: Pick<HistoryDeps, 'history' | 'usageStore'>,
    invite: Invite,
    query: HistoryQuery,
): Promise<ReadEntries> {
    const { uses } = await usageStore.of(invite);
    // Only then does each unread rank stand for one entry of the answer.
    const mayStop = query.from === undefined && (query.outcome === undefined || isJoin({ outcome: query.outcome }));
    let entries: HistoryEntry[] = [];
    // The last people may have come after the uses were read.
    for (let chunk = Math.floor(uses / history.ranksPerChunk) + 1; chunk >= 0; chunk--) {
        entries = filtered([...entries, ...(await history.ofInvite(invite.id, chunk))], query);
        if (mayStop && entries.length >= query.offset + query.count) {
            return { entries, unread: chunk * history.ranksPerChunk };
        }
    }
    return all(entries);
}

function all(entries: readonly HistoryEntry[]): ReadEntries {
    return { entries, unread: 0 };
}

/** Returns the entries that the query asks for, the newest first. */
function filtered(entries: readonly HistoryEntry[], { inviteId, rid, userId, outcome, from = 0, to = Infinity }: HistoryQuery): HistoryEntry[] {
    return newestFirst(entries).filter(
        (entry) =>
            entry.at >= from &&
            entry.at <= to &&
            (outcome === undefined || entry.outcome === outcome) &&
            (inviteId === undefined || entry.inviteId === inviteId) &&
            (rid === undefined || entry.rids.includes(rid)) &&
            (userId === undefined || entry.personId === userId),
    );
}

function rangeOf({ from, to }: Pick<HistoryQuery, 'from' | 'to'>, now: number): { from: number; to: number } {
    const end = Math.min(to === undefined ? now : to, now);
    const start = from === undefined ? end - DEFAULT_DAYS * MS_PER_DAY : from;
    return { from: Math.max(start, end - MAX_DAYS * MS_PER_DAY), to: end };
}

function flatten<T>(lists: readonly (readonly T[])[]): T[] {
    return ([] as T[]).concat(...lists);
}
