import { MS_PER_DAY, msOf, Validity } from './invite';

/** The limits set by the administrator; a ceiling of 0 = none. */
export interface Limits {
    readonly maxDays: number;
    readonly maxUses: number;
    readonly neverExpiring: boolean;
    /** How many invites one person may create per hour. */
    readonly perHour: number;
}

/** Whether a validity in ms exceeds the ceiling. "Forever" exceeds every ceiling. */
export function exceedsMaxDays({ maxDays }: Pick<Limits, 'maxDays'>, validFor: number): boolean {
    return maxDays > 0 && (validFor === 0 || validFor > maxDays * MS_PER_DAY);
}

/** Whether a number of uses exceeds the ceiling. "Any number" exceeds every ceiling. */
export function exceedsMaxUses(limits: Pick<Limits, 'maxUses'>, maxUses: number): boolean {
    return limits.maxUses > 0 && (maxUses === 0 || maxUses > limits.maxUses);
}

/** Whether invites may never expire. */
export function allowsForever({ maxDays, neverExpiring }: Pick<Limits, 'maxDays' | 'neverExpiring'>): boolean {
    return maxDays === 0 && neverExpiring;
}

/** Replaces a default of "never" where invites must expire. */
const FINITE_DEFAULT: Validity = { count: 7, unit: 'day' };

/** Returns a default validity that the limits allow, so a caller who named none is not refused. */
export function clampValidity(validity: Validity, limits: Limits): Validity {
    if (exceedsMaxDays(limits, msOf(validity))) {
        return { count: limits.maxDays, unit: 'day' };
    }
    return validity.count === 0 && !allowsForever(limits) ? FINITE_DEFAULT : validity;
}

/** Returns a default number of uses, capped at the ceiling; 0 = any number. */
export function clampUses(maxUses: number, limits: Limits): number {
    return exceedsMaxUses(limits, maxUses) ? limits.maxUses : maxUses;
}
