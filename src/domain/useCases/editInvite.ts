import { Limits } from '../model/limits';
import { contended } from '../capacity/contended';
import { ExclusiveWork } from '../capacity/exclusiveWork';
import { InviteError } from '../model/errors';
import { Invite, InviteWithUsage, Notify } from '../model/invite';
import { assertEndAllowed, assertUsesAllowed, endFrom, normalizeLabel, RequestedEnd } from '../policies/inviteTerms';
import { Clock, Person, TokenSource } from '../ports';
import { UsageStore } from '../stores';
import { AudienceDeps, chooseAudience, RequestedAudience } from './chooseAudience';
import { FindInviteDeps, findManageable, findViewable } from './findInvite';
import { StoreNewInviteDeps, unusedToken } from './storeNewInvite';

export interface EditDeps extends FindInviteDeps, AudienceDeps, Pick<StoreNewInviteDeps, 'assertLinkable'> {
    readonly exclusiveWork: ExclusiveWork;
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
    readonly approval?: boolean;
    readonly audience?: RequestedAudience | null;
}

/**
 * Changes an invite that the caller manages. Its link stays the same. A redemption that begins after this returned obeys
 * the new terms (docs/architecture.md, "Editing").
 *
 * `seen` is the revision that the caller has read, if the changes depend on all of it, as those of a form do. Commands and
 * buttons name each value that they change, so they need none.
 *
 * @throws those of findManageable
 * @throws invalid-params (`field` label)
 * @throws those of chooseAudience
 * @throws error-invite-changed if the invite has another revision than `seen`
 * @throws invalid-number-of-days if the end is over, or not allowed in this workspace
 * @throws invalid-number-of-uses (`uses`) if more people have joined
 * @throws error-too-many-requests if another edit does not end
 */
export async function editInvite(deps: EditDeps, caller: Person, id: string, changes: InviteChanges, seen?: number): Promise<InviteWithUsage> {
    const { assertLinkable, clock, events, limits, usageStore, users, workspaceRoles } = deps;
    const { userId } = await findManageable(pickFindDeps(deps), caller, id);
    const allowed = await limits();
    const audience = changes.audience === undefined ? undefined : await chooseAudience({ users, workspaceRoles }, changes.audience);
    if (userId === caller.id) {
        // The reply shows the link to its creator.
        await assertLinkable();
    }
    const { former, invite, usage } = await runAlone(deps, id, async (current) => {
        if (seen !== undefined && seen !== current.revision) {
            throw new InviteError('error-invite-changed', { field: 'revision' });
        }
        const next = { ...applyChanges(current, changes, clock.now()), ...(audience !== undefined && { audience }) };
        if (next.expires !== current.expires) {
            assertEndAllowed(allowed, next.expires, current.createdAt, clock.now());
        }
        if (next.maxUses !== current.maxUses) {
            assertUsesAllowed(allowed, next.maxUses);
            await assertNotBelow(usageStore, next);
        }
        return { former: current, ...(await raiseToUses(deps, current, await revise(deps, current, next))) };
    });
    await events.publish({ kind: 'edited', person: caller, invite, former });
    return { invite, usage };
}

/**
 * Replaces the token of an invite that the caller created. The former link no longer works once this returns; uses,
 * limits and history stay. It depends on no other value of the invite, so it takes no revision.
 *
 * @throws those of findViewable
 * @throws not_authorized if the caller is not its creator
 * @throws error-too-many-requests if another edit does not end
 */
export async function rotateToken(deps: EditDeps, caller: Person, id: string): Promise<InviteWithUsage> {
    const { assertLinkable, events, invites, secrets, usageStore } = deps;
    const { userId } = await findViewable(pickFindDeps(deps), caller, id);
    if (userId !== caller.id) {
        throw new InviteError('not_authorized', { reason: 'rotating' });
    }
    await findManageable(pickFindDeps(deps), caller, id);
    await assertLinkable();
    const token = await unusedToken({ invites, secrets });
    const invite = await runAlone(deps, id, (current) => revise(deps, current, { ...current, token }));
    await events.publish({ kind: 'rotated', person: caller, invite });
    return { invite, usage: await usageStore.of(invite) };
}

type ReviseDeps = Pick<EditDeps, 'invites' | 'secrets'>;

/** Runs one edit of an invite at a time. */
function runAlone<T>(
    { exclusiveWork, invites }: Pick<EditDeps, 'exclusiveWork' | 'invites'>,
    id: string,
    edit: (current: Invite) => Promise<T>,
): Promise<T> {
    return exclusiveWork.run(`edit:${id}`, async () => {
        const current = await invites.byId(id);
        return current ? edit(current) : revoked();
    });
}

/** Stores `next` as the next revision. */
async function revise({ invites, secrets }: ReviseDeps, current: Invite, next: Invite): Promise<Invite> {
    const revision = { ...next, revision: current.revision + 1 };
    switch (await invites.revise(revision, current, secrets.id())) {
        case 'revised':
            return revision;
        case 'overtaken':
            return contended();
        default:
            return revoked();
    }
}

/** Refuses to edit an invite that was revoked meanwhile. */
function revoked(): never {
    throw new InviteError('invalid-invitation-id', { field: '_id' });
}

function applyChanges(current: Invite, { label, end, maxUses, paused, notify, approval }: InviteChanges, now: number): Invite {
    return {
        ...current,
        ...(label !== undefined && { label: normalizeLabel(label) }),
        ...(end !== undefined && { expires: endFrom(end, now) }),
        ...(maxUses !== undefined && { maxUses }),
        ...(paused !== undefined && paused !== (current.pausedAt !== null) && { pausedAt: paused ? now : null }),
        ...(notify !== undefined && { notify }),
        ...(approval !== undefined && { approval }),
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
    const { invites, secrets, usageStore } = deps;
    const usage = await usageStore.of(invite);
    const isLowered = invite.maxUses > 0 && (former.maxUses === 0 || invite.maxUses < former.maxUses);
    if (!isLowered || usage.uses <= invite.maxUses) {
        return { invite, usage };
    }
    return { invite: await revise({ invites, secrets }, invite, { ...invite, maxUses: usage.uses }), usage };
}

function pickFindDeps({ events, invites, memberships, permissions, rooms }: EditDeps): FindInviteDeps {
    return { events, invites, memberships, permissions, rooms };
}
