import { InviteError } from '../domain/model/errors';
import { Notify, NOTIFY } from '../domain/model/invite';

/**
 * Returns what the creator wants to hear; undefined if nothing is said.
 *
 * @throws invalid-params if the value is not known
 */
export function parseNotify(value: string | undefined): Notify | undefined {
    const notify = NOTIFY.find((candidate) => candidate === value);
    if (value !== undefined && notify === undefined) {
        throw new InviteError('invalid-params', { field: 'notify' });
    }
    return notify;
}
