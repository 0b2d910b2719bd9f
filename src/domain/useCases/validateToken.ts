import { RateLimit, RateLimiter } from '../policies/rateLimiter';
import { InviteError } from '../model/errors';
import { Clock } from '../ports';
import { InviteLookUp } from './lookUpInvite';

/** Limits the failed tokens of all anonymous callers together, far above what people mistype. */
const ANONYMOUS_LIMIT: RateLimit = { max: 1000, withinMs: 10 * 60 * 1000 };
const ANONYMOUS = 'anonymous';

export interface ValidateDeps {
    readonly clock: Clock;
    readonly lookUp: InviteLookUp;
    readonly tokenGuesses: RateLimiter;
}

/**
 * Returns whether the token works now; the reason is never revealed to anonymous callers. As they share one limit, a
 * working token still returns true after others have used it up.
 *
 * @throws error-too-many-requests if the token does not work and the limit is used up
 */
export async function validateToken({ clock, lookUp, tokenGuesses }: ValidateDeps, token: string): Promise<boolean> {
    try {
        await lookUp.open(token);
        return true;
    } catch (error) {
        if (!(error instanceof InviteError)) {
            throw error;
        }
        tokenGuesses.assertAllowed(ANONYMOUS, ANONYMOUS_LIMIT, clock.now(), 'guessing');
        tokenGuesses.consume(ANONYMOUS, ANONYMOUS_LIMIT, clock.now());
        return false;
    }
}
