import { Admission, Seat } from '../capacity/admission';
import { KeyedLock } from '../capacity/keyedLock';
import { InviteError } from '../model/errors';
import { checkJoin } from '../policies/mayJoin';
import { Person, Room } from '../ports';
import { FailedJoinDeps, failureOf } from './failedJoin';
import { assertInviteOpen, assertStillOpen, inviteByToken, OpenInvite, StillOpenDeps } from './lookUpInvite';
import { publishRefusals } from './publishRefusals';

export interface RedeemDeps extends StillOpenDeps, FailedJoinDeps {
    readonly admission: Admission;
    readonly lock: KeyedLock;
}

export interface RedeemResult {
    /** `resumed`: an earlier attempt of the caller was interrupted. `already-member`: no use was counted. */
    readonly kind: 'joined' | 'resumed' | 'already-member';
    readonly room: Room;
}

/**
 * Adds the caller to the room of the invite and counts one use. A failed join does not count.
 *
 * @throws those of lookUpInvite
 * @throws those of checkJoin
 * @throws error-invite-token-expired (`field` maxUses)
 * @throws error-too-many-requests if the last seats stay contested
 * @throws those of assertStillOpen
 * @throws invalid-params (`field` username) if the caller gave their username away meanwhile
 */
export async function redeemInvite(deps: RedeemDeps, caller: Person, token: string): Promise<RedeemResult> {
    const invite = await inviteByToken(deps, token, caller.id);
    const attempt = { person: caller, rid: invite.rid, invite };
    const result = await publishRefusals(deps.events, attempt, async (): Promise<RedeemResult> => {
        const room = await assertInviteOpen(deps, invite, caller.id);
        const status = await checkJoin(deps.memberships, room.id, caller);
        return { kind: status === 'member' ? 'already-member' : await joinSerialized(deps, { invite, room }, caller), room };
    });
    if (result.kind !== 'already-member') {
        await deps.events.publish({ kind: 'joined', person: caller, invite });
    }
    return result;
}

/** Serializes joins that would race. */
async function joinSerialized(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<RedeemResult['kind']> {
    const { invite } = openInvite;
    if (invite.maxUses === 0) {
        // No limit, so no contention; only simultaneous clicks of one person must count once. If the claim of an
        // interrupted attempt still occupies the slot, the caller joins without it.
        const name = `${invite.id}:${caller.id}`;
        const work = (): Promise<RedeemResult['kind']> => joinUnlimited(deps, openInvite, caller);
        return deps.lock.run(name, () => deps.admission.runExclusively(`slot:${name}`, work, work));
    }
    // With the lock, callers on this instance rarely compete for a seat.
    return deps.lock.run(invite.id, () => joinLimited(deps, openInvite, caller));
}

async function joinLimited(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<RedeemResult['kind']> {
    const { admission, memberships } = deps;
    const { invite, room } = openInvite;
    const seat = await admission.acquire(invite.id, caller.id, invite.maxUses, {
        isStillNeeded: async () => (await checkJoin(memberships, room.id, caller)) === 'newcomer',
        hasJoined: (holder) => memberships.hasSubscription(room.id, holder),
    });
    if (seat === 'not-needed') {
        return 'already-member';
    }
    if (seat === 'full') {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    try {
        // Revoking deletes the invite before its claims. If it still exists, no claim was missing from the count.
        await assertStillOpen(deps, invite);
    } catch (error) {
        await admission.release(seat);
        throw error;
    }
    const join = await memberships.join(room.id, caller);
    if (join.kind === 'subscribed') {
        return settleEarlierJoin(admission, seat, () => checkJoin(memberships, room.id, caller));
    }
    if (join.kind !== 'joined') {
        await admission.release(seat);
        throw await failureOf(deps, join, caller, room.id, invite);
    }
    await admission.confirm(seat);
    return 'joined';
}

async function joinUnlimited(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<RedeemResult['kind']> {
    const { memberships, usageStore } = deps;
    const { invite, room } = openInvite;
    await assertStillOpen(deps, invite);
    const join = await memberships.join(room.id, caller);
    if (join.kind === 'subscribed') {
        await checkJoin(memberships, room.id, caller);
        return 'already-member';
    }
    if (join.kind !== 'joined') {
        throw await failureOf(deps, join, caller, room.id, invite);
    }
    await usageStore.increment(invite);
    return 'joined';
}

/**
 * Settles the seat of a caller who already has a subscription. They joined by an earlier attempt with this seat, joined
 * in another way, or were banned.
 */
async function settleEarlierJoin(admission: Admission, seat: Seat, check: () => Promise<unknown>): Promise<RedeemResult['kind']> {
    const byEarlierAttempt = seat.inheritedFrom !== undefined;
    try {
        await check();
    } catch (refusal) {
        await admission.release(seat);
        throw refusal;
    }
    await (byEarlierAttempt ? admission.confirm(seat) : admission.release(seat));
    return byEarlierAttempt ? 'resumed' : 'already-member';
}
