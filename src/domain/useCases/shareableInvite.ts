import { InviteError } from '../model/errors';
import { Person } from '../ports';
import { FindInviteDeps, findManageable } from './findInvite';
import { InviteLookUp, OpenInvite } from './lookUpInvite';

export type ShareDeps = FindInviteDeps & { readonly lookUp: InviteLookUp };

/**
 * Returns an invite that the caller may pass on, with the rooms that it opens. Only its creator may, because others do not see its
 * link, and only while it works.
 *
 * @throws those of findManageable
 * @throws not_authorized (reason sharing)
 * @throws those of InviteLookUp.assertOpen
 */
export async function shareableInvite(deps: ShareDeps, caller: Person, id: string): Promise<OpenInvite> {
    const { events, invites, lookUp, memberships, permissions, rooms } = deps;
    const invite = await findManageable({ events, invites, memberships, permissions, rooms }, caller, id);
    if (invite.userId !== caller.id) {
        throw new InviteError('not_authorized', { reason: 'sharing' });
    }
    return { invite, rooms: await lookUp.assertOpen(invite, caller.id) };
}
