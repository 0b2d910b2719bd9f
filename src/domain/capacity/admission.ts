import { Claim, isNewer, isStale, CLAIM_TTL_MS, seatsSurelyTaken } from '../model/claim';
import { countedUsage, uncounted } from '../model/counter';
import { InviteError } from '../model/errors';
import { ClaimStore, Clock, CounterStore, Report, TokenSource } from '../ports';

export interface AdmissionDeps {
    readonly claims: ClaimStore;
    readonly counters: Pick<CounterStore, 'of'>;
    readonly clock: Clock;
    readonly report: Report;
    readonly secrets: TokenSource;
    /** Waits for a random time that grows with the number of failed attempts. */
    readonly backoff: (attempt: number) => Promise<void>;
}

/** The questions that admission asks about the room. */
export interface SeatContext {
    /** Whether the caller still needs a seat. A parallel request of theirs may have succeeded. */
    readonly isStillNeeded: () => Promise<boolean>;
    /** Whether that person has joined. */
    readonly hasJoined: (holder: string) => Promise<boolean>;
    /** Whether the caller had a seat whose claim was folded. */
    readonly hadSeat: () => Promise<boolean>;
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
    /** The number of claims of people who have joined. Above a threshold, they should be folded. */
    readonly joinedClaims: number;
}

/** `returning`: the caller has had a seat before, and needs no other one. */
export type Acquired = Seat | 'full' | 'not-needed' | 'returning';

type Attempt = Acquired | 'maybe-full' | 'retry';

const MAX_ATTEMPTS = 20;
const RETRY_AFTER_S = 60;

/**
 * Never hands out more seats than there are, even under concurrent requests on several instances, using a store without
 * transactions. docs/architecture.md, "Admission", explains why this works, also for several claims of one person.
 */
export class Admission {
    constructor(private readonly deps: AdmissionDeps) {}

