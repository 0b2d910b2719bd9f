import { InviteError } from './errors';
import { UsableInvite } from './lookUpInvite';
import { Journal, Memberships, Person } from './ports';

export interface MayJoinNeeds {
    readonly journal: Journal;
    readonly memberships: Memberships;
}

/**
 * Whether the caller is in the room of the invite already; refuses those who may not come in, in this order: error-user-is-banned,
 * error-membership-unverified, invalid-params (`field` username) for who has none yet.
 */
export async function isMember(needs: MayJoinNeeds, { invite, room }: UsableInvite, caller: Person): Promise<boolean> {
    const standing = await needs.memberships.standing(room.id, caller);
    switch (standing) {
        case 'banned':
            await needs.journal.tell({ kind: 'refused-banned', person: caller, rid: room.id, invite });
            throw new InviteError('error-user-is-banned');
        case 'unverified':
        case 'invited':
            throw new InviteError('error-membership-unverified');
        case 'member':
            return true;
        case 'none':
            assertNamed(caller);
            return false;
    }
}

/** The server adds nobody to a room who has no username yet. */
function assertNamed({ username }: Person): void {
    if (!username) {
        throw new InviteError('invalid-params', { field: 'username', reason: 'no-username' });
    }
}
