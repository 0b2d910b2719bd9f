import { Admission } from '../capacity/admission';
import { RateLimit, RateLimiter } from '../policies/rateLimiter';
import { InviteError } from '../model/errors';
import { hasRepresentableEnd, Invite, isExpired, isLive, MS_PER_HOUR, msOf, NEVER_USED, InviteWithUsage, Validity } from '../model/invite';
import { allowsForever, exceedsMaxDays, exceedsMaxUses } from '../model/limits';
import { isCount } from '../numbers';
import { KeyedLock } from '../capacity/keyedLock';
import { publishRefusals } from './publishRefusals';
import { assertMayCreate, MayCreateDeps } from '../policies/mayCreate';
import { EventSink } from '../model/event';
import { Clock, InviteKey, InviteStore, Limits, Person, TokenSource, UsageStore } from '../ports';

export interface FindOrCreateDeps extends MayCreateDeps {
    readonly admission: Admission;
    readonly inviteCreations: RateLimiter;
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly events: EventSink;
    readonly limits: () => Promise<Limits>;
    readonly lock: KeyedLock;
    readonly secrets: TokenSource;
    readonly usageStore: UsageStore;
}

/** A `maxUses` of 0 = any number of people. The numbers are unchecked, because the permission is checked first. */
export interface InviteRequest {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

export interface FindOrCreateResult extends InviteWithUsage {
    readonly created: boolean;
}

/**
 * Returns the caller's live invite with the requested room, validity and number of uses, or creates one. Concurrent
 * equal calls return the same invite on any number of instances.
 *
 * @throws those of assertMayCreate
 * @throws invalid-number-of-days
 * @throws invalid-number-of-uses
 * @throws error-too-many-requests
 */
export async function findOrCreateInvite(deps: FindOrCreateDeps, caller: Person, request: InviteRequest): Promise<FindOrCreateResult> {
    return publishRefusals(deps.events, { person: caller, rid: request.rid }, () => findOrCreate(deps, caller, request));
}

async function findOrCreate(deps: FindOrCreateDeps, caller: Person, request: InviteRequest): Promise<FindOrCreateResult> {
    await assertMayCreate(deps, caller, request.rid);
    assertNumbers(request);
    const key: InviteKey = { userId: caller.id, rid: request.rid, validFor: msOf(request.validity), maxUses: request.maxUses };
    const limits = await deps.limits();
    assertWithinLimits(limits, key, deps.clock.now());

    const slot = slotOf(key);
    const result = await deps.lock.run(slot, async () => {
        const found = await find(deps, key);
        return found || deps.admission.runExclusively(slot, async () => (await find(deps, key)) || create(deps, key, limits));
    });
    deps.events.attachInvite(result.invite);
    if (result.created) {
        await deps.events.publish({ kind: 'created', person: caller, invite: result.invite });
    }
    return result;
}

function assertNumbers({ validity, maxUses }: InviteRequest): void {
    if (!isCount(validity.count)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'no-count' });
    }
    if (!isCount(maxUses)) {
        throw new InviteError('invalid-number-of-uses', { field: 'maxUses', reason: 'no-count' });
    }
}

function assertWithinLimits(limits: Limits, { validFor, maxUses }: InviteKey, now: number): void {
    if (exceedsMaxDays(limits, validFor)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'over-ceiling', ceiling: limits.maxDays });
    }
    if (validFor === 0 && !allowsForever(limits)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'never-not-allowed' });
    }
    if (!hasRepresentableEnd(validFor, now)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'ends-beyond-dates' });
    }
    if (exceedsMaxUses(limits, maxUses)) {
        throw new InviteError('invalid-number-of-uses', { field: 'maxUses', reason: 'over-ceiling', ceiling: limits.maxUses });
    }
}

async function find({ invites, usageStore, clock }: FindOrCreateDeps, key: InviteKey): Promise<FindOrCreateResult | undefined> {
    // Newest first, because older ones have usually been used up.
    const unexpired = (await invites.byKey(key)).filter((invite) => !isExpired(invite, clock.now())).sort((a, b) => b.createdAt - a.createdAt);
    for (const invite of unexpired) {
        const found = { invite, usage: await usageStore.of(invite) };
        if (isLive(found, clock.now())) {
            return { ...found, created: false };
        }
    }
    return undefined;
}

async function create(deps: FindOrCreateDeps, key: InviteKey, { perHour }: Limits): Promise<FindOrCreateResult> {
    const { invites, clock, secrets } = deps;
    const [token] = await Promise.all([unusedToken(invites, secrets), perHour > 0 && assertMayCreateMore(deps, key.userId, perHour)]);
    const invite: Invite = { ...key, id: secrets.id(), token, createdAt: clock.now() };
    await invites.insert(invite);
    return { invite, usage: NEVER_USED, created: true };
}

/**
 * Checks both counts of recent invites. The store has those of all instances; this process also counts deleted invites.
 *
 * @throws error-too-many-requests
 */
async function assertMayCreateMore({ inviteCreations, clock, invites }: FindOrCreateDeps, userId: string, perHour: number): Promise<void> {
    const now = clock.now();
    const limit: RateLimit = { max: perHour, withinMs: MS_PER_HOUR };
    inviteCreations.assertAllowed(userId, limit, now, 'creating');
    const stored = await invites.createdSince(userId, now - MS_PER_HOUR, now);
    if (stored.length >= perHour) {
        const next = Math.min(...stored.map(({ createdAt }) => createdAt)) + MS_PER_HOUR;
        throw new InviteError('error-too-many-requests', { retryAfter: Math.max(1, Math.ceil((next - now) / 1000)), reason: 'creating' });
    }
    inviteCreations.consume(userId, limit, now);
}

/** Returns a token that no invite has. A collision is very unlikely, but would put two rooms behind one link. */
async function unusedToken(invites: InviteStore, secrets: TokenSource): Promise<string> {
    let token = secrets.token();
    while (await invites.byToken(token)) {
        token = secrets.token();
    }
    return token;
}

function slotOf({ userId, rid, validFor, maxUses }: InviteKey): string {
    return `slot:${userId}:${rid}:${validFor}:${maxUses}`;
}
