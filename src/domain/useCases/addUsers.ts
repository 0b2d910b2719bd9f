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
 * Adds people to the room by username, because the app replaces the built-in `/invite @user`. People who already have a
 * subscription there, bans included, are skipped.
 *
 * @throws those of assertInvitable
 * @throws those of seeRoom
 * @throws not_authorized
 * @throws error-membership-unverified if the caller may be banned
 */
export async function addUsers(deps: AddUsersDeps, caller: Person, target: Room, usernames: readonly string[]): Promise<AddedUser[]> {
    const { events, memberships, permissions, report, rooms, users } = deps;
    assertInvitable(target);
    const seen = await seeRoom({ memberships, permissions, rooms }, caller, target.id);
    const { room } = seen;
    if (!(await memberships.hasSubscription(room.id, caller.id)) || !(await permissions.mayAddUsers(caller, room.id))) {
        throw new InviteError('not_authorized', { rid: room.id });
    }
    assertOpen(seen, 'adding-people');
    const added: AddedUser[] = [];
    for (const username of usernames) {
        const person = await users.byUsername(username);
        added.push({ username, outcome: person ? await add({ events, memberships, report }, person, room) : 'unknown' });
    }
    return added;
}

type AddDeps = Pick<AddUsersDeps, 'events' | 'memberships' | 'report'>;

async function add({ events, memberships, report }: AddDeps, person: Person, room: Room): Promise<AddedUser['outcome']> {
    const join = await memberships.join(room.id, person);
    switch (join.kind) {
        case 'joined':
            return 'added';
        case 'subscribed':
            return 'already-here';
        default:
            report(`${person.id} was not added to room ${room.id}`, await failureOf({ events, report }, join, person, room.id));
            return 'not-added';
    }
}
