import { InviteError } from './errors';
import { FailedJoinNeeds, failureOf } from './join';
import { Person, Room, Users } from './ports';
import { assertInvitable } from './rooms';
import { assertOpen, seeRoom, SeeRoomNeeds } from './seeRoom';

export interface AddUsersNeeds extends FailedJoinNeeds, SeeRoomNeeds {
    readonly users: Users;
}

export interface AddedUser {
    readonly username: string;
    readonly outcome: 'added' | 'unknown' | 'already-here' | 'not-added';
}

/**
 * Adds people to the room by name, as the built-in `/invite @user` does, since the app stands in its place. A person with a subscription in the room,
 * a banned person among them, is passed over.
 *
 * @throws those of assertInvitable, those of seeRoom, not_authorized, error-membership-unverified
 */
export async function addUsers(needs: AddUsersNeeds, caller: Person, here: Room, usernames: readonly string[]): Promise<AddedUser[]> {
    assertInvitable(here);
    const seen = await seeRoom(needs, caller, here.id);
    const { room } = seen;
    if (!(await needs.memberships.hasEntry(room.id, caller.id)) || !(await needs.permissions.mayAddUsers(caller, room.id))) {
        throw new InviteError('not_authorized', { rid: room.id });
    }
    assertOpen(seen, 'adding-people');
    const added: AddedUser[] = [];
    for (const username of usernames) {
        const person = await needs.users.byUsername(username);
        added.push({ username, outcome: person ? await add(needs, person, room) : 'unknown' });
    }
    return added;
}

async function add(needs: AddUsersNeeds, person: Person, room: Room): Promise<AddedUser['outcome']> {
    const join = await needs.memberships.join(room.id, person);
    switch (join.kind) {
        case 'joined':
            return 'added';
        case 'subscribed':
            return 'already-here';
        default:
            needs.report(`${person.id} was not added to room ${room.id}`, await failureOf(needs, join, person, room.id));
            return 'not-added';
    }
}
