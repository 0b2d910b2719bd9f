import { deleteInvite, DeleteInviteDeps } from './deleteInvite';

/** Deletes all invites to a deleted room. Safe to repeat, and to run on two instances at once. */
export async function removeInvitesOfRoom({ invites, usageStore }: DeleteInviteDeps, rid: string): Promise<void> {
    for (const invite of await invites.ofRoom(rid)) {
        await deleteInvite({ invites, usageStore }, invite);
    }
}
