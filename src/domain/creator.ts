import { Invite } from './invite';
import { Memberships, Permissions, Users } from './ports';

/** Why an invite works no more, as long as it stays like this with its creator. */
export type Pause = 'creator-gone' | 'creator-deactivated' | 'creator-left' | 'creator-may-not';

export interface CreatorNeeds {
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
export async function pauseOf(
    { creatorMustStay, memberships, permissions, users }: CreatorNeeds,
    { userId, rid }: Invite,
): Promise<Pause | undefined> {
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
    if (!(await memberships.hasEntry(rid, userId))) {
        return 'creator-left';
    }
    return may ? undefined : 'creator-may-not';
}

/**
 * Whether the creator of an invite is no more, so that the invite never works again. A second question, as for rooms (forgetRoom.ts), keeps people from being taken for
 * deleted who were not to be read.
 */
export async function creatorIsGone({ creatorMustStay, memberships, users }: CreatorNeeds, { userId, rid }: Invite): Promise<boolean> {
    return (await creatorMustStay()) && !(await users.byId(userId)) && !(await memberships.hasEntry(rid, userId));
}
