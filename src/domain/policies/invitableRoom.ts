import { InviteError } from '../model/errors';
import { Room } from '../ports';

const INVITABLE_TYPES = ['c', 'p'];

/**
 * Refuses rooms that cannot have invites. Discussions and team rooms are channels or private groups.
 *
 * @throws error-invalid-room if user attributes decide the membership; the server returns the same error
 * @throws error-room-type-not-allowed if it is archived (`field` archived), federated, or not a channel or a private group
 */
export function assertInvitable(room: Room): void {
    if (room.managedByAttributes) {
        throw new InviteError('error-invalid-room', { field: 'rid', reason: 'attributes' });
    }
    if (room.archived) {
        throw new InviteError('error-room-type-not-allowed', { field: 'archived', reason: 'archived' });
    }
    if (room.federated) {
        throw new InviteError('error-room-type-not-allowed', { field: 'rid', reason: 'federated' });
    }
    if (!INVITABLE_TYPES.includes(room.type)) {
        throw new InviteError('error-room-type-not-allowed', { field: 'rid' });
    }
}
