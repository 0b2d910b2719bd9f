import { Invite } from '../model/invite';
import { Memberships, Rooms } from '../ports';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';

/** Deletes all invites to a deleted room. Safe to repeat, and to run on two instances at once. */
export async function removeInvitesOfRoom(deps: DeleteInviteDeps, rid: string): Promise<void> {
    for (const invite of await deps.invites.ofRoom(rid)) {
        await deleteInvite(deps, invite);
    }
}

export interface IsRoomDeletedDeps {
    readonly memberships: Memberships;
    readonly rooms: Rooms;
}

/**
 * Whether the room of an invite was deleted. Checked in two ways, because the server also returns no room if the app
 * may not read rooms; the second check then throws.
 */
export async function isRoomDeleted({ memberships, rooms }: IsRoomDeletedDeps, { rid, userId }: Invite): Promise<boolean> {
    return !(await rooms.byId(rid)) && !(await memberships.hasSubscription(rid, userId));
}
