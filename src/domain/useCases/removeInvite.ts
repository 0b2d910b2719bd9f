import { EventSink } from '../model/event';
import { Invite } from '../model/invite';
import { isToken } from '../model/token';
import { MayCreateDeps } from '../policies/mayCreate';
import { mayRemove, mayRevoke } from '../policies/mayManage';
import { namableRoom } from '../policies/maySee';
import { InviteStore, Person, Room, UsageStore } from '../ports';
import { InviteError } from '../model/errors';
import { deleteInvite } from './deleteInvite';
import { assertFound, idOf } from './findInvite';
import { InviteLookUp } from './lookUpInvite';

export interface RemoveDeps extends MayCreateDeps {
    readonly events: EventSink;
    readonly invites: InviteStore;
    readonly usageStore: UsageStore;
}

/**
 * Revokes an invite by its record id, if the caller is its creator or an owner of its room, or manages all invites.
 *
 * @throws invalid-invitation-id if it does not exist and the caller manages all invites
 * @throws not_authorized if it does not exist or the caller may not revoke it, so ids cannot be probed
 */
export async function removeInvite(deps: RemoveDeps, caller: Person, id: string): Promise<void> {
    const { events, invites, permissions, usageStore } = deps;
    const invite = await readAttached({ events, invites }, id);
    const found = await assertFound(permissions, caller, invite, 'removing', (existing) => mayRemove({ permissions }, caller, existing));
    await remove({ events, invites, usageStore }, caller, found);
}

export interface RevokeDeps extends RemoveDeps {
    readonly lookUp: InviteLookUp;
}

/**
 * Revokes an invite by its id or token, if the caller may remove it or manages its room. Returns its room if the caller
 * may see the name. With a token, a refusal names the room, so the reply can name its owners.
 *
 * @throws those of idOf
 * @throws those of removeInvite
 */
export async function revokeInvite(deps: RevokeDeps, caller: Person, target: string): Promise<Room | undefined> {
    const { events, invites, lookUp, memberships, permissions, rooms, usageStore } = deps;
    const policyDeps = { memberships, permissions, rooms };
    const invite = await readAttached({ events, invites }, await idOf(lookUp, caller, target));
    if (invite && isToken(target) && !(await mayRevoke(policyDeps, caller, invite))) {
        throw new InviteError('not_authorized', { rid: invite.rid });
    }
    const found = await assertFound(permissions, caller, invite, 'removing', (existing) => mayRevoke(policyDeps, caller, existing));
    await remove({ events, invites, usageStore }, caller, found);
    return namableRoom(policyDeps, caller, found.rid);
}

/** Returns an invite and names it in the log line of the operation, even if it is refused then. */
async function readAttached({ events, invites }: Pick<RemoveDeps, 'events' | 'invites'>, id: string): Promise<Invite | undefined> {
    const invite = await invites.byId(id);
    if (invite) {
        events.attachInvite(invite);
    }
    return invite;
}

async function remove(
    { events, invites, usageStore }: Pick<RemoveDeps, 'events' | 'invites' | 'usageStore'>,
    caller: Person,
    invite: Invite,
): Promise<void> {
    await deleteInvite({ invites, usageStore }, invite);
    await events.publish({ kind: 'revoked', person: caller, invite });
}

/** The invites to revoke at once. */
export type RevokeTarget = { readonly rid: string } | { readonly userId: string } | { readonly all: true };

/**
 * Revokes all invites of a room, of a person, or of the workspace, and returns how many.
 *
 * @throws not_authorized if the caller does not manage the room, or all invites
 */
export async function revokeInvites(deps: RemoveDeps, caller: Person, target: RevokeTarget): Promise<number> {
    const { events, invites, memberships, permissions, rooms, usageStore } = deps;
    const isAllowed =
        (await permissions.mayManageAll(caller)) ||
        ('rid' in target && (await mayRevoke({ memberships, permissions, rooms }, caller, { rid: target.rid, userId: '' })));
    if (!isAllowed) {
        throw new InviteError('not_authorized', { reason: 'removing' });
    }
    const found = 'rid' in target ? await invites.ofRoom(target.rid) : await invites.all();
    const chosen = found.filter(({ userId }) => !('userId' in target) || userId === target.userId);
    for (const invite of chosen) {
        await remove({ events, invites, usageStore }, caller, invite);
    }
    return chosen.length;
}
