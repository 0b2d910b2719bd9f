import { InviteError } from '../model/errors';
import { MAX_ROOMS } from '../model/invite';
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
 * @throws those of assertMayInvite
 * @throws those of assertInvitable
 */
export async function assertMayCreate(deps: MayCreateDeps, caller: Person, rid: string): Promise<Room> {
    const room = await assertMayInvite(deps, caller, rid);
    assertInvitable(room);
    return room;
}

/**
 * Returns the rooms if the caller may create invites to all of them.
 *
 * @throws invalid-params (`field` rids) if there are more than MAX_ROOMS
 * @throws those of assertMayCreate
 */
export async function assertMayCreateIn(
    deps: MayCreateDeps,
    caller: Person,
    [rid, ...others]: readonly [string, ...string[]],
): Promise<[Room, ...Room[]]> {
    if (others.length >= MAX_ROOMS) {
        throw new InviteError('invalid-params', { field: 'rids', reason: 'too-many-rooms', ceiling: MAX_ROOMS });
    }
    const found: [Room, ...Room[]] = [await assertMayCreate(deps, caller, rid)];
    for (const other of others) {
        found.push(await assertMayCreate(deps, caller, other));
    }
    return found;
}

/**
 * Returns the room if the caller is a member who has the permission to create invites in it. Such people manage its
 * invites, even when it takes no new ones.
 *
 * @throws not_authorized
 * @throws error-invalid-room if the room does not exist or the caller is not a member
 * @throws error-user-is-banned
 * @throws error-membership-unverified if the caller may be banned
 */
export async function assertMayInvite({ permissions, memberships, rooms }: MayCreateDeps, caller: Person, rid: string): Promise<Room> {
    const [isPermitted, room] = await Promise.all([permissions.mayCreate(caller, rid), rooms.byId(rid)]);
    if (!isPermitted) {
        throw new InviteError('not_authorized', { rid, reason: 'inviting' });
    }
    if (!room) {
        throw noSuchRoom();
    }
    const status = await memberships.statusOf(rid, caller);
    // A person who has not accepted an invitation yet is outside.
    const refusal = refusalOf(status === 'invited' ? 'none' : status, { rid });
    if (refusal) {
        throw refusal;
    }
    return room;
}

/** Returns the room if the caller may create invites to it, else undefined. */
export function invitableRoom(deps: MayCreateDeps, caller: Person, rid: string): Promise<Room | undefined> {
    return unlessRefused(assertMayCreate(deps, caller, rid));
}
