import { Invite, roomIdsOf } from '../model/invite';
import { Memberships, Rooms, Users } from '../ports';

/** Whether all rooms of an invite were deleted. */
export async function areRoomsDeleted(rooms: Rooms, memberships: Memberships, invite: Invite): Promise<boolean> {
    const { userId } = invite;
    for (const rid of roomIdsOf(invite)) {
        if (!(await isGone(() => rooms.byId(rid), memberships, { rid, userId }))) {
            return false;
        }
    }
    return true;
}

/** Whether the creator's account was deleted. */
export function isCreatorDeleted(users: Users, memberships: Memberships, invite: Invite): Promise<boolean> {
    return isGone(() => users.byId(invite.userId), memberships, invite);
}

/**
 * Checks in two ways, because the server returns nothing either if the app may not read rooms or users. The second check
 * then throws.
 */
async function isGone(read: () => Promise<unknown>, memberships: Memberships, { rid, userId }: Pick<Invite, 'rid' | 'userId'>): Promise<boolean> {
    return !(await read()) && !(await memberships.hasSubscription(rid, userId));
}
