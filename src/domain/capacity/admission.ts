import { Claim, isNewer, isStale, isUnfinished, seatsSurelyTaken } from '../model/claim';
import { countedUsage, uncounted } from '../model/counter';
import { CounterStore } from '../stores';
import { Backoff, contended } from './contended';
import { OwnClaims, OwnClaimsDeps } from './ownClaims';

export interface AdmissionDeps extends OwnClaimsDeps {
    readonly counters: Pick<CounterStore, 'of'>;
    readonly backoff: Backoff;
}

/** The questions that admission asks about the room. */
export interface SeatContext {
    /** Whether the caller still needs a seat. A parallel request of theirs may have succeeded. */
    readonly isStillNeeded: () => Promise<boolean>;
    /** Whether the holder of an interrupted claim has joined with its seat. */
    readonly hasJoined: (claim: Claim) => Promise<boolean>;
    /** Whether the caller had a seat whose claim was folded. */
    readonly hadSeat: () => Promise<boolean>;
    /** Whether the number of seats was ever changed. The caller's interrupted claim may then be to a seat that is gone. */
    readonly hasEditedSeats?: boolean;
    /** The rooms that a claim to several rooms is for. */
    readonly rids?: readonly string[];
    /** Called with an interrupted claim once its holder turns out to have joined. */
    readonly onSettled: (claim: Claim) => Promise<void>;
}

/** A granted seat. */
export interface Seat {
    readonly claim: Claim;
    /** The newest of the person's earlier claims that this one replaces. Its attempt may still be running elsewhere. */
    readonly inheritedFrom: Claim | undefined;
    /** The number of seats that others had taken or asked for. */
    readonly others: number;
    /** Whether nobody else was seen to have joined. Of people who come at once, this holds for several. */
    readonly isFirst: boolean;
    /** The number of claims of people who have joined. Above a threshold, they should be folded. */
    readonly joinedClaims: number;
}

/** `returning`: the caller has had a seat before, and needs no other one. */
export type Acquired = Seat | 'full' | 'not-needed' | 'returning';

type Attempt = Acquired | 'maybe-full' | 'retry';

const MAX_ATTEMPTS = 20;

/**
 * Never hands out more seats than there are, even under concurrent requests on several instances, using a store without
 * transactions. docs/architecture.md, "Admission", explains why this works, also for several claims of one person.
 */
export class Admission {
    private readonly own: OwnClaims;

    constructor(private readonly deps: AdmissionDeps) {
        this.own = new OwnClaims(deps);
    }

