import { InviteError } from '../domain/model/errors';
import { MS_PER_DAY, msOf } from '../domain/model/invite';
import { isCount } from '../domain/numbers';
import { RequestedEnd } from '../domain/policies/inviteTerms';
import { parseDuration } from '../i18n/quantities';

/**
 * Returns the requested end of an invite: a duration such as `7d`, an ISO 8601 date, a number of days, or null = never.
 *
 * @throws invalid-number-of-days if the value is none of them
 */
export function parseEnd(value: string | number | null): RequestedEnd {
    if (value === null) {
        return { validFor: 0 };
    }
    if (typeof value === 'number') {
        if (!isCount(value)) {
            throw new InviteError('invalid-number-of-days', { field: 'expires', reason: 'no-count' });
        }
        return { validFor: value * MS_PER_DAY };
    }
    const validity = parseDuration(value);
    if (validity) {
        return { validFor: msOf(validity) };
    }
    const at = parseMoment(value);
    if (at === undefined) {
        throw new InviteError('invalid-number-of-days', { field: 'expires', reason: 'no-duration' });
    }
    return { at };
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** Returns an ISO 8601 date, or date and time with a zone, in ms since 1970; a date alone begins in UTC. Undefined if it is none. */
export function parseMoment(text: string): number | undefined {
    const [, year, month, day] = ISO_DATE.exec(text) || [];
    const at = day === undefined ? NaN : Date.parse(text);
    // JavaScript reads February 31 as March 3.
    const isDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
    return Number.isNaN(at) || at < 0 || !isDay ? undefined : at;
}
