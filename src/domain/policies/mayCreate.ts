import { InviteError } from '../model/errors';
import { Memberships, Permissions, Person, Room, Rooms } from '../ports';
import { assertInvitable } from './invitableRoom';
import { noSuchRoom, refusalOf } from './membershipRefusal';
import { unlessRefused } from './unlessRefused';

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
    if (!room) {
        throw noSuchRoom();
    }
    const status = await memberships.statusOf(rid, caller);
    // A person who has not accepted an invitation yet is outside.
    const refusal = refusalOf(status === 'invited' ? 'none' : status, { rid });
    if (refusal) {
        throw refusal;
    }
    assertInvitable(room);
    return room;
}

/** Returns the room if the caller may create invites to it, else undefined. */
export function invitableRoom(deps: MayCreateDeps, caller: Person, rid: string): Promise<Room | undefined> {
    return unlessRefused(assertMayCreate(deps, caller, rid));
}
