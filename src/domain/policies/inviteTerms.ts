import { InviteError } from '../model/errors';
import { isRepresentable } from '../model/invite';
import { allowsForever, exceedsMaxDays, exceedsMaxUses, Limits } from '../model/limits';
import { isCount } from '../numbers';

/** The longest label that people may give an invite. */
export const MAX_LABEL = 64;

/**
 * Refuses an end that the workspace does not allow. `createdAt` is when the invite was created, both in ms since 1970;
 * an end of null = never. A validity of no length is allowed only as "never".
 *
 * @throws invalid-number-of-days
 */
export function assertEndAllowed(limits: Limits, end: number | null, createdAt: number, now: number): void {
    const days = (reason: 'over-ceiling' | 'never-not-allowed' | 'ends-beyond-dates' | 'in-the-past'): InviteError =>
        new InviteError('invalid-number-of-days', { field: 'days', reason, limits, ...(reason === 'over-ceiling' && { ceiling: limits.maxDays }) });
    if (exceedsMaxDays(limits, end === null ? 0 : end - createdAt)) {
        throw days('over-ceiling');
    }
    if (end === null && !allowsForever(limits)) {
        throw days('never-not-allowed');
    }
    if (!isRepresentable(end)) {
        throw days('ends-beyond-dates');
    }
    if (end !== null && end <= now) {
        throw days('in-the-past');
    }
}

/**
 * Refuses a number of uses that is none, or that the workspace does not allow; 0 = any number.
 *
 * @throws invalid-number-of-uses
 */
export function assertUsesAllowed(limits: Limits, maxUses: number): void {
    assertUses(maxUses);
    if (exceedsMaxUses(limits, maxUses)) {
        throw new InviteError('invalid-number-of-uses', { field: 'maxUses', reason: 'over-ceiling', limits, ceiling: limits.maxUses });
    }
}

/** @throws invalid-number-of-uses if the value is not a whole number, 0 or more */
export function assertUses(maxUses: number): void {
    if (!isCount(maxUses)) {
        throw new InviteError('invalid-number-of-uses', { field: 'maxUses', reason: 'no-count' });
    }
}

/** @throws invalid-number-of-days if the value is not a whole number, 0 or more */
export function assertDays(count: number): void {
    if (!isCount(count)) {
        throw new InviteError('invalid-number-of-days', { field: 'days', reason: 'no-count' });
    }
}

/**
 * Returns the label as it is stored: on one line, and null instead of an empty one.
 *
 * @throws invalid-params (`field` label) if it is too long
 */
export function normalizeLabel(label: string | null): string | null {
    const text = label === null ? '' : label.replace(/\s+/g, ' ').trim();
    if (Array.from(text).length > MAX_LABEL) {
        throw new InviteError('invalid-params', { field: 'label', reason: 'too-long', ceiling: MAX_LABEL });
    }
    return text === '' ? null : text;
}

/** The requested end of an invite: a validity in ms (0 = forever), or a moment in ms since 1970. */
export type RequestedEnd = { readonly validFor: number } | { readonly at: number };

/** Returns the moment in ms since 1970; null = never. */
export function endFrom(end: RequestedEnd, now: number): number | null {
    return 'at' in end ? end.at : end.validFor === 0 ? null : now + end.validFor;
}
