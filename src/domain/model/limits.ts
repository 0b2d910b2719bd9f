import { MS_PER_DAY, msOf, Validity } from './invite';
import { Limits } from '../ports';

/** A week where a default would never end and that is not allowed. */
const INSTEAD_OF_NEVER: Validity = { count: 7, unit: 'day' };

/** A default validity, or as much of it as the ceiling leaves: nobody who said nothing is to be refused for it. */
export function clampValidity(validity: Validity, { maxDays, neverExpiring }: Limits): Validity {
    if (maxDays > 0 && (validity.count === 0 || msOf(validity) > maxDays * MS_PER_DAY)) {
        return { count: maxDays, unit: 'day' };
    }
    return validity.count === 0 && !neverExpiring ? INSTEAD_OF_NEVER : validity;
}

/** A default number of uses, or the ceiling where it is over it; 0 = any number. */
export function clampUses(maxUses: number, limits: Limits): number {
    return limits.maxUses > 0 && (maxUses === 0 || maxUses > limits.maxUses) ? limits.maxUses : maxUses;
}
