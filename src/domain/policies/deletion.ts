import { Invite } from '../model/invite';
import { Memberships, Rooms, Users } from '../ports';

/** Whether the room of an invite was deleted. */
export function isRoomDeleted(rooms: Rooms, memberships: Memberships, invite: Invite): Promise<boolean> {
    return isGone(() => rooms.byId(invite.rid), memberships, invite);
}

/** Whether the creator's account was deleted. */
export function isCreatorDeleted(users: Users, memberships: Memberships, invite: Invite): Promise<boolean> {
    return isGone(() => users.byId(invite.userId), memberships, invite);
}

/**
 * Checks in two ways, because the server returns nothing either if the app may not read rooms or users. The second check
 * then throws.
 */
async function isGone(read: () => Promise<unknown>, memberships: Memberships, { rid, userId }: Invite): Promise<boolean> {
    return !(await read()) && !(await memberships.hasSubscription(rid, userId));
}
