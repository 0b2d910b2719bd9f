import { Invite, roomIdsOf } from '../model/invite';
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

/** Whether the creator may be told who uses the invite: as long as they may invite to all its rooms. */
export async function mayBeTold(
    { memberships, permissions, users }: Omit<CreatorDeps, 'creatorMustStay'>,
    invite: Pick<Invite, 'userId' | 'rid' | 'moreRooms'>,
): Promise<boolean> {
    const deps = { creatorMustStay: () => Promise.resolve(true), memberships, permissions, users };
    return (await suspensionsOf(deps, invite)).every((reason) => reason === undefined);
}

/** Returns why the invite is suspended; undefined if it opens at least one room. */
export async function suspensionOf(deps: CreatorDeps, invite: Pick<Invite, 'userId' | 'rid' | 'moreRooms'>): Promise<SuspensionReason | undefined> {
    const reasons = await suspensionsOf(deps, invite);
    return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** Returns for each room of the invite why it is closed; undefined if it is open. */
function suspensionsOf(deps: CreatorDeps, invite: Pick<Invite, 'userId' | 'rid' | 'moreRooms'>): Promise<(SuspensionReason | undefined)[]> {
    return Promise.all(roomIdsOf(invite).map((rid) => suspensionIn(deps, invite.userId, rid)));
}

/**
 * Returns why an invite of this creator does not open the room; undefined if it does. The state is never stored, so the
 * invite works again once its creator may create invites again.
 */
export async function suspensionIn(
    { creatorMustStay, memberships, permissions, users }: CreatorDeps,
    userId: string,
    rid: string,
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
