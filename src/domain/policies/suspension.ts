import { Invite } from '../model/invite';
import { Memberships, Permissions, Users } from '../ports';

/** Why an invite is suspended. */
export type SuspensionReason = 'creator-gone' | 'creator-deactivated' | 'creator-left' | 'creator-may-not';

export interface CreatorDeps {
    /** Whether an invite works only while its creator may create it. */
    readonly creatorMustStay: () => Promise<boolean>;
    readonly memberships: Memberships;
    readonly permissions: Permissions;
    readonly users: Users;
}

/**
 * Returns why the invite is suspended; undefined if it is not. The state is never stored, so the invite works again
 * once its creator may create invites again.
 */
export async function suspensionOf(
    { creatorMustStay, memberships, permissions, users }: CreatorDeps,
    { userId, rid }: Pick<Invite, 'userId' | 'rid'>,
): Promise<SuspensionReason | undefined> {
    if (!(await creatorMustStay())) {
        return undefined;
    }
    // Read at once: most creators own the room, which proves their membership and their permission.
    const [creator] = await Promise.all([users.byId(userId), permissions.ownsRoom({ id: userId }, rid)]);
    if (!creator) {
        return 'creator-gone';
    }
    if (!creator.active) {
        return 'creator-deactivated';
    }
    const mayCreate = await permissions.mayCreate(creator, rid);
    if (!(await memberships.hasSubscription(rid, userId))) {
        return 'creator-left';
    }
    return mayCreate ? undefined : 'creator-may-not';
}
