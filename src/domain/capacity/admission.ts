import { Claim, isNewer, isStale, CLAIM_TTL_MS, seatsSurelyTaken } from '../model/claim';
import { InviteError } from '../model/errors';
import { ClaimStore, Clock, Report, Secrets } from '../ports';

export interface AdmissionDeps {
    readonly claims: ClaimStore;
    readonly clock: Clock;
    readonly report: Report;
    readonly secrets: Secrets;
    /** Waits a random moment; longer the more attempts were in vain. */
    readonly backoff: (attempt: number) => Promise<void>;
}

/** What admission has to know of the room. */
export interface SeatContext {
    /** Whether the asker still wants a place: another attempt of theirs may have succeeded meanwhile. */
    readonly isStillNeeded: () => Promise<boolean>;
    /** Whether that person has come in. */
    readonly hasJoined: (holder: string) => Promise<boolean>;
}

/** A granted seat. `from`: the newerOf of the same person's earlier claims that it takes over, whose attempts may still be under way elsewhere. */
export interface Seat {
    readonly claim: Claim;
    readonly inheritedFrom: Claim | undefined;
}

type Attempt = Seat | 'full' | 'not-needed' | 'maybe-full' | 'retry';

const ATTEMPTS = 20;
const RETRY_AFTER_S = 60;

/**
 * Grants seats so that never more than `seats` people hold one, whatever races, on any number of instances, over a store that can only insert,
 * read, replace and remove (architecture.md, "Admission"): insert a claim, read all, and go on only if fewer than `seats` others are there.
 * Of all that go on, the one that inserted last would have seen the rest.
 *
 * Of several claims that one person has at once, the newerOf goes on: it takes over the place of the older ones, which withdraw when they see it.
 * So a person who clicks twice takes one seat, and one who was cut off by a crash goes on with the place they had.
 */
export class Admission {
    constructor(private readonly deps: AdmissionDeps) {}

    /**
     * Asks for one of so many seats. Answers the seat, or why there is none. error-too-many-requests when the last seats
     * stay contested for too long.
     */
    async acquire(subject: string, holder: string, seats: number, door: SeatContext): Promise<Seat | 'full' | 'not-needed'> {
        let answer: Attempt = 'retry';
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                await this.deps.backoff(attempt);
                if (!(await door.isStillNeeded())) {
                    return 'not-needed';
                }
            }
            answer = await this.tryOnce(subject, holder, seats, door);
            if (answer !== 'retry' && answer !== 'maybe-full') {
                return answer;
            }
        }
        return answer === 'maybe-full' ? 'full' : contended();
    }

    /** The holder is in. A place counts from the moment it is granted, so a fault here takes nothing from anybody. */
    async confirm({ claim }: Seat): Promise<void> {
        try {
            await this.deps.claims.setState(claim, 'joined');
        } catch (error) {
            this.deps.report(`The claim ${claim.id} to ${claim.subject} could not be marked as joined`, error);
        }
    }

    /**
     * The holder did not get in: the place is free again. Not one taken over from an attempt that may still be under way: that one may yet succeed, so it
     * is kept for the holder until it is stale.
     */
    async release({ claim, inheritedFrom }: Seat): Promise<void> {
        if (!inheritedFrom || isStale(inheritedFrom, this.deps.clock.now())) {
            await this.withdraw(claim);
        }
    }

    /**
     * Does `work` while nobody else, on any instance, does work on the same subject. When that stays impossible for seconds, as for two minutes after an
     * instance died at such work, `otherwise` has it: error-too-many-requests, if nothing else is said.
     */
    async runExclusively<T>(subject: string, work: () => Promise<T>, otherwise: () => Promise<T> = contended): Promise<T> {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
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

    private async tryOnce(subject: string, holder: string, seats: number, door: SeatContext): Promise<Attempt> {
        const own = this.newClaim(subject, holder);
        let keep = false;
        try {
            await this.deps.claims.insert(own);
            const others = await this.othersThan(own);
            const earlier = others.filter((claim) => claim.holder === holder && claim.state !== 'joined');
            const rivals = others.filter((claim) => !earlier.includes(claim));
            const inherits = earlier.some(({ state }) => state === 'taken');
            const hasJoined = rivals.some((claim) => claim.holder === holder);
            // Granted or not: were the older one to take over as well, each would remove the other's claim.
            const overtaken = earlier.some((claim) => isNewer(claim, own));

            if (!inherits && hasJoined && !(await door.isStillNeeded())) {
                return 'not-needed';
            }
            if (!overtaken && (inherits || rivals.length < seats) && this.mayStillAct(own)) {
                // One that fails while it takes over from others stays: it may stand for seats already let go of, and the holder's next
                // attempt inherits it.
                keep = earlier.length > 0;
                const seat = await this.grant(own, earlier);
                keep = true;
                return seat;
            }
            if (inherits) {
                return 'retry';
            }
            return (await this.settleStale(rivals, door)) ? 'retry' : capacityState(rivals, seats);
        } finally {
            if (!keep) {
                await this.withdraw(own);
            }
        }
    }

    private newClaim(subject: string, holder: string): Claim {
        return { id: this.deps.secrets.id(), subject, holder, state: 'pending', at: this.deps.clock.now() };
    }

    /** The claims that count besides the own one. Pending ones of dead instances do not, and are cleared away. */
    private async othersThan(own: Claim): Promise<Claim[]> {
        const now = this.deps.clock.now();
        const others = (await this.deps.claims.of(own.subject)).filter(({ id }) => id !== own.id);
        const dead = others.filter((claim) => claim.state === 'pending' && isStale(claim, now));
        for (const claim of dead) {
            await this.withdraw(claim);
        }
        return others.filter((claim) => !dead.includes(claim));
    }

    private mayStillAct(own: Claim): boolean {
        return this.deps.clock.now() - own.at <= CLAIM_TTL_MS.active;
    }

    /** Holds the new claim before it lets go of the earlier ones, so that at no moment the place is free. */
    private async grant(own: Claim, earlier: readonly Claim[]): Promise<Seat> {
        await this.deps.claims.setState(own, 'taken');
        for (const claim of earlier) {
            await this.deps.claims.remove(claim);
        }
        return { claim: { ...own, state: 'taken' }, inheritedFrom: earlier.reduce<Claim | undefined>(newerOf, undefined) };
    }

    /**
     * Where seats are short, finds out about granted ones whose holders were cut off and never came back: they came in, or the place is free. Answers
     * whether a place became free.
     */
    private async settleStale(rivals: readonly Claim[], door: SeatContext): Promise<boolean> {
        let freed = false;
        for (const claim of rivals.filter((rival) => isStale(rival, this.deps.clock.now()))) {
            if (await door.hasJoined(claim.holder)) {
                await this.deps.claims.setState(claim, 'joined');
            } else {
                await this.deps.claims.remove(claim);
                freed = true;
            }
        }
        return freed;
    }

    /** Tried twice; a claim that still cannot be withdrawn becomes stale, and the reason why the attempt ended is the one to tell. */
    private async withdraw(own: Claim): Promise<void> {
        const remove = (): Promise<void> => this.deps.claims.remove(own);
        await remove()
            .catch(remove)
            .catch((error: unknown) => this.deps.report(`The claim ${own.id} to ${own.subject} could not be withdrawn`, error));
    }
}

/** Whether granted claims leave no place: then no pending claim can succeed any more, whosever it is. */
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
