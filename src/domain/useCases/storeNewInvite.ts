import { InviteError } from '../model/errors';
import { Invite, InviteDraft, MS_PER_HOUR, newInvite } from '../model/invite';
import { RateLimit, RateLimiter } from '../policies/rateLimiter';
import { Clock, TokenSource } from '../ports';
import { InviteStore } from '../stores';

export interface StoreNewInviteDeps {
    /** Throws if links have no address. The reply could not show the link, and each retry would store another one. */
    readonly assertLinkable: () => Promise<void>;
    readonly clock: Clock;
    readonly inviteCreations: RateLimiter;
    readonly invites: InviteStore;
    readonly secrets: TokenSource;
}

/**
 * Stores a new invite, unless its creator has created `perHour` in the last hour; 0 = any number.
 *
 * @throws error-too-many-requests
 */
export async function storeNewInvite(
    { assertLinkable, clock, inviteCreations, invites, secrets }: StoreNewInviteDeps,
    draft: InviteDraft,
    perHour: number,
): Promise<Invite> {
    await assertLinkable();
    const [token] = await Promise.all([
        unusedToken({ invites, secrets }),
        perHour > 0 && assertMayCreateMore({ clock, inviteCreations, invites }, draft.userId, perHour),
    ]);
    const invite = newInvite(draft, secrets.id(), token, clock.now());
    await invites.insert(invite);
    return invite;
}

/**
 * Checks both counts of recent invites. The store has those of all instances; this process also counts deleted invites.
 *
 * @throws error-too-many-requests
 */
async function assertMayCreateMore(
    { clock, inviteCreations, invites }: Pick<StoreNewInviteDeps, 'clock' | 'inviteCreations' | 'invites'>,
    userId: string,
    perHour: number,
): Promise<void> {
    const now = clock.now();
    const limit: RateLimit = { max: perHour, withinMs: MS_PER_HOUR };
    inviteCreations.assertAllowed(userId, limit, now, 'creating');
    const stored = await invites.createdSince(userId, now - MS_PER_HOUR, now);
    if (stored.length >= perHour) {
        const next = Math.min(...stored.map(({ createdAt }) => createdAt)) + MS_PER_HOUR;
        throw new InviteError('error-too-many-requests', { retryAfter: Math.max(1, Math.ceil((next - now) / 1000)), reason: 'creating' });
    }
    // Parallel requests may have been counted meanwhile.
    inviteCreations.assertAllowed(userId, limit, now, 'creating');
    inviteCreations.consume(userId, limit, now);
}

/** Returns a token that no invite has. A collision is very unlikely, but would put two rooms behind one link. */
export async function unusedToken({ invites, secrets }: Pick<StoreNewInviteDeps, 'invites' | 'secrets'>): Promise<string> {
    let token = secrets.token();
    while (await invites.hasToken(token)) {
        token = secrets.token();
    }
    return token;
}
