import { EventSink } from '../model/event';
import { Invite, roomIdsOf } from '../model/invite';
import { MayCreateDeps } from '../policies/mayCreate';
import { mayRemove, mayRevoke } from '../policies/mayManage';
import { namableRoom } from '../policies/maySee';
import { Person, Room } from '../ports';
import { InviteStore, UsageStore } from '../stores';
import { InviteError } from '../model/errors';
import { deleteInvite } from './deleteInvite';
import { assertFound } from './findInvite';
import { Target } from './findTarget';

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

/**
 * Revokes an invite, if the caller may remove it or manages its room. Returns those of its rooms whose names the caller may see.
 *
 * @throws those of findRevocable
 */
export async function revokeInvite(deps: RemoveDeps, caller: Person, target: Target): Promise<Room[]> {
    const { events, invites, memberships, permissions, rooms, usageStore } = deps;
    const found = await findRevocable({ events, invites, memberships, permissions, rooms }, caller, target);
    await remove({ events, invites, usageStore }, caller, found);
    const named = await Promise.all(roomIdsOf(found).map((rid) => namableRoom({ memberships, permissions, rooms }, caller, rid)));
    return named.filter((room): room is Room => room !== undefined);
}

/**
 * Returns an invite that the caller may revoke. If they named it by its token, a refusal names the room, so the reply
 * can name its owners.
 *
 * @throws those of removeInvite
 */
export async function findRevocable(deps: Omit<RemoveDeps, 'usageStore'>, caller: Person, { id, byToken }: Target): Promise<Invite> {
    const { events, invites, memberships, permissions, rooms } = deps;
    const policyDeps = { memberships, permissions, rooms };
    const invite = await readAttached({ events, invites }, id);
    if (invite && byToken && !(await mayRevoke(policyDeps, caller, invite))) {
        throw new InviteError('not_authorized', { rid: invite.rid });
    }
    return assertFound(permissions, caller, invite, 'removing', (existing) => mayRevoke(policyDeps, caller, existing));
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

/** Whether the caller may revoke all of these invites: a manager of the room, or people who manage all invites. */
export async function mayRevokeAll(deps: MayCreateDeps, caller: Person, target: RevokeTarget): Promise<boolean> {
    return (
        (await deps.permissions.mayManageAll(caller)) || ('rid' in target && mayRevoke(deps, caller, { rid: target.rid, moreRooms: [], userId: '' }))
    );
}

/**
 * Revokes all invites of a room, of a person, or of the workspace, and returns how many.
 *
 * @throws not_authorized if the caller does not manage the room, or all invites
 */
export async function revokeInvites(deps: RemoveDeps, caller: Person, target: RevokeTarget): Promise<number> {
    const { events, invites, memberships, permissions, rooms, usageStore } = deps;
    if (!(await mayRevokeAll({ memberships, permissions, rooms }, caller, target))) {
        throw new InviteError('not_authorized', { reason: 'removing' });
    }
    const found = 'rid' in target ? await invites.ofRoom(target.rid) : await invites.all();
    const chosen = found.filter(({ userId }) => !('userId' in target) || userId === target.userId);
    for (const invite of chosen) {
        await remove({ events, invites, usageStore }, caller, invite);
    }
    return chosen.length;
}
