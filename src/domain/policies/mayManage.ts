import { Invite } from '../model/invite';
import { Person } from '../ports';
import { assertMayInvite, MayCreateDeps } from './mayCreate';
import { unlessRefused } from './unlessRefused';

/** Whether the caller manages the invites of the room: they may create some there, or manage all invites. */
export async function mayManageRoom({ memberships, permissions, rooms }: MayCreateDeps, caller: Person, rid: string): Promise<boolean> {
    return (
        (await permissions.mayManageAll(caller)) ||
        (await unlessRefused(assertMayInvite({ memberships, permissions, rooms }, caller, rid))) !== undefined
    );
}

/** Whether the caller may see the facts about an invite: its creator, and managers of its room. */
export async function mayView(deps: MayCreateDeps, caller: Person, { userId, rid }: Pick<Invite, 'userId' | 'rid'>): Promise<boolean> {
    return userId === caller.id || mayManageRoom(deps, caller, rid);
}

/** Whether the caller may remove an invite as the server's own endpoint does: its creator, an owner of its room, and people who manage all. */
export async function mayRemove(
    { permissions }: Pick<MayCreateDeps, 'permissions'>,
    caller: Person,
    { userId, rid }: Pick<Invite, 'userId' | 'rid'>,
): Promise<boolean> {
    return userId === caller.id || (await permissions.mayManageAll(caller)) || permissions.ownsRoom(caller, rid);
}

/** Whether the caller may revoke an invite: who may remove it, and managers of its room. */
export async function mayRevoke(deps: MayCreateDeps, caller: Person, invite: Pick<Invite, 'userId' | 'rid'>): Promise<boolean> {
    return (await mayRemove(deps, caller, invite)) || mayManageRoom(deps, caller, invite.rid);
}
