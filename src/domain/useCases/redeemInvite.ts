import { Admission, Seat } from '../capacity/admission';
import { InviteError } from '../model/errors';
import { FailedJoinDeps, failureOf } from './failedJoin';
import { KeyedLock } from '../capacity/keyedLock';
import { assertStillOpen, lookUpInvite, OpenInvite, StillOpenDeps } from './lookUpInvite';
import { checkJoin, MayJoinDeps } from '../policies/mayJoin';
import { Person, Room } from '../ports';

export interface RedeemDeps extends StillOpenDeps, MayJoinDeps, FailedJoinDeps {
    readonly admission: Admission;
    readonly lock: KeyedLock;
}

export interface RedeemResult {
    readonly room: Room;
    /** False if the caller was already a member, so no use was counted. */
    readonly joined: boolean;
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
    const openInvite = await lookUpInvite(deps, token, caller.id);
    const joined = (await checkJoin(deps, openInvite, caller)) === 'newcomer' && (await joinSerialized(deps, openInvite, caller));
    if (joined) {
        await deps.events.publish({ kind: 'joined', person: caller, invite: openInvite.invite });
    }
    return { room: openInvite.room, joined };
}

/** Serializes joins that would race. Returns whether the caller joined; false if they were already a member. */
async function joinSerialized(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { invite } = openInvite;
    if (invite.maxUses === 0) {
        // No limit, so no contention; only simultaneous clicks of one person must count once. If the claim of an
        // interrupted attempt still occupies the slot, the caller joins without it.
        const name = `${invite.id}:${caller.id}`;
        const work = (): Promise<boolean> => joinUnlimited(deps, openInvite, caller);
        return deps.lock.run(name, () => deps.admission.runExclusively(`slot:${name}`, work, work));
    }
    // With the lock, callers on this instance rarely compete for a seat.
    return deps.lock.run(invite.id, () => joinLimited(deps, openInvite, caller));
}

/** Returns whether the caller joined with a seat; false if they were already a member. */
async function joinLimited(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { admission, memberships } = deps;
    const { invite, room } = openInvite;
    const seat = await admission.acquire(invite.id, caller.id, invite.maxUses, {
        isStillNeeded: async () => (await checkJoin(deps, openInvite, caller)) === 'newcomer',
        hasJoined: (holder) => memberships.hasSubscription(room.id, holder),
    });
    if (seat === 'not-needed') {
        return false;
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
        return settleEarlierJoin(deps, seat, openInvite, caller);
    }
    if (join.kind !== 'joined') {
        await admission.release(seat);
        throw await failureOf(deps, join, caller, room.id, invite);
    }
    await admission.confirm(seat);
    return true;
}

/** Returns whether the caller joined with an unlimited invite; false if they were already a member. */
async function joinUnlimited(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { memberships, usageStore } = deps;
    const { invite, room } = openInvite;
    await assertStillOpen(deps, invite);
    const join = await memberships.join(room.id, caller);
    if (join.kind === 'subscribed') {
        await checkJoin(deps, openInvite, caller);
        return false;
    }
    if (join.kind !== 'joined') {
        throw await failureOf(deps, join, caller, room.id, invite);
    }
    await usageStore.increment(invite);
    return true;
}

/**
 * Settles the seat of a caller who already has a subscription. They joined by an earlier attempt with this seat, joined
 * in another way, or were banned.
 */
async function settleEarlierJoin(deps: RedeemDeps, seat: Seat, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { admission } = deps;
    const byEarlierAttempt = seat.inheritedFrom !== undefined;
    try {
        await checkJoin(deps, openInvite, caller);
    } catch (refusal) {
        await admission.release(seat);
        throw refusal;
    }
    await (byEarlierAttempt ? admission.confirm(seat) : admission.release(seat));
    return byEarlierAttempt;
}
