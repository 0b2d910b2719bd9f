import { Admission } from './admission';
import { Allowance, Budget } from './budget';
import { InviteError } from './errors';
import { hasRepresentableEnd, Invite, isExpired, isLive, MS_PER_DAY, MS_PER_HOUR, msOf, NEVER_USED, UsedInvite, Validity } from './invite';
import { KeyedQueue } from './keyedQueue';
import { assertMayCreate, MayCreateNeeds } from './mayCreate';
import { Clock, InviteKey, InviteStore, Journal, Limits, Person, Secrets, Usages } from './ports';

export interface FindOrCreateNeeds extends MayCreateNeeds {
    readonly admission: Admission;
    readonly creations: Budget;
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly journal: Journal;
    readonly limits: () => Promise<Limits>;
    readonly queue: KeyedQueue;
    readonly secrets: Secrets;
    readonly usages: Usages;
}

/** `maxUses` 0 = any number of people. The numbers are as the caller gave them: checking them comes last. */
export interface WantedInvite {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

export interface FoundInvite extends UsedInvite {
    readonly created: boolean;
}

/**
 * The caller's own live invite with the same room, validity and number of uses as it is, or a new one (contract.md, "Find", "Create"). Many equal
 * calls at once, on any number of instances, answer one and the same. Refusals, in this order: those of assertMayCreate, invalid-number-of-days,
 * invalid-number-of-uses, error-too-many-requests.
 */
export async function findOrCreateInvite(needs: FindOrCreateNeeds, caller: Person, wanted: WantedInvite): Promise<FoundInvite> {
    try {
        await assertMayCreate(needs, caller, wanted.rid);
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-user-is-banned') {
            await needs.journal.tell({ kind: 'refused-banned', person: caller, rid: wanted.rid });
        }
        throw error;
    }
    assertNumbers(wanted);
    const key: InviteKey = { userId: caller.id, rid: wanted.rid, validFor: msOf(wanted.validity), maxUses: wanted.maxUses };
    const limits = await needs.limits();
    assertWithinLimits(limits, key, needs.clock.now());

    const name = slotOf(key);
    const result = await needs.queue.run(name, async () => {
        const found = await find(needs, key);
        return found || needs.admission.alone(name, async () => (await find(needs, key)) || create(needs, key, limits));
    });
    needs.journal.about(result.invite);
    if (result.created) {
        await needs.journal.tell({ kind: 'created', person: caller, invite: result.invite });
    }
    return result;
}

function assertNumbers({ validity, maxUses }: WantedInvite): void {
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

async function find({ invites, usages, clock }: FindOrCreateNeeds, key: InviteKey): Promise<FoundInvite | undefined> {
    // The newest first: the others have ended mostly.
    const unexpired = (await invites.byKey(key)).filter((invite) => !isExpired(invite, clock.now())).sort((a, b) => b.createdAt - a.createdAt);
    for (const invite of unexpired) {
        const used = { invite, usage: await usages.of(invite) };
        if (isLive(used, clock.now())) {
            return { ...used, created: false };
        }
    }
    return undefined;
}

async function create(needs: FindOrCreateNeeds, key: InviteKey, { perHour }: Limits): Promise<FoundInvite> {
    const { invites, clock, secrets } = needs;
    const [token] = await Promise.all([unusedToken(invites, secrets), perHour > 0 && assertMayMakeMore(needs, key.userId, perHour)]);
    const invite: Invite = { ...key, id: secrets.id(), token, createdAt: clock.now() };
    await invites.insert(invite);
    return { invite, usage: NEVER_USED, created: true };
}

/** The stored invites count on every instance and after a restart. What this process counts holds for those as well that were deleted at once. */
async function assertMayMakeMore({ creations, clock, invites }: FindOrCreateNeeds, userId: string, perHour: number): Promise<void> {
    const now = clock.now();
    const allowance: Allowance = { most: perHour, withinMs: MS_PER_HOUR };
    creations.assertLeft(userId, allowance, now, 'creating');
    const stored = await invites.madeSince(userId, now - MS_PER_HOUR, now);
    if (stored.length >= perHour) {
        const next = Math.min(...stored.map(({ createdAt }) => createdAt)) + MS_PER_HOUR;
        throw new InviteError('error-too-many-requests', { retryAfter: Math.max(1, Math.ceil((next - now) / 1000)), reason: 'creating' });
    }
    creations.spend(userId, allowance, now);
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
