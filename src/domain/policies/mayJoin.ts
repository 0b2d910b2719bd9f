import { InviteError } from '../model/errors';
import { OpenInvite } from '../useCases/lookUpInvite';
import { EventSink, Memberships, Person } from '../ports';

export interface MayJoinDeps {
    readonly events: EventSink;
    readonly memberships: Memberships;
}

/**
 * Whether the caller is in the room of the invite already; refuses those who may not come in, in this order: error-user-is-banned,
 * error-membership-unverified, invalid-params (`field` username) for who has none yet.
 */
export async function checkJoin(deps: MayJoinDeps, { invite, room }: OpenInvite, caller: Person): Promise<boolean> {
    const status = await deps.memberships.statusOf(room.id, caller);
    switch (status) {
        case 'banned':
            await deps.events.publish({ kind: 'refused-banned', person: caller, rid: room.id, invite });
            throw new InviteError('error-user-is-banned');
        case 'unverified':
        case 'invited':
            throw new InviteError('error-membership-unverified');
        case 'member':
            return true;
        case 'none':
            assertHasUsername(caller);
            return false;
    }
}

/** The server adds nobody to a room who has no username yet. */
function assertHasUsername({ username }: Person): void {
    if (!username) {
        throw new InviteError('invalid-params', { field: 'username', reason: 'no-username' });
    }
}
