import { ErrorDetails, InviteError } from '../model/errors';
import { MembershipStatus } from '../ports';

/** Returns why a person with this status may not act in the room as a member may; undefined for a member. */
export function refusalOf(status: MembershipStatus, details: ErrorDetails = {}): InviteError | undefined {
    switch (status) {
        case 'member':
            return undefined;
        case 'none':
            return noSuchRoom();
        case 'banned':
            return new InviteError('error-user-is-banned');
        case 'invited':
        case 'unverified':
            return new InviteError('error-membership-unverified', details);
    }
}

/** Returns the refusal of a room that does not exist. A room that the caller may not see is refused in the same way. */
export function noSuchRoom(): InviteError {
    return new InviteError('error-invalid-room', { field: 'rid' });
}
