import { InviteError } from './errors';
import { Invite, UsedInvite } from './invite';
import { InviteStore, Permissions, Person, Usages } from './ports';

export interface ListNeeds {
    readonly invites: InviteStore;
    readonly permissions: Permissions;
    readonly usages: Usages;
}

/** All invites of the workspace, for who manages them; else not_authorized. Oldest first. */
export async function listAllInvites(needs: ListNeeds, caller: Person): Promise<UsedInvite[]> {
    if (!(await needs.permissions.mayManageAll(caller))) {
        throw new InviteError('not_authorized');
    }
    return withUsages(needs, await needs.invites.all());
}

/** A room's invites, for those who may create some there; everybody else sees their own. Oldest first. */
export async function listRoomInvites(needs: ListNeeds, caller: Person, rid: string): Promise<UsedInvite[]> {
    const invites = await needs.invites.ofRoom(rid);
    const seesAll = (await needs.permissions.mayManageAll(caller)) || (await needs.permissions.mayCreate(caller, rid));
    return withUsages(needs, seesAll ? invites : invites.filter(({ userId }) => userId === caller.id));
}

async function withUsages({ usages }: ListNeeds, invites: Invite[]): Promise<UsedInvite[]> {
    const all = await usages.all();
    return invites
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
        .map((invite) => ({ invite, usage: all.get(invite.id) || { uses: 0 } }));
}
