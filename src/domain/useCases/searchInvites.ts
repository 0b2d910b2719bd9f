import { Invite, InviteState, InviteWithUsage, NEVER_USED, roomIdsOf, stateOf, Usage } from '../model/invite';
import { mayManageRoom } from '../policies/mayManage';
import { Person, Users } from '../ports';
import { InviteStore, UsageStore } from '../stores';
import { usagesOf } from './listInvites';
import { InviteSummary, summarize, SummarizeDeps } from './summarize';

export const SORT_FIELDS = ['createdAt', 'expires', 'uses', 'label'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export interface InviteFilter {
    readonly rid?: string;
    /** The creator. */
    readonly userId?: string;
    readonly state?: InviteState;
    /** Looked for in label, room and creator, ignoring case. */
    readonly text?: string;
}

export interface InviteQuery extends InviteFilter {
    readonly sort: SortField;
    readonly descending: boolean;
    readonly offset: number;
    readonly count: number;
}

/** One page of what was found. */
export interface Found<T> {
    readonly items: readonly T[];
    /** How many all pages hold. */
    readonly total: number;
}

export interface SearchDeps extends SummarizeDeps {
    readonly invites: InviteStore;
    readonly usageStore: UsageStore;
    readonly users: Users;
}

/** Returns a page of the invites that the caller manages or created, ended ones included. Others are left out. */
export async function searchInvites(deps: SearchDeps, caller: Person, query: InviteQuery): Promise<Found<InviteSummary>> {
    const { clock, creatorMustStay, invites, memberships, permissions, requests, rooms, usageStore, users, workspaceRoles } = deps;
    const { rid, userId, state, sort, offset, count } = query;
    const mayManageAll = await permissions.mayManageAll(caller);
    const mayManage = (id: string): Promise<boolean> => mayManageRoom({ memberships, permissions, rooms }, caller, id);
    const [stored, isVisible] = await Promise.all([
        rid === undefined ? invites.all() : invites.ofRoom(rid),
        visibilityTo(caller, mayManageAll, mayManage, { rid, users }),
    ]);
    const visible = stored.filter((invite) => (userId === undefined || invite.userId === userId) && isVisible(invite));
    // Reading the usage of all invites takes longer than everything else, so most pages read that of their own.
    const usageOf = sort === 'uses' || state !== undefined ? await usagesOf(usageStore, visible) : undefined;
    const sorted = withUsages(visible, usageOf).sort(comparing(query));
    const summarizeAll = (items: readonly InviteWithUsage[]): Promise<InviteSummary[]> =>
        summarize({ clock, creatorMustStay, memberships, permissions, requests, rooms, users, workspaceRoles }, caller, items);
    const matching = await matchingAmong(sorted, query, clock.now(), summarizeAll);
    const page = matching.slice(offset, offset + count).map(({ invite }) => invite);
    return { items: await summarizeAll(withUsages(page, usageOf || (await usagesOf(usageStore, page)))), total: matching.length };
}

function withUsages(invites: readonly Invite[], usageOf: ReadonlyMap<string, Usage> = new Map()): InviteWithUsage[] {
    return invites.map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED }));
}

/** Returns the items that match state and text, in the same order. */
async function matchingAmong(
    items: readonly InviteWithUsage[],
    { state, text }: InviteQuery,
    now: number,
    summarizeAll: (items: readonly InviteWithUsage[]) => Promise<InviteSummary[]>,
): Promise<readonly InviteWithUsage[]> {
    if (state === undefined && text === undefined) {
        return items;
    }
    const candidates = state === undefined ? items : items.filter((item) => mayBeIn(state, item, now));
    // Requests and audience are shown, and not searched, so only the page reads them.
    const searched = candidates.map(({ invite, usage }) => ({ invite: { ...invite, approval: false, audience: null }, usage }));
    const summaries = await summarizeAll(searched);
    const isMatch = (summary: InviteSummary): boolean => (state === undefined || summary.state === state) && matches(summary, text);
    const matching = new Set(summaries.filter(isMatch).map(({ invite }) => invite.id));
    return candidates.filter(({ invite }) => matching.has(invite.id));
}

/** Returns which invites the caller may see. Rooms are checked only where the caller has a subscription. */
async function visibilityTo(
    caller: Person,
    mayManageAll: boolean,
    mayManage: (rid: string) => Promise<boolean>,
    { rid, users }: { readonly rid: string | undefined; readonly users: Users },
): Promise<(invite: Invite) => boolean> {
    if (mayManageAll) {
        return () => true;
    }
    const rids = rid === undefined ? await users.roomIdsOf(caller.id) : [rid];
    const managed = new Set<string>();
    await Promise.all(rids.map(async (id) => (await mayManage(id)) && managed.add(id)));
    return (invite) => invite.userId === caller.id || roomIdsOf(invite).some((id) => managed.has(id));
}

/** Whether an invite may be in that state. Only whether it is suspended is not known yet. */
function mayBeIn(state: InviteState, item: InviteWithUsage, now: number): boolean {
    return stateOf(item, false, now) === state || stateOf(item, true, now) === state;
}

function matches({ invite, rooms, creator }: InviteSummary, text = ''): boolean {
    const texts = [invite.label, ...rooms.flatMap(({ name, fname }) => [name, fname]), creator && creator.username, creator && creator.name];
    return texts.some((candidate) => (candidate || '').toLowerCase().includes(text.toLowerCase()));
}

function comparing({ sort, descending }: InviteQuery): (a: InviteWithUsage, b: InviteWithUsage) => number {
    const sign = descending ? -1 : 1;
    return (a, b) => sign * (compareBy(sort, a, b) || a.invite.createdAt - b.invite.createdAt || (a.invite.id < b.invite.id ? -1 : 1));
}

/** Invites that never expire come after all others, and invites without a label before them. */
function compareBy(sort: SortField, a: InviteWithUsage, b: InviteWithUsage): number {
    switch (sort) {
        case 'createdAt':
            return a.invite.createdAt - b.invite.createdAt;
        case 'expires':
            return a.invite.expires === b.invite.expires ? 0 : endIn(a) - endIn(b);
        case 'uses':
            return a.usage.uses - b.usage.uses;
        case 'label':
            return (a.invite.label || '').localeCompare(b.invite.label || '');
    }
}

function endIn({ invite }: InviteWithUsage): number {
    return invite.expires === null ? Infinity : invite.expires;
}
