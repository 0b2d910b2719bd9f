import { forEachWhile } from '../timeLimit';
import { Clock } from '../ports';
import { InviteStore, RequestStore } from '../stores';

/** Deletes requests whose time is over or whose invite is gone, while `mayContinue` returns true. */
export async function sweepRequests(
    { clock, invites, requests }: { readonly clock: Clock; readonly invites: Pick<InviteStore, 'allIds'>; readonly requests: RequestStore },
    mayContinue: () => boolean,
): Promise<void> {
    const all = await requests.all();
    const known = await invites.allIds();
    const old = all.filter(({ inviteId, until }) => until <= clock.now() || !known.has(inviteId));
    await forEachWhile(old, mayContinue, ({ id }) => requests.remove(id));
}
