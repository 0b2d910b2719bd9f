import { InviteError } from './errors';
import { LookUpNeeds, lookUpInvite } from './lookUpInvite';

/** Whether the token opens a room now. Why it does not is nobody's business who is not logged in. */
export async function validateToken(needs: LookUpNeeds, token: string): Promise<boolean> {
    try {
        await lookUpInvite(needs, token);
        return true;
    } catch (error) {
        if (error instanceof InviteError) {
            return false;
        }
        throw error;
    }
}
