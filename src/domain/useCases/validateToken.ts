import { RateLimit } from '../policies/rateLimiter';
import { InviteError } from '../model/errors';
import { LookUpDeps, lookUpInvite } from './lookUpInvite';

/** Tokens that do not work, of all who ask without saying who they are: far more than people mistype. */
const ANONYMOUS_LIMIT: RateLimit = { max: 1000, withinMs: 10 * 60 * 1000 };
const ANONYMOUS = 'strangers';

/**
 * Whether the token opens a room now. Why it does not is nobody's business who is not logged in. Strangers share one account of wrong tokens, and who spent it must
 * not shut out the rest: then a right token is answered all the same, and all others, whatever is wrong with them, with error-too-many-requests.
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
