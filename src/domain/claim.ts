/**
 * One attempt at one of a limited number of places. `pending`: asked for. `taken`: granted, the holder is being let in. `joined`: the holder is in.
 * `subject` is what the places belong to: an invite, or a slot of find-or-create.
 */
export interface Claim {
    readonly id: string;
    readonly subject: string;
    readonly holder: string;
    readonly state: ClaimState;
    /** When it was made, in ms since 1970. */
    readonly at: number;
}

export type ClaimState = 'pending' | 'taken' | 'joined';

/** After this long an owner no longer acts on a claim of its own. */
export const OWNER_ACTS_MS = 10 * 1000;

/** After this long others take a claim that was never granted for one of a dead instance: far longer than its owner acts on it. */
export const ABANDONED_MS = 60 * 1000;

export function isAbandoned(claim: Claim, now: number): boolean {
    return claim.state === 'pending' && now - claim.at > ABANDONED_MS;
}

/** One order for all instances to agree on, of claims that one holder made. */
export function isNewer(a: Claim, b: Claim): boolean {
    return a.at !== b.at ? a.at > b.at : a.id > b.id;
}
