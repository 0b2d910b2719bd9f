import { InviteError } from '../domain/model/errors';
import { RoomIds } from '../domain/useCases/createInvite';

/**
 * Returns the rooms of a new invite, without repetitions: one `rid`, or a list of `rids`.
 *
 * @throws invalid-params (`field` rid) if both or neither are given
 */
export function parseRooms(rid: string | undefined, rids: readonly string[] | undefined): RoomIds {
    const [first, ...others] = Array.from(new Set(rids || (rid === undefined ? [] : [rid])));
    if (first === undefined || (rid !== undefined && rids !== undefined)) {
        throw new InviteError('invalid-params', { field: 'rid', reason: first === undefined ? 'missing' : 'rid-and-rids' });
    }
    return [first, ...others];
}