    /**
     * Returns one of `seats` seats, or why the caller gets none. `seats` may be Infinity.
     *
     * @throws error-too-many-requests if the last seats stay contested
     */
    async acquire(subject: string, holder: string, seats: number, context: SeatContext): Promise<Acquired> {
        let result: Attempt = 'retry';
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (attempt > 0) {
                await this.deps.backoff(attempt);
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

    /** Marks the holder as joined. Never rejects, because a granted seat counts even if this fails. */
    async confirm({ claim }: Pick<Seat, 'claim'>): Promise<void> {
        try {
            await this.deps.claims.setState(claim, 'joined');
        } catch (error) {
            this.deps.report(`The claim ${claim.id} to ${claim.subject} could not be marked as joined`, error);
        }
    }

    /**
     * Frees the seat of a holder who did not join. A seat inherited from an attempt that may still succeed is kept
     * until that attempt is stale.
     */
    async release({ claim, inheritedFrom }: Pick<Seat, 'claim' | 'inheritedFrom'>): Promise<void> {
        if (!inheritedFrom || isStale(inheritedFrom, this.deps.clock.now())) {
            await this.withdraw(claim);
        }
    }

    /**
     * Runs `work` while no instance runs other work on the same subject. Runs `otherwise` if the subject stays occupied
     * for seconds, as it does for two minutes after a crash.
     *
     * @throws error-too-many-requests if the subject stays occupied and `otherwise` is not given
     */
    async runExclusively<T>(subject: string, work: () => Promise<T>, otherwise: () => Promise<T> = contended): Promise<T> {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (attempt > 0) {
                await this.deps.backoff(attempt);
            }
            const own = this.newClaim(subject, this.deps.secrets.id());
            try {
                await this.deps.claims.insert(own);
                if ((await this.othersThan(own)).length === 0 && this.mayStillAct(own)) {
                    return await work();
                }
            } finally {
                await this.withdraw(own);
            }
        }
        return otherwise();
    }

    /**
     * Runs `work` if no instance runs other work on the subject, and returns whether `work` returned true. `work` may
     * write only while its argument returns true: another instance may take over after that.
     */
    async runWhileActive(subject: string, work: (isActive: () => boolean) => Promise<boolean>): Promise<boolean> {
        const own = this.newClaim(subject, this.deps.secrets.id());
        try {
            await this.deps.claims.insert(own);
            const isActive = (): boolean => this.mayStillAct(own);
            return (await this.othersThan(own)).length === 0 && isActive() && (await work(isActive));
        } finally {
            await this.withdraw(own);
        }
    }

    /** Settles the interrupted claims to a subject, whether or not seats are short. */
    async settleInterrupted(subject: string, context: Pick<SeatContext, 'hasJoined' | 'onSettled'>): Promise<void> {
        const { claims, clock } = this.deps;
        await this.settleStale(
            (await claims.of(subject)).filter((claim) => claim.state === 'taken' && isStale(claim, clock.now())),
            context,
        );
    }

    private async tryOnce(subject: string, holder: string, seats: number, context: SeatContext): Promise<Attempt> {
        const own = this.newClaim(subject, holder);
        let keep = false;
        try {
            await this.deps.claims.insert(own);
            // Read before the counters: a claim that a fold removes meanwhile is then in both, and never in neither.
            const claims = await this.othersThan(own);
            const counters = await this.deps.counters.of(subject);
            const others = uncounted(claims, counters);
            const settled = countedUsage(counters).uses;
            const earlier = others.filter((claim) => claim.holder === holder && claim.state !== 'joined');
            const rivals = others.filter((claim) => !earlier.includes(claim));
            const inherits = earlier.some(({ state }) => state === 'taken');
            const isIn = (claim: Claim): boolean => claim.holder === holder && claim.state === 'joined';
            const isReturning = !inherits && (claims.some(isIn) || (settled > 0 && (await context.hadSeat())));
            // Pending claims count too. If both claims took over, each would delete the other.
            const overtaken = earlier.some((claim) => isNewer(claim, own));

            if (isReturning && !(await context.isStillNeeded())) {
                return 'not-needed';
            }
            // The caller may have read a claim before a fold removed it, and long afterwards the counter without its ids.
            if (!this.mayStillAct(own)) {
                return 'retry';
            }
            if (isReturning && rivals.length + settled < seats) {
                return 'returning';
            }
            if (!overtaken && (inherits || rivals.length + settled < seats)) {
                // Kept even if it fails while it replaces earlier claims, because it may represent a seat already given
                // up. The holder's next attempt inherits it.
                keep = earlier.length > 0;
                const seat = await this.grant(own, earlier);
                keep = true;
                return { ...seat, others: rivals.length + settled, joinedClaims: rivals.filter(({ state }) => state === 'joined').length };
            }
            if (inherits) {
                return 'retry';
            }
            return (await this.settleStale(rivals, context)) ? 'retry' : capacityState(rivals, seats - settled);
        } finally {
            if (!keep) {
                await this.withdraw(own);
            }
        }
    }

    private newClaim(subject: string, holder: string): Claim {
        return { id: this.deps.secrets.id(), subject, holder, state: 'pending', at: this.deps.clock.now() };
    }

    /** Returns the other claims to the same subject that count, and deletes abandoned pending ones. */
    private async othersThan(own: Claim): Promise<Claim[]> {
        const now = this.deps.clock.now();
        const others = (await this.deps.claims.of(own.subject)).filter(({ id }) => id !== own.id);
        const abandoned = others.filter((claim) => claim.state === 'pending' && isStale(claim, now));
        for (const claim of abandoned) {
            await this.withdraw(claim);
        }
        return others.filter((claim) => !abandoned.includes(claim));
    }

    private mayStillAct(own: Claim): boolean {
        return this.deps.clock.now() - own.at <= CLAIM_TTL_MS.active;
    }

    /** Grants the new claim before it deletes the earlier ones, so the seat is never free in between. */
    private async grant(own: Claim, earlier: readonly Claim[]): Promise<Pick<Seat, 'claim' | 'inheritedFrom'>> {
        await this.deps.claims.setState(own, 'taken');
        for (const claim of earlier) {
            await this.deps.claims.remove(claim);
        }
        return { claim: { ...own, state: 'taken' }, inheritedFrom: earlier.reduce<Claim | undefined>(newerOf, undefined) };
    }

    /**
     * Settles granted seats whose holders were interrupted: each holder has joined, or the seat becomes free. Returns
     * whether a seat became free.
     */
    private async settleStale(rivals: readonly Claim[], context: Pick<SeatContext, 'hasJoined' | 'onSettled'>): Promise<boolean> {
        let freed = false;
        for (const claim of rivals.filter((rival) => isStale(rival, this.deps.clock.now()))) {
            if (await context.hasJoined(claim.holder)) {
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

    /** Deletes a claim, with one retry. A failure is only logged, so it does not hide how the attempt ended. */
    private async withdraw(claim: Claim): Promise<void> {
        const remove = (): Promise<void> => this.deps.claims.remove(claim);
        await remove()
            .catch(remove)
            .catch((error: unknown) => this.deps.report(`The claim ${claim.id} to ${claim.subject} could not be withdrawn`, error));
    }
}

/** Returns `full` only if granted claims occupy all seats for certain, so no pending claim can succeed. */
function capacityState(rivals: readonly Claim[], seats: number): 'full' | 'maybe-full' | 'retry' {
    if (seatsSurelyTaken(rivals) >= seats) {
        return 'full';
    }
    return rivals.filter(({ state }) => state !== 'pending').length >= seats ? 'maybe-full' : 'retry';
}

function newerOf(a: Claim | undefined, b: Claim): Claim {
    return a && isNewer(a, b) ? a : b;
}

function contended(): never {
    throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
}
