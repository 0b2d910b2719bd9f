import { InviteError } from '../model/errors';
import { Memberships, Permissions, Person, Room, Rooms, MembershipStatus } from '../ports';

export interface SeeRoomDeps {
    readonly memberships: Memberships;
    readonly permissions: Permissions;
    readonly rooms: Rooms;
}

/** A room as far as the caller may see it. */
export interface SeenRoom {
    readonly room: Room;
    /** Whether the caller is in it for sure, or manages all invites. Its name, and what others do there, is nobody else's business. */
    readonly isOpen: boolean;
}

/**
 * The room that a command or a button names. The name alone proves no access: clients may send any room id.
 *
 * @throws error-invalid-room if there is no such room, or the caller is not in it
 * @throws error-user-is-banned
 */
export async function seeRoom(deps: SeeRoomDeps, caller: Person, rid: string): Promise<SeenRoom> {
    const { memberships, permissions, rooms } = deps;
    const room = await rooms.byId(rid);
    if (room && (await permissions.mayManageAll(caller))) {
        return { room, isOpen: true };
    }
    const status: MembershipStatus = room ? await memberships.statusOf(rid, caller) : 'none';
    if (!room || status === 'none') {
        throw new InviteError('error-invalid-room', { field: 'rid' });
    }
    if (status === 'banned') {
        throw new InviteError('error-user-is-banned');
    }
    return { room, isOpen: status === 'member' };
}

/** @throws error-membership-unverified if the caller may be banned from the room */
export function assertOpen({ room, isOpen }: SeenRoom, reason: 'seeing-links' | 'adding-people'): void {
    if (!isOpen) {
        throw new InviteError('error-membership-unverified', { rid: room.id, reason });
    }
}

/** The name of the room is told to a caller who may see all of it. Undefined for everybody else, and where there is no such room. */
export async function namableRoom(deps: SeeRoomDeps, caller: Person, rid: string): Promise<Room | undefined> {
    try {
        const { room, isOpen } = await seeRoom(deps, caller, rid);
        return isOpen ? room : undefined;
    } catch (error) {
        if (error instanceof InviteError) {
            return undefined;
        }
        throw error;
    }
}

/**
 * Whether the server would let the caller into that room's conversation, banned people aside: it is public, or the caller has a subscription in it, or
 * in the room that it is a discussion of. The server does not ask this of every command and button that it hands on.
 */
export async function canAccessRoom({ memberships, rooms }: SeeRoomDeps, caller: Person, room: Room | undefined): Promise<boolean> {
    if (!room) {
        return false;
    }
    if (room.type === 'c' || (await memberships.hasSubscription(room.id, caller.id))) {
        return true;
    }
    const parent = room.parentId === undefined ? undefined : await rooms.byId(room.parentId);
    // A discussion's parent is never a discussion's own.
    return parent !== undefined && (parent.type === 'c' || (await memberships.hasSubscription(parent.id, caller.id)));
}
