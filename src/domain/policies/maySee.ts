import { InviteError } from '../model/errors';
import { Memberships, Permissions, Person, Room, Rooms } from '../ports';
import { noSuchRoom, refusalOf } from './membershipRefusal';
import { unlessRefused } from './unlessRefused';

export interface SeeRoomDeps {
    readonly memberships: Memberships;
    readonly permissions: Permissions;
    readonly rooms: Rooms;
}

/** A room whose existence the caller may learn. */
export interface SeenRoom {
    readonly room: Room;
    /** Whether the caller is certainly a member or manages all invites. Only then may they see the name and invites. */
    readonly isOpen: boolean;
}

/**
 * Returns the room of a command or a button. Access is checked, because a client may send any room id.
 *
 * @throws error-invalid-room if the room does not exist or the caller has no subscription in it
 * @throws error-user-is-banned
 */
export async function seeRoom(deps: SeeRoomDeps, caller: Person, rid: string): Promise<SeenRoom> {
    const { memberships, permissions, rooms } = deps;
    const room = await rooms.byId(rid);
    const mayManageAll = await permissions.mayManageAll(caller);
    if (room && mayManageAll) {
        return { room, isOpen: true };
    }
    // Read in any case, so that the time of the response does not tell a hidden room from none.
    const refusal = refusalOf(await memberships.statusOf(rid, caller));
    if (!room) {
        throw noSuchRoom();
    }
    if (refusal && refusal.code !== 'error-membership-unverified') {
        throw refusal;
    }
    return { room, isOpen: !refusal };
}

/** @throws error-membership-unverified if the caller may be banned from the room */
export function assertOpen({ room, isOpen }: SeenRoom, reason: 'adding-people'): void {
    if (!isOpen) {
        throw new InviteError('error-membership-unverified', { rid: room.id, reason });
    }
}

/** Returns the room if the caller may see its name; undefined if they may not or the room does not exist. */
export async function namableRoom(deps: SeeRoomDeps, caller: Person, rid: string): Promise<Room | undefined> {
    const seen = await unlessRefused(seeRoom(deps, caller, rid));
    return seen && seen.isOpen ? seen.room : undefined;
}

/** Whether the caller may learn that there is a room with this id: it is public, or they may see its name anyway. */
export async function mayLearnOf(deps: SeeRoomDeps, caller: Person, rid: string): Promise<boolean> {
    const [room, named] = await Promise.all([deps.rooms.byId(rid), namableRoom(deps, caller, rid)]);
    return named !== undefined || (room !== undefined && room.type === 'c');
}

/**
 * Whether the server would show the room to the caller, bans aside: it or its parent is public, or the caller has a
 * subscription in one of them. The server does not check this for every command and button.
 */
export async function canAccessRoom({ memberships, rooms }: SeeRoomDeps, caller: Person, room: Room): Promise<boolean> {
    if (room.type === 'c' || (await memberships.hasSubscription(room.id, caller.id))) {
        return true;
    }
    const parent = room.parentId === undefined ? undefined : await rooms.byId(room.parentId);
    // The parent of a discussion is never a discussion itself.
    return parent !== undefined && (parent.type === 'c' || (await memberships.hasSubscription(parent.id, caller.id)));
}