    /**
     * Returns one of `seats` seats, or why the caller gets none. `seats` may be Infinity.
     *
     * @throws error-too-many-requests if the last seats stay contested
     */
    async acquire(subject: string, holder: string, seats: number, context: SeatContext): Promise<Acquired> {
        let result: Attempt = 'retry';
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (attempt > 0) {
                if (!(await this.deps.backoff(attempt))) {
                    break;
                }
                if (!(await context.isStillNeeded())) {
                    return 'not-needed';
                }
            }
            result = await this.tryOnce(subject, holder, seats, context);
            if (result !== 'retry' && result !== 'maybe-full') {
                return result;
            }
        }
        return result === 'maybe-full' ? 'full' : contended();
    }

    /**
     * Marks the holder as joined; with `isHalfway`, as somebody who has still to come into some of several rooms. Never
     * rejects, because a granted seat counts even if this fails.
     */
    async confirm({ claim }: Pick<Seat, 'claim'>, isHalfway = false): Promise<void> {
        const { rids: _tried, ...finished } = claim;
        try {
            await this.deps.claims.setState(isHalfway ? claim : finished, 'joined');
        } catch (error) {
            this.deps.report(`The claim ${claim.id} to ${claim.subject} could not be marked as joined`, error);
        }
    }

    /** Notes that a holder who was interrupted half-way has tried all rooms now. */
    async finish(subject: string, holder: string): Promise<void> {
        const claims = await this.deps.claims.of(subject);
        for (const claim of claims.filter((own) => own.holder === holder && isUnfinished(own))) {
            await this.confirm({ claim });
        }
    }

    /**
     * Frees the seat of a holder who did not join. A seat inherited from an attempt that may still succeed is kept
     * until that attempt is stale.
     */
    async release({ claim, inheritedFrom }: Pick<Seat, 'claim' | 'inheritedFrom'>): Promise<void> {
        if (!inheritedFrom || isStale(inheritedFrom, this.deps.clock.now())) {
            await this.own.withdraw(claim);
        }
    }

    /** Settles the interrupted claims to a subject, whether or not seats are short. */
    async settleInterrupted(subject: string, context: Pick<SeatContext, 'hasJoined' | 'onSettled'>): Promise<void> {
        const claims = await this.deps.claims.of(subject);
        await this.settleStale(
            claims.filter(({ state }) => state !== 'pending'),
            context,
        );
    }

    private async tryOnce(subject: string, holder: string, seats: number, context: SeatContext): Promise<Attempt> {
        const own = this.own.create(subject, holder, context.rids);
        let keep = false;
        try {
            await this.deps.claims.insert(own);
            // Read before the counters: a claim that a fold removes meanwhile is then in both, and never in neither.
            const claims = await this.own.othersThan(own);
            const counters = await this.deps.counters.of(subject);
            const others = uncounted(claims, counters);
            const settled = countedUsage(counters).uses;
            const earlier = others.filter((claim) => claim.holder === holder && claim.state !== 'joined');
            const rivals = others.filter((claim) => !earlier.includes(claim));
            const inherits = earlier.some(({ state }) => state === 'taken');
            const joined = claims.filter((claim) => claim.holder === holder && claim.state === 'joined');
            const isReturning = joined.length > 0 || (!inherits && settled > 0 && (await context.hadSeat()));
            // They were interrupted between two rooms, or between two claims of theirs, and their seat counts already.
            const mayFinish = joined.some(isUnfinished) || (joined.length > 0 && inherits);
            // Pending claims count too. If both claims took over, each would delete the other.
            const overtaken = earlier.some((claim) => isNewer(claim, own));

            if (isReturning && !(await context.isStillNeeded())) {
                return 'not-needed';
            }
            // The caller may have read a claim before a fold removed it, and long afterwards the counter without its ids.
            if (!this.own.mayStillAct(own)) {
                return 'retry';
            }
            if (isReturning && (mayFinish || rivals.length + settled < seats)) {
                return 'returning';
            }
            const mayTake = rivals.length + settled < seats || (inherits && !context.hasEditedSeats);
            if (!overtaken && mayTake) {
                // Kept even if it fails while it replaces earlier claims, because it may represent a seat already given
                // up. The holder's next attempt inherits it.
                keep = earlier.length > 0;
                const seat = await this.grant(own, earlier);
                keep = true;
                const joinedClaims = rivals.filter(({ state }) => state === 'joined').length;
                return { ...seat, others: rivals.length + settled, isFirst: joinedClaims + settled === 0, joinedClaims };
            }
            if (inherits && mayTake) {
                return 'retry';
            }
            return (await this.settleStale(rivals, context)) ? 'retry' : capacityState(rivals, seats - settled);
        } finally {
            if (!keep) {
                await this.own.withdraw(own);
            }
        }
    }

    /** Grants the new claim before it deletes the earlier ones, so the seat is never free in between. */
    private async grant(own: Claim, earlier: readonly Claim[]): Promise<Pick<Seat, 'claim' | 'inheritedFrom'>> {
        const inheritedFrom = earlier.reduce<Claim | undefined>(newerOf, undefined);
        // An earlier attempt may have come into some of the rooms.
        const rids = own.rids && Array.from(new Set([own, ...earlier].flatMap((claim) => claim.rids || [])));
        const claim: Claim = { ...own, state: 'taken', ...(rids && { rids }) };
        await this.deps.claims.setState(claim, 'taken');
        for (const replaced of earlier) {
            await this.deps.claims.remove(replaced);
        }
        return { claim, inheritedFrom };
    }

    /**
     * Settles granted seats whose holders were interrupted: each holder has joined, or the seat becomes free. It becomes
     * free too if another claim of the holder counts, because a person takes one seat. Returns whether a seat became free.
     */
    private async settleStale(rivals: readonly Claim[], context: Pick<SeatContext, 'hasJoined' | 'onSettled'>): Promise<boolean> {
        let freed = false;
        for (const claim of rivals.filter((rival) => isStale(rival, this.deps.clock.now()))) {
            const isReplaced = rivals.some((rival) => replaces(rival, claim));
            if (!isReplaced && (await context.hasJoined(claim))) {
                await this.settle(claim, context);
            } else {
                await this.deps.claims.remove(claim);
                freed = true;
            }
        }
        return freed;
    }

    /** Marks an interrupted claim as joined. The event comes first, because nobody would publish it after that. */
    private async settle(claim: Claim, { onSettled }: Pick<SeatContext, 'onSettled'>): Promise<void> {
        await onSettled(claim);
        await this.deps.claims.setState(claim, 'joined');
    }
}

/** Returns `full` only if granted claims occupy all seats for certain, so no pending claim can succeed. */
function capacityState(rivals: readonly Claim[], seats: number): 'full' | 'maybe-full' | 'retry' {
    if (seatsSurelyTaken(rivals) >= seats) {
        return 'full';
    }
    return rivals.filter(({ state }) => state !== 'pending').length >= seats ? 'maybe-full' : 'retry';
}

/** Whether `other` counts in place of an interrupted claim of the same holder. */
function replaces(other: Claim, claim: Claim): boolean {
    return other.holder === claim.holder && (other.state === 'joined' || (other.state === 'taken' && isNewer(other, claim)));
}

function newerOf(a: Claim | undefined, b: Claim): Claim {
    return a && isNewer(a, b) ? a : b;
}
