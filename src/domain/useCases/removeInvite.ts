import { InviteError } from '../model/errors';
import { Invite } from '../model/invite';
import { EventSink } from '../model/event';
import { Permissions, Person } from '../ports';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';

export interface RemoveDeps extends DeleteInviteDeps {
    readonly events: EventSink;
    readonly permissions: Permissions;
}

/**
 * Revokes an invite by its record id.
 *
 * @throws invalid-invitation-id if it does not exist and the caller manages all invites
 * @throws not_authorized if it does not exist or the caller may not revoke it, so ids cannot be probed
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

/** Whether the caller is its creator, an owner of its room, or manages all invites. */
export async function mayRemove(permissions: Permissions, caller: Person, invite: Invite): Promise<boolean> {
    return invite.userId === caller.id || (await permissions.mayManageAll(caller)) || permissions.ownsRoom(caller, invite.rid);
}
