import { InviteWithUsage, isLive } from '../model/invite';
import { seeRoom } from '../policies/maySee';
import { Person, Room } from '../ports';
import { ListDeps, listInvites, listOwnInvites, listRoomInvites } from './listInvites';
import { InviteSummary, summarize, SummarizeDeps } from './summarize';

export type ListPageDeps = ListDeps & SummarizeDeps;

/** One page of the live or of the ended invites, newest first. */
export interface InvitePage {
    /** The room whose invites are listed, or undefined for the whole workspace. */
    readonly room: Room | undefined;
    readonly summaries: readonly InviteSummary[];
    /** The page number, from 1. */
    readonly number: number;
    /** False if the list holds the reader's own invites only. */
    readonly isComplete: boolean;
    /** How many invites all pages hold. */
    readonly total: number;
    /** How many stored invites are on no page, because they have ended, or have not. */
    readonly others: number;
}

/** Invites per page. */
export const PAGE_SIZE = 20;

/** What to list: the invites of a room, all of the workspace, or the caller's own in all rooms. */
export type ListScope = { readonly rid: string } | 'workspace' | 'mine';

/**
 * Returns a page of the live invites, or of those that have ended. Beyond the end, returns the last page.
 *
 * @throws not_authorized if the caller may not list the invites of the workspace
 * @throws error-invalid-room if the caller is not in the room
 * @throws error-user-is-banned
 */
export async function listPage(deps: ListPageDeps, caller: Person, scope: ListScope, page: number, ended = false): Promise<InvitePage> {
    const { clock, creatorMustStay, memberships, permissions, requests, rooms, users, workspaceRoles } = deps;
    const { room, invites, isComplete } = await invitesIn(deps, caller, scope);
    const shown = invites.filter((invite) => isLive(invite, clock.now()) !== ended).reverse();
    const number = Math.max(1, Math.min(page, Math.ceil(shown.length / PAGE_SIZE)));
    const onPage = shown.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    return {
        room,
        summaries: await summarize({ clock, creatorMustStay, memberships, permissions, requests, rooms, users, workspaceRoles }, caller, onPage),
        number,
        isComplete,
        total: shown.length,
        others: invites.length - shown.length,
    };
}

interface ScopedInvites {
    readonly room?: Room;
    readonly invites: InviteWithUsage[];
    readonly isComplete: boolean;
}

async function invitesIn(
    { clock, invites, memberships, permissions, rooms, usageStore }: ListPageDeps,
    caller: Person,
    scope: ListScope,
): Promise<ScopedInvites> {
    const listDeps = { clock, invites, permissions, usageStore };
    if (scope === 'workspace') {
        return { invites: await listInvites(listDeps, caller), isComplete: true };
    }
    if (scope === 'mine') {
        return { invites: await listOwnInvites(listDeps, caller), isComplete: true };
    }
    const seen = await seeRoom({ memberships, permissions, rooms }, caller, scope.rid);
    return { room: seen.room, ...(await listRoomInvites(listDeps, caller, seen)) };
}
