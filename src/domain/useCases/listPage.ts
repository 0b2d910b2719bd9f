import { Invite, InviteWithUsage, isLive } from '../model/invite';
import { seeRoom, SeeRoomDeps } from '../policies/maySee';
import { CreatorDeps, SuspensionReason, suspensionOf } from '../policies/suspension';
import { Person, Room } from '../ports';
import { ListDeps, listInvites, listRoomInvites } from './listInvites';
import { mayRemove } from './removeInvite';

export type ListPageDeps = ListDeps & SeeRoomDeps & CreatorDeps;

/** One invite of a list, with what a reader needs to recognize it. */
export interface InviteSummary extends InviteWithUsage {
    /** The creator's username, or undefined if the account was deleted. */
    readonly creator: string | undefined;
    /** The room, or undefined if it was deleted. */
    readonly room: Room | undefined;
    /** Why the invite is suspended. */
    readonly suspension: SuspensionReason | 'room-archived' | undefined;
    readonly mayRevoke: boolean;
}

/** One page of the live invites, newest first. */
export interface InvitePage {
    /** The room whose invites are listed, or undefined for the whole workspace. */
    readonly room: Room | undefined;
    readonly summaries: readonly InviteSummary[];
    /** The page number, from 1. */
    readonly number: number;
    /** False if the list holds the reader's own invites only. */
    readonly isComplete: boolean;
    /** How many live invites all pages hold. */
    readonly live: number;
    /** How many stored invites have ended. They are on no page. */
    readonly ended: number;
}

/** Invites per page. */
export const PAGE_SIZE = 20;

/**
 * Returns a page of the live invites of the room `rid`, or of the workspace if `rid` is undefined. Beyond the end,
 * returns the last page.
 *
 * @throws not_authorized if the caller may not list the invites of the workspace
 * @throws error-invalid-room if the caller is not in the room
 * @throws error-user-is-banned
 */
export async function listPage(deps: ListPageDeps, caller: Person, rid: string | undefined, page: number): Promise<InvitePage> {
    const { clock, permissions, rooms, users } = deps;
    const seen = rid === undefined ? undefined : await seeRoom(deps, caller, rid);
    const { invites, isComplete } = seen ? await listRoomInvites(deps, caller, seen) : { invites: await listInvites(deps, caller), isComplete: true };
    const live = invites.filter((invite) => isLive(invite, clock.now())).reverse();
    const number = Math.max(1, Math.min(page, Math.ceil(live.length / PAGE_SIZE)));
    const invitesOfPage = live.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    const creators = await users.namesOf(invitesOfPage.map(({ invite }) => invite.userId));
    const suspensions = memoizeBy(
        ({ userId, rid: roomId }: Invite) => `${userId}:${roomId}`,
        (invite) => suspensionOf(deps, invite),
    );
    const summaries = invitesOfPage.map(async (inviteWithUsage) => {
        const { invite } = inviteWithUsage;
        const room = seen ? seen.room : await rooms.byId(invite.rid);
        return {
            ...inviteWithUsage,
            creator: creators.get(invite.userId),
            room,
            suspension: room && room.archived ? ('room-archived' as const) : await suspensions(invite),
            mayRevoke: await mayRemove(permissions, caller, invite),
        };
    });
    return {
        room: seen && seen.room,
        summaries: await Promise.all(summaries),
        number,
        isComplete,
        live: live.length,
        ended: invites.length - live.length,
    };
}

/** Wraps `load` so that it runs once per key. */
function memoizeBy<T, U>(keyOf: (subject: T) => string, load: (subject: T) => Promise<U>): (subject: T) => Promise<U> {
    const promises = new Map<string, Promise<U>>();
    return (subject) => {
        const promise = promises.get(keyOf(subject)) || load(subject);
        promises.set(keyOf(subject), promise);
        return promise;
    };
}
