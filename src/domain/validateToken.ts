import { InviteError } from './errors';
import { LookUpNeeds, lookUpInvite } from './lookUpInvite';

/** Whether the token opens a room now. Why it does not is nobody's business who is not logged in. Refusals: error-too-many-requests. */
export async function validateToken(needs: LookUpNeeds, token: string): Promise<boolean> {
    try {
        await lookUpInvite(needs, token);
        return true;
    } catch (error) {
        if (error instanceof InviteError && error.code !== 'error-too-many-requests') {
            return false;
        }
        throw error;
    }
}
