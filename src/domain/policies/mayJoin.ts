import { InviteError } from '../model/errors';
import { Memberships, Person } from '../ports';

/** How a person who may use an invite relates to its room: `member` if they are in it already, else `newcomer`. */
export type JoinStatus = 'member' | 'newcomer';

/**
 * Returns whether the person is a member of the invite's room or may join it.
 *
 * @throws error-user-is-banned
 * @throws error-membership-unverified if the person may be banned, or has not accepted an invitation yet
 * @throws invalid-params (`field` username) if the person has no username yet
 */
export async function checkJoin(memberships: Memberships, rid: string, person: Person): Promise<JoinStatus> {
    const status = await memberships.statusOf(rid, person);
    switch (status) {
        case 'banned':
            throw new InviteError('error-user-is-banned');
        case 'unverified':
        case 'invited':
            throw new InviteError('error-membership-unverified');
        case 'member':
            return 'member';
        case 'none':
            assertHasUsername(person);
            return 'newcomer';
    }
}

/** The server adds people by username, so a caller without one cannot join. */
function assertHasUsername({ username }: Person): void {
    if (!username) {
        throw new InviteError('invalid-params', { field: 'username', reason: 'no-username' });
    }
}
