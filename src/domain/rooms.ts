import { Room } from './ports';

const INVITABLE_TYPES = ['c', 'p'];

/**
 * Whether people may be invited to the room by a link: channels and private groups, discussions and team rooms among them, never direct messages
 * or omnichannel (contract.md, "Endpoints"), nor rooms whose attributes decide who may be in (the server refuses those as well).
 */
export function isInvitable(room: Room): boolean {
    return INVITABLE_TYPES.includes(room.type) && !room.managedByAttributes;
}
