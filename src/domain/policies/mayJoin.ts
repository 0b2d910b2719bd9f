import { InviteError } from '../model/errors';
import { OpenInvite } from '../useCases/lookUpInvite';
import { EventSink, Memberships, Person } from '../ports';

export interface MayJoinDeps {
    readonly events: EventSink;
    readonly memberships: Memberships;
}

/** How a person who may use an invite relates to its room: `member` if they are in it already, else `newcomer`. */
export type JoinStatus = 'member' | 'newcomer';

/**
 * Returns whether the caller is a member of the invite's room or may join it. Publishes an attempt by a banned caller.
 *
 * @throws error-user-is-banned
 * @throws error-membership-unverified if the caller may be banned, or has not accepted an invitation yet
 * @throws invalid-params (`field` username) if the caller has no username yet
 */
export async function checkJoin(deps: MayJoinDeps, { invite, room }: OpenInvite, caller: Person): Promise<JoinStatus> {
    const status = await deps.memberships.statusOf(room.id, caller);
    switch (status) {
        case 'banned':
            await deps.events.publish({ kind: 'refused-banned', person: caller, rid: room.id, invite });
            throw new InviteError('error-user-is-banned');
        case 'unverified':
        case 'invited':
            throw new InviteError('error-membership-unverified');
        case 'member':
            return 'member';
        case 'none':
            assertHasUsername(caller);
            return 'newcomer';
    }
}

/** The server adds people by username, so a caller without one cannot join. */
function assertHasUsername({ username }: Person): void {
    if (!username) {
        throw new InviteError('invalid-params', { field: 'username', reason: 'no-username' });
    }
}
