import { Claim, isStale, seatsSurelyTaken } from './claim';
import { NEVER_USED, Usage } from './invite';

/**
 * Uses of an invite that are counted without a claim. A fold replaces settled claims by a counter
 * (docs/architecture.md, "Folding"). Release 0.1.0 counted the uses of unlimited invites in counters too.
 */
export interface Counter {
    readonly id: string;
    readonly inviteId: string;
    readonly uses: number;
    /** The last of the uses, in ms since 1970. */
    readonly lastAt: number;
    /** The claims that it counts, as long as readers may still see them. */
    readonly claimIds: readonly string[];
    /** When the claims were removed at the earliest, in ms since 1970. */
    readonly foldedAt: number;
}

/** Returns the claims that no counter counts. */
export function uncounted(claims: readonly Claim[], counters: readonly Counter[]): Claim[] {
    const listed = new Set(listedIn(counters));
    return claims.filter(({ id }) => !listed.has(id));
}

/** Returns the usage in the counters. A claim that two counters list counts once. */
export function countedUsage(counters: readonly Counter[]): Usage {
    const ids = listedIn(counters);
    const twice = ids.length - new Set(ids).size;
    return counters.reduce<Usage>((sum, { uses, lastAt }) => ({ uses: sum.uses + uses, lastAt: Math.max(sum.lastAt || 0, lastAt) }), {
        ...NEVER_USED,
        uses: -twice,
    });
}

/** Returns the usage in claims and counters. The claims must have been read before the counters, or the count may be too low. */
export function usageIn(claims: readonly Claim[], counters: readonly Counter[]): Usage {
    const granted = uncounted(claims, counters).filter(({ state }) => state !== 'pending');
    return granted.reduce<Usage>(
        (sum, { at }) => ({ uses: sum.uses + 1, lastAt: Math.max(sum.lastAt || 0, at) }),
        counters.length === 0 ? NEVER_USED : countedUsage(counters),
    );
}

/**
 * Whether uses wait for work of the nightly job: an interrupted attempt to settle, at least `threshold` joined claims to
 * fold, or a fold to finish.
 */
export function needsSettling(claims: readonly Claim[], counters: readonly Counter[], threshold: number, now: number): boolean {
    return (
        claims.some((claim) => claim.state === 'taken' && isStale(claim, now)) ||
        claims.filter(({ state }) => state === 'joined').length >= threshold ||
        counters.some(({ claimIds }) => claimIds.length > 0)
    );
}

/**
 * Returns how many seats are certainly unavailable to the caller. It ignores stale claims, which admission settles, and
 * the caller's own, because their next attempt inherits an unfinished one.
 */
export function seatsTaken(claims: readonly Claim[], counters: readonly Counter[], now: number, callerId?: string): number {
    const others = uncounted(claims, counters).filter((claim) => !isStale(claim, now) && claim.holder !== callerId);
    return seatsSurelyTaken(others) + countedUsage(counters).uses;
}

function listedIn(counters: readonly Counter[]): string[] {
    return ([] as string[]).concat(...counters.map(({ claimIds }) => claimIds));
}
