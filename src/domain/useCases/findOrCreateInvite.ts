import { Admission } from '../capacity/admission';
import { RateLimit, RateLimiter } from '../policies/rateLimiter';
import { InviteError } from '../model/errors';
import {
    hasRepresentableEnd,
    Invite,
    isExpired,
    isLive,
    MS_PER_DAY,
    MS_PER_HOUR,
    msOf,
    NEVER_USED,
    InviteWithUsage,
    Validity,
} from '../model/invite';
import { KeyedLock } from '../capacity/keyedLock';
import { assertMayCreate, MayCreateDeps } from '../policies/mayCreate';
import { Clock, InviteKey, InviteStore, EventSink, Limits, Person, Secrets, Usages } from '../ports';

export interface FindOrCreateDeps extends MayCreateDeps {
    readonly admission: Admission;
    readonly inviteCreations: RateLimiter;
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly events: EventSink;
    readonly limits: () => Promise<Limits>;
    readonly lock: KeyedLock;
    readonly secrets: Secrets;
    readonly usageStore: Usages;
}

/** `maxUses` 0 = any number of people. The numbers are as the caller gave them: checking them comes last. */
export interface InviteRequest {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

export interface FindOrCreateResult extends InviteWithUsage {
    readonly created: boolean;
}

/**
 * The caller's own live invite with the same room, validity and number of uses as it is, or a new one (contract.md, "Find", "Create"). Many equal
 * calls at once, on any number of instances, answer one and the same. Refusals, in this order: those of assertMayCreate, invalid-number-of-days,
 * invalid-number-of-uses, error-too-many-requests.
 */
export async function findOrCreateInvite(deps: FindOrCreateDeps, caller: Person, wanted: InviteRequest): Promise<FindOrCreateResult> {
    try {
        await assertMayCreate(deps, caller, wanted.rid);
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-user-is-banned') {
            await deps.events.publish({ kind: 'refused-banned', person: caller, rid: wanted.rid });
        }
        throw error;
    }
    assertNumbers(wanted);
    const key: InviteKey = { userId: caller.id, rid: wanted.rid, validFor: msOf(wanted.validity), maxUses: wanted.maxUses };
    const limits = await deps.limits();
    assertWithinLimits(limits, key, deps.clock.now());

    const name = slotOf(key);
    const result = await deps.lock.run(name, async () => {
        const found = await find(deps, key);
        return found || deps.admission.runExclusively(name, async () => (await find(deps, key)) || create(deps, key, limits));
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

function isCount(value: number): boolean {
    return Number.isSafeInteger(value) && value >= 0;
}

function assertWithinLimits(limits: Limits, { validFor, maxUses }: InviteKey, now: number): void {
    // With a ceiling, "for ever" and "any number" are over it.
    if (limits.maxDays > 0 && (validFor === 0 || validFor > limits.maxDays * MS_PER_DAY)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'over-ceiling', ceiling: limits.maxDays });
    }
    if (validFor === 0 && !limits.neverExpiring) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'never-not-allowed' });
    }
    if (!hasRepresentableEnd(validFor, now)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'ends-beyond-dates' });
    }
    if (limits.maxUses > 0 && (maxUses === 0 || maxUses > limits.maxUses)) {
        throw new InviteError('invalid-number-of-uses', { field: 'maxUses', reason: 'over-ceiling', ceiling: limits.maxUses });
    }
}

async function find({ invites, usageStore, clock }: FindOrCreateDeps, key: InviteKey): Promise<FindOrCreateResult | undefined> {
    // The newest first: the others have ended mostly.
    const unexpired = (await invites.byKey(key)).filter((invite) => !isExpired(invite, clock.now())).sort((a, b) => b.createdAt - a.createdAt);
    for (const invite of unexpired) {
        const used = { invite, usage: await usageStore.of(invite) };
        if (isLive(used, clock.now())) {
            return { ...used, created: false };
        }
    }
    return undefined;
}

async function create(deps: FindOrCreateDeps, key: InviteKey, { perHour }: Limits): Promise<FindOrCreateResult> {
    const { invites, clock, secrets } = deps;
    const [token] = await Promise.all([unusedToken(invites, secrets), perHour > 0 && assertMayMakeMore(deps, key.userId, perHour)]);
    const invite: Invite = { ...key, id: secrets.id(), token, createdAt: clock.now() };
    await invites.insert(invite);
    return { invite, usage: NEVER_USED, created: true };
}

/** The stored invites count on every instance and after a restart. What this process counts holds for those as well that were deleted at once. */
async function assertMayMakeMore({ inviteCreations, clock, invites }: FindOrCreateDeps, userId: string, perHour: number): Promise<void> {
    const now = clock.now();
    const allowance: RateLimit = { max: perHour, withinMs: MS_PER_HOUR };
    inviteCreations.assertAllowed(userId, allowance, now, 'creating');
    const stored = await invites.createdSince(userId, now - MS_PER_HOUR, now);
    if (stored.length >= perHour) {
        const next = Math.min(...stored.map(({ createdAt }) => createdAt)) + MS_PER_HOUR;
        throw new InviteError('error-too-many-requests', { retryAfter: Math.max(1, Math.ceil((next - now) / 1000)), reason: 'creating' });
    }
    inviteCreations.consume(userId, allowance, now);
}

/** Two invites with one token are not to be expected, and would be two rooms behind one link. */
async function unusedToken(invites: InviteStore, secrets: Secrets): Promise<string> {
    let token = secrets.token();
    while (await invites.byToken(token)) {
        token = secrets.token();
    }
    return token;
}

function slotOf({ userId, rid, validFor, maxUses }: InviteKey): string {
    return `slot:${userId}:${rid}:${validFor}:${maxUses}`;
}
