import { InviteError } from '../model/errors';

/**
 * Waits for a random time that grows with the number of failed attempts, and returns true. Returns false once the
 * operation has no time for another attempt.
 */
export type Backoff = (attempt: number) => Promise<boolean>;

const RETRY_AFTER_S = 60;

/** @throws error-too-many-requests */
export function contended(): never {
    throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
}
