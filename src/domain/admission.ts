import { Claim, isNewer, isStale, LIFETIME, surelyGranted } from './claim';
import { InviteError } from './errors';
import { ClaimStore, Clock, Report, Secrets } from './ports';

export interface AdmissionNeeds {
    readonly claims: ClaimStore;
    readonly clock: Clock;
    readonly report: Report;
    readonly secrets: Secrets;
    /** Waits a random moment; longer the more attempts were in vain. */
    readonly pause: (attempt: number) => Promise<void>;
}

/** What admission has to know of the room. */
export interface Door {
    /** Whether the asker still wants a place: another attempt of theirs may have succeeded meanwhile. */
    readonly stillWanted: () => Promise<boolean>;
    /** Whether that person has come in. */
    readonly isInside: (holder: string) => Promise<boolean>;
}

/** A granted place. `from`: the newest of the same person's earlier claims that it takes over, whose attempts may still be under way elsewhere. */
export interface Place {
    readonly claim: Claim;
    readonly from: Claim | undefined;
}

type Attempt = Place | 'full' | 'unwanted' | 'seems-full' | 'again';

const ATTEMPTS = 20;
const RETRY_AFTER_S = 60;

/**
 * Grants places so that never more than `places` people hold one, whatever races, on any number of instances, over a store that can only insert,
 * read, replace and remove (architecture.md, "Admission"): insert a claim, read all, and go on only if fewer than `places` others are there.
 * Of all that go on, the one that inserted last would have seen the rest.
 *
 * Of several claims that one person has at once, the newest goes on: it takes over the place of the older ones, which withdraw when they see it.
 * So a person who clicks twice takes one place, and one who was cut off by a crash goes on with the place they had.
 */
export class Admission {
    constructor(private readonly needs: AdmissionNeeds) {}

