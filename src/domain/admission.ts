import { Claim, isAbandoned, isNewer, OWNER_ACTS_MS } from './claim';
import { InviteError } from './errors';
import { ClaimStore, Clock, Secrets } from './ports';

export interface AdmissionNeeds {
    readonly claims: ClaimStore;
    readonly clock: Clock;
    readonly secrets: Secrets;
    /** Waits a random moment; longer the more attempts were in vain. */
    readonly pause: (attempt: number) => Promise<void>;
}

/** A granted place. `inherited`: from an earlier attempt of the same person, which may have been cut off, or may still be under way elsewhere. */
export interface Place {
    readonly claim: Claim;
    readonly inherited: boolean;
}

type Attempt = Place | 'full' | 'unwanted' | 'seems-full' | 'again';

const ATTEMPTS = 60;
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
     * Asks for a place (`places` 0: there is always one). `stillWanted` is asked whenever another attempt of the same person may have succeeded
     * meanwhile. Answers the place, or why there is none. error-too-many-requests when the last places stay contested for too long.
     */
    async take(subject: string, holder: string, places: number, stillWanted: () => Promise<boolean>): Promise<Place | 'full' | 'unwanted'> {
        const limit = places === 0 ? Infinity : places;
        let answer: Attempt = 'again';
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                await this.needs.pause(attempt);
                if (!(await stillWanted())) {
                    return 'unwanted';
                }
            }
            answer = await this.tryOnce(subject, holder, limit, stillWanted);
            if (answer !== 'again' && answer !== 'seems-full') {
                return answer;
            }
        }
        if (answer === 'seems-full') {
            return 'full';
        }
        throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
    }

    /** The holder is in. */
    async confirm({ claim }: Place): Promise<void> {
        await this.needs.claims.setState(claim, 'joined');
    }

    /**
     * The holder did not get in: the place is free again. An inherited one is kept for the holder, because the attempt that it came from may
     * yet succeed.
     */
    async release({ claim, inherited }: Place): Promise<void> {
        if (!inherited) {
            await this.withdraw(claim);
        }
    }

    /** Does `work` while nobody else, on any instance, does work on the same subject. Work of an instance that died holds nobody up for long. */
    async alone<T>(subject: string, work: () => Promise<T>): Promise<T> {
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
        throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
    }

    private async tryOnce(subject: string, holder: string, limit: number, stillWanted: () => Promise<boolean>): Promise<Attempt> {
        const own = this.newClaim(subject, holder);
        let keep = false;
        try {
            await this.needs.claims.insert(own);
            const others = await this.othersThan(own);
            const earlier = others.filter((claim) => claim.holder === holder && claim.state !== 'joined');
            const rivals = others.filter((claim) => !earlier.includes(claim));
            const inherits = earlier.some(({ state }) => state === 'taken');
            const hasJoined = rivals.some((claim) => claim.holder === holder);
            const overtaken = earlier.some((claim) => isNewer(claim, own));

            if (!inherits && hasJoined && !(await stillWanted())) {
                return 'unwanted';
            }
            if (!overtaken && (inherits || rivals.length < limit) && this.mayStillAct(own)) {
                // One that fails while it takes over from others stays: it may stand for places already let go of, and the holder's next
                // attempt inherits it.
                keep = earlier.length > 0;
                const place = await this.grant(own, earlier);
                keep = true;
                return place;
            }
            return inherits ? 'again' : fullness(rivals, limit);
        } finally {
            if (!keep) {
                await this.withdraw(own);
            }
        }
    }

    private newClaim(subject: string, holder: string): Claim {
        return { id: this.needs.secrets.id(), subject, holder, state: 'pending', at: this.needs.clock.now() };
    }

    private async othersThan(own: Claim): Promise<Claim[]> {
        const claims = await this.needs.claims.of(own.subject);
        return claims.filter((claim) => claim.id !== own.id && !isAbandoned(claim, this.needs.clock.now()));
    }

    private mayStillAct(own: Claim): boolean {
        return this.needs.clock.now() - own.at <= OWNER_ACTS_MS;
    }

    /** Holds the new claim before it lets go of the earlier ones, so that at no moment the place is free. */
    private async grant(own: Claim, earlier: readonly Claim[]): Promise<Place> {
        await this.needs.claims.setState(own, 'taken');
        for (const claim of earlier) {
            await this.needs.claims.remove(claim);
        }
        return { claim: { ...own, state: 'taken' }, inherited: earlier.length > 0 };
    }

    /** Tried twice; one that still cannot be withdrawn ages out, and the reason why the attempt ended is the one to tell. */
    private async withdraw(own: Claim): Promise<void> {
        const remove = (): Promise<void> => this.needs.claims.remove(own);
        await remove()
            .catch(remove)
            .catch(() => undefined);
    }
}

/**
 * Whether granted claims leave no place: then no pending claim can succeed any more, whosever it is. While one person's claim is about to take over
 * from another, both are granted, so several of one person only seem to take several places as long as one of them is not settled.
 */
function fullness(rivals: readonly Claim[], limit: number): 'full' | 'seems-full' | 'again' {
    const granted = rivals.filter(({ state }) => state !== 'pending');
    const unsettled = new Set(granted.filter(({ state }) => state === 'taken').map(({ holder }) => holder));
    const settled = granted.filter(({ holder }) => !unsettled.has(holder));
    if (settled.length + unsettled.size >= limit) {
        return 'full';
    }
    return granted.length >= limit ? 'seems-full' : 'again';
}
