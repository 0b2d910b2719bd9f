import { InviteError } from '../model/errors';

const RETRY_AFTER_S = 60;

/** @throws error-too-many-requests */
export function contended(): never {
    throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
}