    /**
     * Asks for one of so many places. Answers the place, or why there is none. error-too-many-requests when the last places
     * stay contested for too long.
     */
    async take(subject: string, holder: string, places: number, door: Door): Promise<Place | 'full' | 'unwanted'> {
        let answer: Attempt = 'again';
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                await this.needs.pause(attempt);
                if (!(await door.stillWanted())) {
                    return 'unwanted';
                }
            }
            answer = await this.tryOnce(subject, holder, places, door);
            if (answer !== 'again' && answer !== 'seems-full') {
                return answer;
            }
        }
        return answer === 'seems-full' ? 'full' : tooMany();
    }

    /** The holder is in. A place counts from the moment it is granted, so a fault here takes nothing from anybody. */
    async confirm({ claim }: Place): Promise<void> {
        try {
            await this.needs.claims.setState(claim, 'joined');
        } catch (error) {
            this.needs.report(`The claim ${claim.id} to ${claim.subject} could not be marked as joined`, error);
        }
    }

    /**
     * The holder did not get in: the place is free again. Not one taken over from an attempt that may still be under way: that one may yet succeed, so it
     * is kept for the holder until it is stale.
     */
    async release({ claim, from }: Place): Promise<void> {
        if (!from || isStale(from, this.needs.clock.now())) {
            await this.withdraw(claim);
        }
    }

    /**
     * Does `work` while nobody else, on any instance, does work on the same subject. When that stays impossible for seconds, as for two minutes after an
     * instance died at such work, `otherwise` has it: error-too-many-requests, if nothing else is said.
     */
    async alone<T>(subject: string, work: () => Promise<T>, otherwise: () => Promise<T> = tooMany): Promise<T> {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                await this.needs.pause(attempt);
            }
            const own = this.newClaim(subject, this.needs.secrets.id());
            try {
                await this.needs.claims.insert(own);
                if ((await this.othersThan(own)).length === 0 && this.mayStillAct(own)) {
                    return await work();
                }
            } finally {
                await this.withdraw(own);
            }
        }
        return otherwise();
    }

    private async tryOnce(subject: string, holder: string, places: number, door: Door): Promise<Attempt> {
        const own = this.newClaim(subject, holder);
        let keep = false;
        try {
            await this.needs.claims.insert(own);
            const others = await this.othersThan(own);
            const earlier = others.filter((claim) => claim.holder === holder && claim.state !== 'joined');
            const rivals = others.filter((claim) => !earlier.includes(claim));
            const inherits = earlier.some(({ state }) => state === 'taken');
            const hasJoined = rivals.some((claim) => claim.holder === holder);
            // Granted or not: were the older one to take over as well, each would remove the other's claim.
            const overtaken = earlier.some((claim) => isNewer(claim, own));

            if (!inherits && hasJoined && !(await door.stillWanted())) {
                return 'unwanted';
            }
            if (!overtaken && (inherits || rivals.length < places) && this.mayStillAct(own)) {
                // One that fails while it takes over from others stays: it may stand for places already let go of, and the holder's next
                // attempt inherits it.
                keep = earlier.length > 0;
                const place = await this.grant(own, earlier);
                keep = true;
                return place;
            }
            if (inherits) {
                return 'again';
            }
            return (await this.settleStale(rivals, door)) ? 'again' : fullness(rivals, places);
        } finally {
            if (!keep) {
                await this.withdraw(own);
            }
        }
    }

    private newClaim(subject: string, holder: string): Claim {
        return { id: this.needs.secrets.id(), subject, holder, state: 'pending', at: this.needs.clock.now() };
    }

    /** The claims that count besides the own one. Pending ones of dead instances do not, and are cleared away. */
    private async othersThan(own: Claim): Promise<Claim[]> {
        const now = this.needs.clock.now();
        const others = (await this.needs.claims.of(own.subject)).filter(({ id }) => id !== own.id);
        const dead = others.filter((claim) => claim.state === 'pending' && isStale(claim, now));
        for (const claim of dead) {
            await this.withdraw(claim);
        }
        return others.filter((claim) => !dead.includes(claim));
    }

    private mayStillAct(own: Claim): boolean {
        return this.needs.clock.now() - own.at <= LIFETIME.ownerActs;
    }

    /** Holds the new claim before it lets go of the earlier ones, so that at no moment the place is free. */
    private async grant(own: Claim, earlier: readonly Claim[]): Promise<Place> {
        await this.needs.claims.setState(own, 'taken');
        for (const claim of earlier) {
            await this.needs.claims.remove(claim);
        }
        return { claim: { ...own, state: 'taken' }, from: earlier.reduce<Claim | undefined>(newest, undefined) };
    }

    /**
     * Where places are short, finds out about granted ones whose holders were cut off and never came back: they came in, or the place is free. Answers
     * whether a place became free.
     */
    private async settleStale(rivals: readonly Claim[], door: Door): Promise<boolean> {
        let freed = false;
        for (const claim of rivals.filter((rival) => isStale(rival, this.needs.clock.now()))) {
            if (await door.isInside(claim.holder)) {
                await this.needs.claims.setState(claim, 'joined');
            } else {
                await this.needs.claims.remove(claim);
                freed = true;
            }
        }
        return freed;
    }

    /** Tried twice; a claim that still cannot be withdrawn becomes stale, and the reason why the attempt ended is the one to tell. */
    private async withdraw(own: Claim): Promise<void> {
        const remove = (): Promise<void> => this.needs.claims.remove(own);
        await remove()
            .catch(remove)
            .catch((error: unknown) => this.needs.report(`The claim ${own.id} to ${own.subject} could not be withdrawn`, error));
    }
}

/** Whether granted claims leave no place: then no pending claim can succeed any more, whosever it is. */
function fullness(rivals: readonly Claim[], places: number): 'full' | 'seems-full' | 'again' {
    if (surelyGranted(rivals) >= places) {
        return 'full';
    }
    return rivals.filter(({ state }) => state !== 'pending').length >= places ? 'seems-full' : 'again';
}

function newest(a: Claim | undefined, b: Claim): Claim {
    return a && isNewer(a, b) ? a : b;
}

function tooMany(): never {
    throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
}
