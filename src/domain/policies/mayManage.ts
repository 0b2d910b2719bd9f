import { InviteError } from '../model/errors';
import { Invite, roomIdsOf } from '../model/invite';
import { Person } from '../ports';
import { assertMayInvite, MayCreateDeps } from './mayCreate';
import { unlessRefused } from './unlessRefused';

/** @throws not_authorized if the caller does not manage the room or invite */
export async function assertManages(isManager: Promise<boolean>): Promise<void> {
    if (!(await isManager)) {
        throw new InviteError('not_authorized', { reason: 'managing' });
    }
}

/** Whether the caller manages the invites of the room: they may create some there, or manage all invites. */
export async function mayManageRoom({ memberships, permissions, rooms }: MayCreateDeps, caller: Person, rid: string): Promise<boolean> {
    return (
        (await permissions.mayManageAll(caller)) ||
        (await unlessRefused(assertMayInvite({ memberships, permissions, rooms }, caller, rid))) !== undefined
    );
}

type Owned = Pick<Invite, 'userId' | 'rid' | 'moreRooms'>;

/** Whether the caller may change an invite and decide its requests: who manages all its rooms. */
export async function mayManageInvite(deps: MayCreateDeps, caller: Person, invite: Pick<Invite, 'rid' | 'moreRooms'>): Promise<boolean> {
    return (await managedAmong(deps, caller, invite)).every(Boolean);
}

/** Whether the caller may see the facts about an invite: its creator, and managers of one of its rooms. */
export async function mayView(deps: MayCreateDeps, caller: Person, invite: Owned): Promise<boolean> {
    return invite.userId === caller.id || (await managedAmong(deps, caller, invite)).some(Boolean);
}

/** Whether the caller may remove an invite as the server's own endpoint does: its creator, an owner of one of its rooms, and people who manage all. */
export async function mayRemove({ permissions }: Pick<MayCreateDeps, 'permissions'>, caller: Person, invite: Owned): Promise<boolean> {
    if (invite.userId === caller.id || (await permissions.mayManageAll(caller))) {
        return true;
    }
    return (await Promise.all(roomIdsOf(invite).map((rid) => permissions.ownsRoom(caller, rid)))).some(Boolean);
}

/** Whether the caller may revoke an invite: who may remove it, and managers of one of its rooms, whom it lets people into. */
export async function mayRevoke(deps: MayCreateDeps, caller: Person, invite: Owned): Promise<boolean> {
    return (await mayRemove(deps, caller, invite)) || (await managedAmong(deps, caller, invite)).some(Boolean);
}

/** Returns for each room of the invite whether the caller manages it. */
function managedAmong(deps: MayCreateDeps, caller: Person, invite: Pick<Invite, 'rid' | 'moreRooms'>): Promise<boolean[]> {
    return Promise.all(roomIdsOf(invite).map((rid) => mayManageRoom(deps, caller, rid)));
}
