import type { Result } from '../shared/api.mts';
import type { Client } from './client.mts';
import type { Invite } from './entities.mts';

/** Reads an invite. The endpoint treats an invite of others as one that does not exist, and so does the page. */
export async function readInvite(client: Client, inviteId: string): Promise<Result<{ readonly invite: Invite }>> {
    const read = await client.get<{ invite: Invite }>('invites.info', { inviteId });
    return read.refusal && read.refusal.code === 'not_authorized' ? { refusal: { code: 'invalid-invitation-id' } } : read;
}
