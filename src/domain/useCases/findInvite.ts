import { InviteError } from '../model/errors';
import { EventSink } from '../model/event';
import { Invite } from '../model/invite';
import { MayCreateDeps } from '../policies/mayCreate';
import { mayManageInvite, mayView } from '../policies/mayManage';
import { Person } from '../ports';
import { InviteStore } from '../stores';

export interface FindInviteDeps extends MayCreateDeps {
    readonly events: EventSink;
    readonly invites: InviteStore;
}

/**
 * Returns an invite that the caller may see, by its record id.
 *
 * @throws invalid-invitation-id if it does not exist and the caller manages all invites
 * @throws not_authorized if it does not exist or the caller may not see it, so ids cannot be probed
 */
export function findViewable(deps: FindInviteDeps, caller: Person, id: string): Promise<Invite> {
    return find(deps, caller, id, mayView);
}

/**
 * Returns an invite that the caller may change, by its record id.
 *
 * @throws those of findViewable
 */
export function findManageable(deps: FindInviteDeps, caller: Person, id: string): Promise<Invite> {
    return find(deps, caller, id, mayManageInvite);
}

type Policy = (deps: MayCreateDeps, caller: Person, invite: Invite) => Promise<boolean>;

async function find(
    { events, invites, memberships, permissions, rooms }: FindInviteDeps,
    caller: Person,
    id: string,
    policy: Policy,
): Promise<Invite> {
    const invite = await invites.byId(id);
    if (invite) {
        events.attachInvite(invite);
    }
    return assertFound(permissions, caller, invite, 'managing', (found) => policy({ memberships, permissions, rooms }, caller, found));
}

/**
 * Returns the invite if it exists and the policy allows the caller to act on it.
 *
 * @throws those of findViewable
 */
export async function assertFound(
    permissions: MayCreateDeps['permissions'],
    caller: Person,
    invite: Invite | undefined,
    reason: 'managing' | 'removing',
    isAllowed: (invite: Invite) => Promise<boolean>,
): Promise<Invite> {
    if (!invite && (await permissions.mayManageAll(caller))) {
        throw new InviteError('invalid-invitation-id', { field: '_id' });
    }
    if (!invite || !(await isAllowed(invite))) {
        throw new InviteError('not_authorized', { reason });
    }
    return invite;
}
