import { Acquired, Admission, Seat } from '../capacity/admission';
import { FOLD_THRESHOLD } from '../capacity/folding';
import { KeyedLock } from '../capacity/keyedLock';
import { EventSink } from '../model/event';
import { Invite, isLimited, seatsOf } from '../model/invite';
import { checkJoin } from '../policies/mayJoin';
import { FoldRequests, Memberships, Person, Report, Room, Users } from '../ports';
import { failureOf } from './failedJoin';
import { InviteLookUp, usedUp } from './lookUpInvite';
import { publishRefusals } from './publishRefusals';
import { publishSettled } from './publishSettled';

export interface RedeemDeps {
    readonly admission: Admission;
    readonly events: EventSink;
    readonly foldRequests: FoldRequests;
    readonly lock: KeyedLock;
    readonly lookUp: InviteLookUp;
    readonly memberships: Memberships;
    readonly report: Report;
    readonly users: Users;
}

export interface RedeemResult {
    /**
     * `resumed`: an earlier attempt of the caller was interrupted. `returned`: they had left, and took no second use.
     * `already-member`: no use was counted.
     */
    readonly kind: 'joined' | 'resumed' | 'returned' | 'already-member';
    readonly room: Room;
}

/**
 * Adds the caller to the room of the invite and counts one use, unless they had one before. A failed join does not count.
 *
 * @throws those of InviteLookUp.open
 * @throws those of checkJoin
 * @throws error-invite-token-expired (`field` maxUses)
 * @throws error-too-many-requests if the last seats stay contested
 * @throws those of InviteLookUp.assertStillOpen
 * @throws invalid-params (`field` username) if the caller gave their username away meanwhile
 */
export async function redeemInvite(deps: RedeemDeps, caller: Person, token: string): Promise<RedeemResult> {
    const { events, lock, lookUp, memberships } = deps;
    const invite = await lookUp.byToken(token, caller.id);
    return publishRefusals(events, { person: caller, rid: invite.rid, invite }, async (): Promise<RedeemResult> => {
        const checking = checkJoin(memberships, invite.rid, caller);
        const isNewcomer = checking.then(
            (status) => status === 'newcomer',
            () => false,
        );
        // Whoever is about to take a seat is counted then.
        const room = await lookUp.assertOpen(invite, caller.id, () => isNewcomer);
        const status = await checking;
        if (status === 'member') {
            return { kind: 'already-member', room };
        }
        // With the lock, callers on this instance rarely compete for a seat, and a second click waits for the first.
        const key = isLimited(invite) ? invite.id : `${invite.id}:${caller.id}`;
        return { kind: await lock.run(key, () => new Redemption(deps, invite, caller).run()), room };
    });
}

/** One attempt of one person to join by one invite. */
class Redemption {
    constructor(
        private readonly deps: RedeemDeps,
        private readonly invite: Invite,
        private readonly caller: Person,
    ) {}

    async run(): Promise<RedeemResult['kind']> {
        const acquired = await this.acquire();
        switch (acquired) {
            case 'not-needed':
                return 'already-member';
            case 'full':
                throw usedUp();
            case 'returning':
                return this.joinAgain();
            default:
                return this.join(acquired);
        }
    }

    private acquire(): Promise<Acquired> {
        const { admission, events, lookUp, memberships, users } = this.deps;
        const { invite, caller } = this;
        return admission.acquire(invite.id, caller.id, seatsOf(invite), {
            isStillNeeded: async () => (await this.check()) === 'newcomer',
            hasJoined: (holder) => memberships.hasSubscription(invite.rid, holder),
            hadSeat: () => lookUp.hasJoinedBefore(invite, caller.id),
            onSettled: (claim) => publishSettled({ events, users }, invite, claim),
        });
    }

    private async join(seat: Seat): Promise<RedeemResult['kind']> {
        const { admission, events, foldRequests, lookUp, memberships, report } = this.deps;
        const { invite, caller } = this;
        try {
            // Revoking deletes the invite before its claims. If it still exists, no claim was missing from the count.
            const current = await lookUp.assertStillOpen(invite);
            if (seat.others >= seatsOf(current) && !seat.inheritedFrom) {
                throw usedUp();
            }
        } catch (error) {
            await admission.release(seat);
            throw error;
        }
        const result = await memberships.join(invite.rid, caller);
        if (result.kind === 'subscribed') {
            return this.settleEarlierJoin(seat);
        }
        if (result.kind !== 'joined') {
            await admission.release(seat);
            throw await failureOf({ events, report }, result, caller, invite.rid, invite);
        }
        // Before the claim is confirmed: after a crash in between, whoever settles the claim publishes the event again.
        await events.publish({ kind: 'joined', person: caller, invite, claimId: seat.claim.id, rank: seat.others });
        await admission.confirm(seat);
        if (seat.joinedClaims > FOLD_THRESHOLD) {
            await foldRequests.request(invite.id);
        }
        return 'joined';
    }

    private async joinAgain(): Promise<RedeemResult['kind']> {
        const { events, lookUp, memberships, report } = this.deps;
        const { invite, caller } = this;
        await lookUp.assertStillOpen(invite);
        const result = await memberships.join(invite.rid, caller);
        if (result.kind === 'subscribed') {
            await this.check();
            return 'already-member';
        }
        if (result.kind !== 'joined') {
            throw await failureOf({ events, report }, result, caller, invite.rid, invite);
        }
        await events.publish({ kind: 'joined', person: caller, invite });
        return 'returned';
    }

    /**
     * Settles the seat of a caller who already has a subscription. They joined by an earlier attempt with this seat,
     * joined in another way, or were banned.
     */
    private async settleEarlierJoin(seat: Seat): Promise<RedeemResult['kind']> {
        const { admission, events } = this.deps;
        const { invite, caller } = this;
        try {
            await this.check();
        } catch (refusal) {
            await admission.release(seat);
            throw refusal;
        }
        if (seat.inheritedFrom === undefined) {
            await admission.release(seat);
            return 'already-member';
        }
        await events.publish({ kind: 'joined', person: caller, invite, claimId: seat.claim.id, rank: seat.others });
        await admission.confirm(seat);
        return 'resumed';
    }

    private check(): ReturnType<typeof checkJoin> {
        return checkJoin(this.deps.memberships, this.invite.rid, this.caller);
    }
}
