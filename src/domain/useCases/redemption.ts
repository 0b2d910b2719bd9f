import { Acquired, Admission, Seat } from '../capacity/admission';
import { ExclusiveWork } from '../capacity/exclusiveWork';
import { FOLD_THRESHOLD } from '../capacity/folding';
import { EventSink, InviteEvent } from '../model/event';
import { Invite, isLimited, seatsOf } from '../model/invite';
import { Standing, statusAmong } from '../policies/mayJoin';
import { FoldRequests, Memberships, Person, Report, Users } from '../ports';
import { HistoryStore } from '../stores';
import { failureOf } from './failedJoin';
import { InviteLookUp, OpenInvite, OpenRooms, usedUp } from './lookUpInvite';
import { roomsToJoin } from './publishSettled';
import { settlingOf } from './settleClaims';

export interface RedemptionDeps {
    readonly admission: Admission;
    readonly events: EventSink;
    readonly exclusiveWork: ExclusiveWork;
    readonly foldRequests: FoldRequests;
    readonly history: HistoryStore;
    readonly lookUp: InviteLookUp;
    readonly memberships: Memberships;
    readonly report: Report;
    readonly users: Users;
}

/** Who joins. */
export interface Joiner {
    readonly person: Person;
    /** Returns how the person relates now to each room that they want to join. */
    readonly standings: () => Promise<Standing[]>;
    /** The rooms of the invite where the person has no subscription, as far as was read. */
    readonly newIn: readonly string[];
    /** The manager who let the person in, if the invite needs approval. */
    readonly approvedBy?: Person;
}

/**
 * `resumed`: an earlier attempt of the person was interrupted. `returned`: they had left, and took no second use.
 * `already-member`: no use was counted. `unapproved`: the invite needs approval since a moment ago.
 */
export type RedeemedKind = 'joined' | 'resumed' | 'returned' | 'already-member' | 'unapproved';

export interface Redeemed {
    readonly kind: RedeemedKind;
    /** The rooms that the person came into, now or by the interrupted attempt. */
    readonly rids: readonly string[];
}

/** What became of joining the rooms of an invite, by their ids. */
interface Joins {
    readonly joined: readonly string[];
    /** The person had a subscription there already, maybe as a banned person. */
    readonly subscribed: readonly string[];
    readonly failures: readonly Error[];
}

/** One attempt of one person to join by one invite that works. */
export class Redemption {
    constructor(
        private readonly deps: RedemptionDeps,
        private readonly invite: Invite,
        private readonly joiner: Joiner,
    ) {}

    /**
     * Takes a seat, unless the person had one before, and adds the person to the rooms. If they get into none, it does
     * not count.
     *
     * @throws error-invite-token-expired (`field` maxUses)
     * @throws error-too-many-requests if the last seats stay contested
     * @throws those of InviteLookUp.assertStillOpen
     * @throws the refusal of a person who may join none of the rooms
     * @throws invalid-params (`field` username) if the person gave their username away meanwhile
     */
    async run(): Promise<Redeemed> {
        const acquired = await this.acquire();
        switch (acquired) {
            case 'not-needed':
                return { kind: 'already-member', rids: [] };
            case 'full':
                throw usedUp();
            case 'returning':
                return this.joinAgainOnce();
            default:
                return this.join(acquired);
        }
    }

    private acquire(): Promise<Acquired> {
        const { admission, events, history, lookUp, memberships, users } = this.deps;
        const { invite } = this;
        const { person } = this.joiner;
        return admission.acquire(invite.id, person.id, seatsOf(invite), {
            isStillNeeded: async () => statusAmong(await this.joiner.standings()) === 'newcomer',
            hadSeat: () => lookUp.hasJoinedBefore(invite, person.id),
            ...settlingOf({ events, history, memberships, users }, invite),
            hasEditedSeats: invite.revision > 0,
            ...(invite.moreRooms.length > 0 && { rids: this.joiner.newIn }),
        });
    }

    private async join(seat: Seat): Promise<Redeemed> {
        const { admission, events, foldRequests, lookUp } = this.deps;
        const { invite } = this;
        const { person } = this.joiner;
        let open: OpenInvite;
        try {
            // Revoking deletes the invite before its claims. If it still exists, no claim was missing from the count.
            open = await lookUp.assertStillOpen(invite, person);
        } catch (error) {
            await admission.release(seat);
            throw error;
        }
        const { invite: current, rooms } = open;
        if (this.lacksApproval(current)) {
            await admission.release(seat);
            return { kind: 'unapproved', rids: [] };
        }
        if (current.revision !== invite.revision && isLimited(current)) {
            // The editor may have counted before this claim was taken, and people may have come in under other limits.
            await admission.release(seat);
            return new Redemption(this.deps, current, this.joiner).run();
        }
        const joins = await this.joinAll(rooms);
        if (joins.joined.length === 0) {
            return this.settleEarlierJoin(seat, joins);
        }
        // The interrupted attempt may have come into some of the rooms.
        const earlier = await this.joinedEarlier(seat, joins.subscribed);
        // Before the claim is confirmed: after a crash in between, whoever settles the claim publishes the event again.
        const rids = [...joins.joined, ...earlier];
        await events.publish({ ...this.joined(rids), rank: seat.others, isFirst: seat.isFirst });
        await admission.confirm(seat, joins.failures.length > 0);
        if (seat.joinedClaims > FOLD_THRESHOLD) {
            await foldRequests.request(invite.id);
        }
        return { kind: 'joined', rids };
    }

