import { InviteError } from '../model/errors';
import { Memberships, Permissions, Person, Room, Rooms } from '../ports';
import { assertInvitable } from './invitableRoom';
import { refusalOf } from './membershipRefusal';

export interface MayCreateDeps {
    readonly memberships: Memberships;
    readonly permissions: Permissions;
    readonly rooms: Rooms;
}

/**
 * Returns the room if the caller may create invites to it.
 *
 * @throws not_authorized
 * @throws error-invalid-room if the room does not exist or the caller is not a member
 * @throws error-user-is-banned
 * @throws error-membership-unverified if the caller may be banned
 * @throws those of assertInvitable
 */
export async function assertMayCreate({ permissions, memberships, rooms }: MayCreateDeps, caller: Person, rid: string): Promise<Room> {
    if (!(await permissions.mayCreate(caller, rid))) {
        throw new InviteError('not_authorized', { rid, reason: 'inviting' });
    }
    const room = await rooms.byId(rid);
    const status = room ? await memberships.statusOf(rid, caller) : 'none';
    // A person who has not accepted an invitation yet is outside.
    const refusal = refusalOf(status === 'invited' ? 'none' : status, { rid });
    if (!room || refusal) {
        throw refusal || new InviteError('error-invalid-room', { field: 'rid' });
    }
    assertInvitable(room);
    return room;
}

/** Returns the rooms to which the caller may create invites, in the given order. */
export async function invitableRooms(deps: MayCreateDeps, caller: Person, rids: readonly string[]): Promise<Room[]> {
    const rooms = await Promise.all(rids.map((rid) => assertMayCreate(deps, caller, rid).catch(unlessRefused)));
    return rooms.filter((room): room is Room => room !== undefined);
}

function unlessRefused(error: unknown): undefined {
    if (error instanceof InviteError) {
        return undefined;
    }
    throw error;
}
