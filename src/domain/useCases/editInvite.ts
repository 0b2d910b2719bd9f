import { Admission } from '../capacity/admission';
import { InviteError } from '../model/errors';
import { Invite, InviteWithUsage, Notify } from '../model/invite';
import { assertEndAllowed, assertUsesAllowed, endFrom, normalizeLabel, RequestedEnd } from '../policies/inviteTerms';
import { Clock, Limits, Person, TokenSource, UsageStore } from '../ports';
import { FindInviteDeps, findManageable, findViewable } from './findInvite';
import { unusedToken } from './storeNewInvite';

export interface EditDeps extends FindInviteDeps {
    readonly admission: Admission;
    readonly clock: Clock;
    readonly limits: () => Promise<Limits>;
    readonly secrets: TokenSource;
    readonly usageStore: UsageStore;
}

/** What to change. What is left out stays. */
export interface InviteChanges {
    readonly label?: string | null;
    readonly end?: RequestedEnd;
    /** 0 = any number of people. */
    readonly maxUses?: number;
    readonly paused?: boolean;
    readonly notify?: Notify;
}

/**
 * Changes an invite that the caller manages. Its link stays the same. A redemption that begins after this returned obeys
 * the new terms (docs/architecture.md, "Editing").
 *
 * @throws those of findManageable
 * @throws invalid-params (`field` label)
 * @throws invalid-number-of-days if the end is over, or not allowed in this workspace
 * @throws invalid-number-of-uses (`uses`) if more people have joined
 * @throws error-too-many-requests if another edit does not end
 */
export async function editInvite(deps: EditDeps, caller: Person, id: string, changes: InviteChanges): Promise<InviteWithUsage> {
    const { clock, events, limits, usageStore } = deps;
    await findManageable(pickFindDeps(deps), caller, id);
    const allowed = await limits();
    const { former, invite } = await revise(deps, id, async (current) => {
        const next = applyChanges(current, changes, clock.now());
        if (next.expires !== current.expires) {
            assertEndAllowed(allowed, next.expires, current.createdAt, clock.now());
        }
        if (next.maxUses !== current.maxUses) {
            assertUsesAllowed(allowed, next.maxUses);
            await assertNotBelow(usageStore, next);
        }
        return next;
    });
    const result = await raiseToUses(deps, former, invite);
    await events.publish({ kind: 'edited', person: caller, invite: result.invite, former });
    return result;
}

/**
 * Replaces the token of an invite that the caller created. The former link no longer works once this returns; uses,
 * limits and history stay.
 *
 * @throws those of findViewable
 * @throws not_authorized if the caller is not its creator
 * @throws error-too-many-requests if another edit does not end
 */
export async function rotateToken(deps: EditDeps, caller: Person, id: string): Promise<InviteWithUsage> {
    const { events, invites, secrets, usageStore } = deps;
    const { userId } = await findViewable(pickFindDeps(deps), caller, id);
    if (userId !== caller.id) {
        throw new InviteError('not_authorized', { reason: 'rotating' });
    }
    await findManageable(pickFindDeps(deps), caller, id);
    const token = await unusedToken({ invites, secrets });
    const { invite } = await revise(deps, id, (current) => Promise.resolve({ ...current, token }));
    await events.publish({ kind: 'rotated', person: caller, invite });
    return { invite, usage: await usageStore.of(invite) };
}

type ReviseDeps = Pick<EditDeps, 'admission' | 'invites' | 'secrets'>;

/** Stores the next revision of an invite, one edit at a time. */
async function revise(
    { admission, invites, secrets }: ReviseDeps,
    id: string,
    change: (current: Invite) => Promise<Invite>,
): Promise<{ former: Invite; invite: Invite }> {
    return admission.runExclusively(`edit:${id}`, async () => {
        const former = await invites.byId(id);
        const invite = former && { ...(await change(former)), revision: former.revision + 1 };
        if (!former || !invite || !(await invites.revise(invite, former, secrets.id()))) {
            // It was revoked meanwhile.
            throw new InviteError('invalid-invitation-id', { field: '_id' });
        }
        return { former, invite };
    });
}

function applyChanges(current: Invite, { label, end, maxUses, paused, notify }: InviteChanges, now: number): Invite {
    return {
        ...current,
        ...(label !== undefined && { label: normalizeLabel(label) }),
        ...(end !== undefined && { expires: endFrom(end, now) }),
        ...(maxUses !== undefined && { maxUses }),
        ...(paused !== undefined && paused !== (current.pausedAt !== null) && { pausedAt: paused ? now : null }),
        ...(notify !== undefined && { notify }),
    };
}

async function assertNotBelow(usageStore: UsageStore, invite: Invite): Promise<void> {
    const { uses } = await usageStore.of(invite);
    if (invite.maxUses > 0 && invite.maxUses < uses) {
        throw new InviteError('invalid-number-of-uses', { field: 'maxUses', reason: 'below-uses', uses });
    }
}

/**
 * Counts the uses again after a limit was lowered, and raises the limit to the people who came in between. Whoever reads
 * the invite after the edit obeys the lower limit; whoever read it before has a claim that this count sees.
 */
async function raiseToUses(deps: ReviseDeps & Pick<EditDeps, 'usageStore'>, former: Invite, invite: Invite): Promise<InviteWithUsage> {
    const { admission, invites, secrets, usageStore } = deps;
    const usage = await usageStore.of(invite);
    const isLowered = invite.maxUses > 0 && (former.maxUses === 0 || invite.maxUses < former.maxUses);
    if (!isLowered || usage.uses <= invite.maxUses) {
        return { invite, usage };
    }
    const raised = await revise({ admission, invites, secrets }, invite.id, (current) => Promise.resolve({ ...current, maxUses: usage.uses }));
    return { invite: raised.invite, usage };
}

function pickFindDeps({ events, invites, memberships, permissions, rooms }: EditDeps): FindInviteDeps {
    return { events, invites, memberships, permissions, rooms };
}