    /** Runs on one instance at a time, so a second click on another one finds a member and publishes nothing. */
    private joinAgainOnce(): Promise<Redeemed> {
        const join = (): Promise<Redeemed> => this.joinAgain();
        return this.deps.exclusiveWork.run(`return:${this.invite.id}:${this.joiner.person.id}`, join, join);
    }

    private async joinAgain(): Promise<Redeemed> {
        const { admission, events, lookUp } = this.deps;
        const current = await lookUp.assertStillOpen(this.invite, this.joiner.person);
        if (this.lacksApproval(current.invite)) {
            return { kind: 'unapproved', rids: [] };
        }
        const { joined, subscribed, failures } = await this.joinAll(current.rooms);
        if (this.invite.moreRooms.length > 0 && failures.length === 0) {
            await admission.finish(this.invite.id, this.joiner.person.id);
        }
        if (joined.length > 0) {
            await events.publish(this.joined(joined));
            return { kind: 'returned', rids: joined };
        }
        const [failure] = failures;
        if (failure) {
            throw failure;
        }
        await this.assertWithin(subscribed);
        return { kind: 'already-member', rids: [] };
    }

    /** Joins one room after the other. Whoever gave their username away joins no further one. */
    private async joinAll(rooms: OpenRooms): Promise<Joins> {
        const { events, memberships, report } = this.deps;
        const { invite } = this;
        const { person } = this.joiner;
        const joined: string[] = [];
        const subscribed: string[] = [];
        const failures: Error[] = [];
        for (const { id } of rooms) {
            const result = await memberships.join(id, person);
            if (result.kind === 'joined') {
                joined.push(id);
            } else if (result.kind === 'subscribed') {
                subscribed.push(id);
            } else {
                failures.push(await failureOf({ events, report }, result, person, id, invite));
            }
            if (result.kind === 'renamed') {
                break;
            }
        }
        if (joined.length > 0) {
            failures.forEach((failure) => report(`${person.id} came into some rooms of the invite ${invite.id} only`, failure));
        }
        return { joined, subscribed, failures };
    }

    /**
     * Settles the seat of a caller who joined no room now. They joined by an earlier attempt with this seat, joined in
     * another way, or were banned; or the server did not add them.
     */
    private async settleEarlierJoin(seat: Seat, { subscribed, failures }: Joins): Promise<Redeemed> {
        const { admission, events } = this.deps;
        const [failure] = failures;
        let within: readonly string[] = [];
        try {
            await this.assertWithin(subscribed);
            within = await this.joinedEarlier(seat, subscribed);
        } catch (refusal) {
            await admission.release(seat);
            throw failure || refusal;
        }
        if (within.length === 0) {
            await admission.release(seat);
            if (failure) {
                throw failure;
            }
            return { kind: 'already-member', rids: [] };
        }
        await events.publish({ ...this.joined(within), rank: seat.others, isFirst: seat.isFirst });
        await admission.confirm(seat, failures.length > 0);
        return { kind: 'resumed', rids: within };
    }

    /**
     * Returns the rooms in which the person is by an interrupted attempt with this seat, among those where they have a
     * subscription.
     */
    private async joinedEarlier({ inheritedFrom, claim }: Seat, subscribed: readonly string[]): Promise<readonly string[]> {
        if (!inheritedFrom || subscribed.length === 0) {
            return [];
        }
        const toJoin = subscribed.filter((rid) => roomsToJoin(this.invite, claim).includes(rid));
        const standings = await this.joiner.standings();
        return toJoin.filter((rid) => standings.some((standing) => standing.rid === rid && standing.status === 'member'));
    }

    /** @throws the first refusal if the person is in none of the rooms where they have a subscription */
    private async assertWithin(subscribed: readonly string[]): Promise<void> {
        statusAmong((await this.joiner.standings()).filter(({ rid }) => subscribed.includes(rid)));
    }

    private lacksApproval({ approval }: Invite): boolean {
        return approval && !this.joiner.approvedBy;
    }

    private joined(rids: readonly string[]): Extract<InviteEvent, { kind: 'joined' }> {
        const { person, approvedBy } = this.joiner;
        return { kind: 'joined', person, invite: this.invite, rids, ...(approvedBy && { approvedBy }) };
    }
}
