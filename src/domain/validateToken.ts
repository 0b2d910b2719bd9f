import { Allowance } from './budget';
import { InviteError } from './errors';
import { LookUpNeeds, lookUpInvite } from './lookUpInvite';

/** Tokens that do not work, of all who ask without saying who they are: far more than people mistype. */
const OF_STRANGERS: Allowance = { most: 1000, withinMs: 10 * 60 * 1000 };
const STRANGERS = 'strangers';

/**
 * Whether the token opens a room now. Why it does not is nobody's business who is not logged in. Strangers share one account of wrong tokens, and who spent it must
 * not shut out the rest: then a right token is answered all the same, and all others, whatever is wrong with them, with error-too-many-requests.
 */
export async function validateToken(needs: LookUpNeeds, token: string): Promise<boolean> {
    try {
        await lookUpInvite(needs, token);
        return true;
    } catch (error) {
        if (!(error instanceof InviteError)) {
            throw error;
        }
        const { wrongTokens, clock } = needs;
        wrongTokens.assertLeft(STRANGERS, OF_STRANGERS, clock.now(), 'guessing');
        wrongTokens.spend(STRANGERS, OF_STRANGERS, clock.now());
        return false;
    }
}
