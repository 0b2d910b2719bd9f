import { InviteError } from './errors';
import { Room } from './ports';

const INVITABLE_TYPES = ['c', 'p'];

/**
 * Refuses with error-room-type-not-allowed where people may not be invited by a link: only channels and private groups may have one, discussions and
 * team rooms among them, never direct messages or omnichannel (contract.md, "Endpoints"), nor rooms whose attributes decide who may be in
 * (the server refuses those as well), nor archived ones (`field` archived).
 */
export function assertInvitable(room: Room): void {
    if (room.archived) {
        throw new InviteError('error-room-type-not-allowed', { field: 'archived', reason: 'archived' });
    }
    if (!INVITABLE_TYPES.includes(room.type) || room.managedByAttributes) {
        throw new InviteError('error-room-type-not-allowed', { field: 'rid' });
    }
}
