import { Invite } from '../model/invite';
import { Memberships, Permissions, Users } from '../ports';

/** Why an invite works no more, as long as it stays like this with its creator. */
export type SuspensionReason = 'creator-gone' | 'creator-deactivated' | 'creator-left' | 'creator-may-not';

export interface CreatorDeps {
    /** Whether invites work only as long as their creator could make them. */
    readonly creatorMustStay: () => Promise<boolean>;
    readonly memberships: Memberships;
    readonly permissions: Permissions;
    readonly users: Users;
}

/**
 * Why the invite does not work for the time being; undefined: nothing stands in the way. It is found out each time anew, so an invite works again
 * when its creator is back.
 */
export async function suspensionOf(
    { creatorMustStay, memberships, permissions, users }: CreatorDeps,
    { userId, rid }: Invite,
): Promise<SuspensionReason | undefined> {
    if (!(await creatorMustStay())) {
        return undefined;
    }
    const creator = await users.byId(userId);
    if (!creator) {
        return 'creator-gone';
    }
    if (!creator.active) {
        return 'creator-deactivated';
    }
    const may = await permissions.mayCreate(creator, rid);
    if (!(await memberships.hasSubscription(rid, userId))) {
        return 'creator-left';
    }
    return may ? undefined : 'creator-may-not';
}

/**
 * Whether the creator of an invite is no more, so that the invite never works again. A second question, as for rooms (removeInvitesOfRoom.ts), keeps people from being taken for
 * deleted who were not to be read.
 */
export async function isCreatorDeleted({ creatorMustStay, memberships, users }: CreatorDeps, { userId, rid }: Invite): Promise<boolean> {
    return (await creatorMustStay()) && !(await users.byId(userId)) && !(await memberships.hasSubscription(rid, userId));
}
