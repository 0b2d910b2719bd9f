import { Admission, Seat } from '../capacity/admission';
import { InviteError } from '../model/errors';
import { FailedJoinDeps, failureOf } from './failedJoin';
import { KeyedLock } from '../capacity/keyedLock';
import { LookUpDeps, lookUpInvite, OpenInvite } from './lookUpInvite';
import { checkJoin, MayJoinDeps } from '../policies/mayJoin';
import { Person, Room } from '../ports';

export interface RedeemDeps extends LookUpDeps, MayJoinDeps, FailedJoinDeps {
    readonly admission: Admission;
    readonly lock: KeyedLock;
}

export interface RedeemResult {
    readonly room: Room;
    /** false: the caller was in the room already, and no use was counted. */
    readonly joined: boolean;
}

/**
 * Lets the caller into the room of the invite, taking one use (contract.md, "Redeem"). Refusals, in this order: those of lookUpInvite and of checkJoin,
 * error-invite-token-expired (`field` maxUses). A join that fails gives the use back.
 */
export async function redeemInvite(deps: RedeemDeps, caller: Person, token: string): Promise<RedeemResult> {
    const openInvite = await lookUpInvite(deps, token, caller.id);
    const joined = (await checkJoin(deps, openInvite, caller)) === 'newcomer' && (await joinSerialized(deps, openInvite, caller));
    if (joined) {
        await deps.events.publish({ kind: 'joined', person: caller, invite: openInvite.invite });
    }
    return { room: openInvite.room, joined };
}

/** One after another where they would race. Answers whether the caller came in by the invite; false: they were in already. */
async function joinSerialized(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { invite } = openInvite;
    if (invite.maxUses === 0) {
        // Nobody takes anybody's seat. Only the same person's clicks at once must not be counted twice; and when an earlier attempt of theirs was cut off,
        // they come in all the same.
        const alone = `${invite.id}:${caller.id}`;
        const work = (): Promise<boolean> => joinUnlimited(deps, openInvite, caller);
        return deps.lock.run(alone, () => deps.admission.runExclusively(`slot:${alone}`, work, work));
    }
    // In line with this instance's other redeemers of the same invite, they hardly race at all.
    return deps.lock.run(invite.id, () => joinLimited(deps, openInvite, caller));
}

/** Answers whether the caller came in by the seat they took; false: they were in already. */
async function joinLimited(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { admission, invites, memberships } = deps;
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
    // A removal takes the invite first and its claims then: with the invite still there, none was missing when they were counted.
    if (!(await invites.byId(invite.id))) {
        await admission.release(seat);
        throw inviteRevoked();
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

/** By an invite without a limit. Answers whether the caller came in by it; false: they were in already. */
async function joinUnlimited(deps: RedeemDeps, openInvite: OpenInvite, caller: Person): Promise<boolean> {
    const { invites, memberships, usageStore } = deps;
    const { invite, room } = openInvite;
    if (!(await invites.byId(invite.id))) {
        throw inviteRevoked();
    }
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

function inviteRevoked(): InviteError {
    return new InviteError('error-invalid-token', { field: 'token' });
}

/** They came in by an earlier attempt of theirs, whose seat this is, or in another way, or were banned. */
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
