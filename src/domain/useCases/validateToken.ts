import { RateLimit } from '../policies/rateLimiter';
import { InviteError } from '../model/errors';
import { LookUpDeps, lookUpInvite } from './lookUpInvite';

/** Limits the failed tokens of all anonymous callers together, far above what people mistype. */
const ANONYMOUS_LIMIT: RateLimit = { max: 1000, withinMs: 10 * 60 * 1000 };
const ANONYMOUS = 'anonymous';

/**
 * Returns whether the token works now; the reason is never revealed to anonymous callers. As they share one limit, a
 * working token still returns true after others have used it up.
 *
 * @throws error-too-many-requests if the token does not work and the limit is used up
 */
export async function validateToken(deps: LookUpDeps, token: string): Promise<boolean> {
    try {
        await lookUpInvite(deps, token);
        return true;
    } catch (error) {
        if (!(error instanceof InviteError)) {
            throw error;
        }
        const { tokenGuesses, clock } = deps;
        tokenGuesses.assertAllowed(ANONYMOUS, ANONYMOUS_LIMIT, clock.now(), 'guessing');
        tokenGuesses.consume(ANONYMOUS, ANONYMOUS_LIMIT, clock.now());
        return false;
    }
}
