import { Invite, roomIdsOf } from '../model/invite';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';

/** Deletes all invites that open only this deleted room. Safe to repeat, and to run on two instances at once. */
export async function removeInvitesOfRoom({ invites, usageStore }: DeleteInviteDeps, rid: string): Promise<void> {
    for (const invite of await invites.ofRoom(rid)) {
        if (invite.moreRooms.length === 0) {
            await deleteInvite({ invites, usageStore }, invite);
        }
    }
}

/** Deletes an invite whose rooms were all deleted, and all others that open only one of them. */
export async function removeRoomless(deps: DeleteInviteDeps, invite: Invite): Promise<void> {
    for (const rid of roomIdsOf(invite)) {
        await removeInvitesOfRoom(deps, rid);
    }
    if (invite.moreRooms.length > 0) {
        await deleteInvite(deps, invite);
    }
}
