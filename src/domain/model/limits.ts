import { MS_PER_DAY, msOf, Validity } from './invite';
import { Limits } from '../ports';

/** Replaces a default of "never" where invites must expire. */
const FINITE_DEFAULT: Validity = { count: 7, unit: 'day' };

/** Returns a default validity that the limits allow, so a caller who named none is not refused. */
export function clampValidity(validity: Validity, { maxDays, neverExpiring }: Limits): Validity {
    if (maxDays > 0 && (validity.count === 0 || msOf(validity) > maxDays * MS_PER_DAY)) {
        return { count: maxDays, unit: 'day' };
    }
    return validity.count === 0 && !neverExpiring ? FINITE_DEFAULT : validity;
}

/** Returns a default number of uses, capped at the ceiling; 0 = any number. */
export function clampUses(maxUses: number, limits: Limits): number {
    return limits.maxUses > 0 && (maxUses === 0 || maxUses > limits.maxUses) ? limits.maxUses : maxUses;
}
