import { InviteError } from '../model/errors';
import { FailedJoinDeps, failureOf } from './failedJoin';
import { Person, Room, Users } from '../ports';
import { assertInvitable } from '../policies/invitableRoom';
import { assertOpen, seeRoom, SeeRoomDeps } from '../policies/maySee';

export interface AddUsersDeps extends FailedJoinDeps, SeeRoomDeps {
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
export async function addUsers(deps: AddUsersDeps, caller: Person, here: Room, usernames: readonly string[]): Promise<AddedUser[]> {
    assertInvitable(here);
    const seen = await seeRoom(deps, caller, here.id);
    const { room } = seen;
    if (!(await deps.memberships.hasSubscription(room.id, caller.id)) || !(await deps.permissions.mayAddUsers(caller, room.id))) {
        throw new InviteError('not_authorized', { rid: room.id });
    }
    assertOpen(seen, 'adding-people');
    const added: AddedUser[] = [];
    for (const username of usernames) {
        const person = await deps.users.byUsername(username);
        added.push({ username, outcome: person ? await add(deps, person, room) : 'unknown' });
    }
    return added;
}

async function add(deps: AddUsersDeps, person: Person, room: Room): Promise<AddedUser['outcome']> {
    const join = await deps.memberships.join(room.id, person);
    switch (join.kind) {
        case 'joined':
            return 'added';
        case 'subscribed':
            return 'already-here';
        default:
            deps.report(`${person.id} was not added to room ${room.id}`, await failureOf(deps, join, person, room.id));
            return 'not-added';
    }
}
