/** A record that reserves one of a limited number of seats. docs/architecture.md, "Admission", describes its life. */
export interface Claim {
    readonly id: string;
    /** What the seats belong to: the id of an invite, or the name of a slot that only one attempt may occupy. */
    readonly subject: string;
    readonly holder: string;
    readonly state: ClaimState;
    /** When the claim was created, in ms since 1970, by the clock of the creating instance. */
    readonly at: number;
    /**
     * For an invite to several rooms: those that the holder was not in when they claimed the seat, or an earlier one.
     * Undefined once they have tried all.
     */
    readonly rids?: readonly string[];
}

/** Whether the holder is in some of several rooms, and has still to come into others. */
export function isUnfinished({ state, rids }: Pick<Claim, 'state' | 'rids'>): boolean {
    return state === 'joined' && rids !== undefined;
}

/** `pending`: requested. `taken`: granted, and the holder is about to join. `joined`: the holder has joined. */
export type ClaimState = 'pending' | 'taken' | 'joined';

/**
 * How long an unfinished claim is trusted, in ms. Each time exceeds the step it waits for by more than the minute that
 * the clocks of two instances may differ.
 */
export const CLAIM_TTL_MS = {
    /** After this time an instance no longer acts on its own pending claim. */
    active: 10 * 1000,
    /** After this time other instances treat a pending claim as abandoned. */
    pending: 2 * 60 * 1000,
    /** After this time other instances check whether the holder of a taken claim ever joined. */
    taken: 10 * 60 * 1000,
};

/** Whether the claim was abandoned: its attempt must have been interrupted. */
export function isStale({ state, at }: Claim, now: number): boolean {
    return state !== 'joined' && now - at > CLAIM_TTL_MS[state];
}

/** Whether the claim can be deleted: it was abandoned before it was granted, or its subject no longer exists. */
export function isOrphaned(claim: Claim, isKnown: boolean, now: number): boolean {
    return claim.state === 'pending' ? isStale(claim, now) : !isKnown && now - claim.at > CLAIM_TTL_MS.taken;
}

/** Orders the claims of one holder in the same way on all instances. */
export function isNewer(a: Claim, b: Claim): boolean {
    return a.at !== b.at ? a.at > b.at : a.id > b.id;
}

/**
 * Returns how many seats the granted claims occupy at least. A person's claims count once while one of them is only
 * `taken`, because it may be replacing the others.
 */
export function seatsSurelyTaken(claims: readonly Claim[]): number {
    const unsettled = new Set(claims.filter(({ state }) => state === 'taken').map(({ holder }) => holder));
    return unsettled.size + claims.filter(({ state, holder }) => state === 'joined' && !unsettled.has(holder)).length;
}
