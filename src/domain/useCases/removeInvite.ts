import { InviteError } from '../model/errors';
import { Invite } from '../model/invite';
import { EventSink, Permissions, Person } from '../ports';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';

export interface RemoveDeps extends DeleteInviteDeps {
    readonly events: EventSink;
    readonly permissions: Permissions;
}

/**
 * Removes an invite by its record id, for its creator, owners of its room, and people who manage all invites. Only the
 * latter learn that an id does not exist. For all others it reads like an invite of somebody else, so nobody can probe
 * which ids exist.
 *
 * @throws invalid-invitation-id, not_authorized
 */
export async function removeInvite(deps: RemoveDeps, caller: Person, id: string): Promise<Invite> {
    const invite = await deps.invites.byId(id);
    if (invite) {
        deps.events.attachInvite(invite);
    }
    if (!invite && (await deps.permissions.mayManageAll(caller))) {
        throw new InviteError('invalid-invitation-id', { field: '_id' });
    }
    if (!invite || !(await mayRemove(deps.permissions, caller, invite))) {
        throw new InviteError('not_authorized', { reason: 'removing' });
    }
    await deleteInvite(deps, invite);
    await deps.events.publish({ kind: 'revoked', person: caller, invite });
    return invite;
}

/** Whether the caller may remove that invite. */
export async function mayRemove(permissions: Permissions, caller: Person, invite: Invite): Promise<boolean> {
    return invite.userId === caller.id || (await permissions.mayManageAll(caller)) || permissions.ownsRoom(caller, invite.rid);
}
