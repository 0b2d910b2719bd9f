/**
 * One attempt at one of a limited number of places. `pending`: asked for. `taken`: granted, the holder is being let in. `joined`: the holder is in.
 * `subject` is what the places belong to: an invite, or a slot of find-or-create.
 */
export interface Claim {
    readonly id: string;
    readonly subject: string;
    readonly holder: string;
    readonly state: ClaimState;
    /** When it was made, in ms since 1970, by the clock of the instance that made it. */
    readonly at: number;
}

export type ClaimState = 'pending' | 'taken' | 'joined';

/**
 * How long claims are believed in. Each is far longer than what it waits for can take, by more than clocks of one workspace's instances may differ
 * (a minute).
 */
export const CLAIM_TTL_MS = {
    /** After this long an owner no longer acts on a claim of its own that is pending. */
    active: 10 * 1000,
    /** After this long others take a pending claim for one of a dead instance. */
    pending: 2 * 60 * 1000,
    /** After this long others find out whether the holder of a taken claim ever came in. */
    taken: 10 * 60 * 1000,
};

/** Whether nobody acts on the claim any more: whoever made it was cut off. */
export function isStale({ state, at }: Claim, now: number): boolean {
    return state !== 'joined' && now - at > CLAIM_TTL_MS[state];
}

/** Whether nothing comes of the claim any more: its attempt was cut off before it was granted, or what it belongs to is no more. */
export function isOrphaned(claim: Claim, isKnown: boolean, now: number): boolean {
    return claim.state === 'pending' ? isStale(claim, now) : !isKnown && now - claim.at > CLAIM_TTL_MS.taken;
}

/** One order for all instances to agree on, of claims that one holder made. */
export function isNewer(a: Claim, b: Claim): boolean {
    return a.at !== b.at ? a.at > b.at : a.id > b.id;
}

/**
 * How many places granted claims take for sure. While one person's claim takes over from another, both are granted for a moment: as long as one of them
 * is not settled, all of that person's count as one.
 */
export function seatsSurelyTaken(claims: readonly Claim[]): number {
    const unsettled = new Set(claims.filter(({ state }) => state === 'taken').map(({ holder }) => holder));
    return unsettled.size + claims.filter(({ state, holder }) => state === 'joined' && !unsettled.has(holder)).length;
}

/**
 * How many places are gone for sure, for somebody who asks for one: without stale claims, about which admission finds out, and without their own: with an
 * unfinished one they go on, and by a finished one they are in, or find out from admission that they have had theirs.
 */
export function seatsTaken(claims: readonly Claim[], now: number, asker?: string): number {
    return seatsSurelyTaken(claims.filter((claim) => !isStale(claim, now) && claim.holder !== asker));
}
