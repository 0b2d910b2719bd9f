import { Invite } from '../model/invite';
import { InviteStore, UsageStore } from '../stores';

export interface DeleteInviteDeps {
    readonly invites: InviteStore;
    readonly usageStore: UsageStore;
}

/** Deletes an invite, then the records of its uses. A crash in between leaves only records without effect. */
export async function deleteInvite({ invites, usageStore }: DeleteInviteDeps, invite: Invite): Promise<void> {
    await invites.remove(invite.id);
    await usageStore.forget(invite);
}
