import { Invite } from '../model/invite';
import { InviteStore, Memberships, Rooms, Usages } from '../ports';

export interface RemoveInvitesDeps {
    readonly invites: InviteStore;
    readonly usages: Usages;
}

/** Removes all invites to a room that is no more, with what was counted for them. May be done twice, or by two instances at once. */
export async function removeInvitesOfRoom({ invites, usages }: RemoveInvitesDeps, rid: string): Promise<void> {
    for (const invite of await invites.ofRoom(rid)) {
        await invites.remove(invite.id);
        await usages.forget(invite);
    }
}

export interface IsRoomDeletedDeps {
    readonly memberships: Memberships;
    readonly rooms: Rooms;
}

/**
 * Whether the room of an invite was deleted. The server also answers no room when the app may not read rooms; then the second question fails, and nothing is taken
 * for deleted that is not.
 */
export async function isRoomDeleted({ memberships, rooms }: IsRoomDeletedDeps, { rid, userId }: Invite): Promise<boolean> {
    return !(await rooms.byId(rid)) && !(await memberships.hasSubscription(rid, userId));
}
