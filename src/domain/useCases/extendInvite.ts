import { extendedEnd, InviteWithUsage } from '../model/invite';
import { Person } from '../ports';
import { EditDeps, editInvite } from './editInvite';

/**
 * Lets an invite end a week later, or a week from now if it is over.
 *
 * @throws those of editInvite
 */
export async function extendInvite(deps: EditDeps, caller: Person, id: string): Promise<InviteWithUsage> {
    const { clock, invites } = deps;
    const invite = await invites.byId(id);
    const end = invite && invite.expires;
    // The reply shows no link, so it needs no address.
    const withoutAddress = { ...deps, assertLinkable: () => Promise.resolve() };
    // Whether the caller may do so, and whether the invite exists, is checked there.
    return editInvite(withoutAddress, caller, id, typeof end === 'number' ? { end: { at: extendedEnd(end, clock.now()) } } : {});
}
