import { InviteError } from './errors';
import { Invite, NEVER_USED, UsedInvite } from './invite';
import { InviteStore, Permissions, Person, Usages } from './ports';

export interface ListNeeds {
    readonly invites: InviteStore;
    readonly permissions: Permissions;
    readonly usages: Usages;
}

/** All invites of the workspace, or of one room, for who manages them; else not_authorized. Oldest first. */
export async function listAllInvites(needs: ListNeeds, caller: Person, rid?: string): Promise<UsedInvite[]> {
    if (!(await needs.permissions.mayManageAll(caller))) {
        throw new InviteError('not_authorized');
    }
    const usages = await needs.usages.all();
    const invites = await (rid === undefined ? needs.invites.all() : needs.invites.ofRoom(rid));
    return inOrder(invites).map((invite) => ({ invite, usage: usages.get(invite.id) || NEVER_USED }));
}

/** A room's invites, for those who may create some there; everybody else sees their own. Oldest first. */
export async function listRoomInvites(needs: ListNeeds, caller: Person, rid: string): Promise<UsedInvite[]> {
    const invites = await needs.invites.ofRoom(rid);
    const seesAll = (await needs.permissions.mayManageAll(caller)) || (await needs.permissions.mayCreate(caller, rid));
    const seen = inOrder(seesAll ? invites : invites.filter(({ userId }) => userId === caller.id));
    return Promise.all(seen.map(async (invite) => ({ invite, usage: await needs.usages.of(invite) })));
}

function inOrder(invites: Invite[]): Invite[] {
    return invites.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
