import { InviteError } from './errors';
import { Memberships, Permissions, Person, Room, Users } from './ports';
import { assertInvitable } from './rooms';

export interface AddUsersNeeds {
    readonly memberships: Memberships;
    readonly permissions: Permissions;
    readonly users: Users;
}

export interface AddedUser {
    readonly username: string;
    readonly outcome: 'added' | 'unknown' | 'already-here' | 'not-added';
}

/**
 * Adds people to the room by name, as the built-in `/invite @user` does, since the app stands in its place. Somebody with an entry in the room, a
 * banned person among them, is passed over. For who is in the room and has the role; refusals: error-room-type-not-allowed, not_authorized.
 */
export async function addUsers(
    { memberships, permissions, users }: AddUsersNeeds,
    caller: Person,
    room: Room,
    usernames: readonly string[],
): Promise<AddedUser[]> {
    assertInvitable(room);
    if (!(await memberships.hasEntry(room.id, caller.id)) || !(await permissions.mayAddUsers(caller, room.id))) {
        throw new InviteError('not_authorized', { rid: room.id });
    }
    const added: AddedUser[] = [];
    for (const username of usernames) {
        const person = await users.byUsername(username);
        if (!person) {
            added.push({ username, outcome: 'unknown' });
        } else if (await memberships.hasEntry(room.id, person.id)) {
            added.push({ username, outcome: 'already-here' });
        } else {
            added.push({ username, outcome: (await memberships.join(room.id, person)).isIn ? 'added' : 'not-added' });
        }
    }
    return added;
}
