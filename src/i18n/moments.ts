import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../domain/model/invite';
import { afterFillers, DICTIONARY, foldWord, phraseAt } from './dictionary';
import { Reading } from './quantities';

/** The last minute of a day. */
const END_OF_DAY = MS_PER_DAY - MS_PER_MINUTE;

/**
 * Reads a moment such as `until friday`, `until 18:00`, `tomorrow` or `2026-12-01 18:00`. A day ends with its last
 * minute. Moments are local times: ms since 1970 as if the caller lived in UTC.
 */
export function momentAt(words: readonly string[], at: number, localNow: number): Reading<number> | undefined {
    const until = phraseAt(words, at, DICTIONARY.until);
    const start = until === undefined ? at : afterFillers(words, until);
    const today = localNow - (localNow % MS_PER_DAY);
    const day = dayAt(words, start, today, until !== undefined);
    if (!day) {
        const time = until === undefined ? undefined : timeIn(words[start]);
        return time === undefined ? undefined : { value: today + time + (today + time > localNow ? 0 : MS_PER_DAY), next: start + 1 };
    }
    const [, timeOfDay] = (words[start] || '').split(/[Tt](?=\d\d:)/);
    if (timeOfDay !== undefined) {
        const time = timeIn(timeOfDay);
        return time === undefined ? undefined : { value: day.value + time, next: day.next };
    }
    const timeIndex = afterFillers(words, day.next);
    const time = timeIn(words[timeIndex]);
    return time === undefined ? { value: day.value + END_OF_DAY, next: day.next } : { value: day.value + time, next: timeIndex + 1 };
}

/** Returns a moment as `momentAt` reads it after "until". */
export function momentText(localMs: number): string {
    const [date = '', time = ''] = new Date(localMs).toISOString().split('T');
    return `${date} ${time.slice(0, 5)}`;
}

function dayAt(words: readonly string[], at: number, today: number, isAfterUntil: boolean): Reading<number> | undefined {
    const tomorrow = phraseAt(words, at, DICTIONARY.tomorrow);
    const sameDay = phraseAt(words, at, DICTIONARY.today);
    if (tomorrow !== undefined || sameDay !== undefined) {
        return tomorrow === undefined ? { value: today, next: sameDay || at + 1 } : { value: today + MS_PER_DAY, next: tomorrow };
    }
    return weekdayAt(words, at, today, isAfterUntil) || numericDateIn(words, at, today, isAfterUntil) || namedDateAt(words, at, today);
}

/** Reads `friday` and `next friday`. Today counts, unless the caller says "next". */
function weekdayAt(words: readonly string[], at: number, today: number, isAfterUntil: boolean): Reading<number> | undefined {
    const isNext = DICTIONARY.numbers.get(foldWord(words[at] || '')) === 1;
    const index = isNext ? at + 1 : at;
    const name = foldWord(words[index] || '');
    const full = DICTIONARY.weekdays.get(name);
    const weekday = full === undefined && isAfterUntil ? DICTIONARY.shortWeekdays.get(name) : full;
    if (weekday === undefined) {
        return undefined;
    }
    const days = (weekday - new Date(today).getUTCDay() + 7) % 7;
    return { value: today + (isNext && days === 0 ? 7 : days) * MS_PER_DAY, next: index + 1 };
}

/** Reads `2026-12-01`, with a time after a T if there is one, and `31.12.` or `31.12.2026`. */
function numericDateIn(words: readonly string[], at: number, today: number, isAfterUntil: boolean): Reading<number> | undefined {
    const word = words[at] || '';
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:t[\d:]{4,8})?$/i.exec(word) || [];
    if (year !== undefined) {
        return dated(Number(year), Number(month), Number(day), at + 1);
    }
    const [, dayFirst, monthSecond, dot, yearLast] = /^(\d{1,2})\.(\d{1,2})(\.?)(\d{4})?$/.exec(word) || [];
    // "1.5" may be the beginning of a duration.
    if (dayFirst === undefined || (!dot && !isAfterUntil)) {
        return undefined;
    }
    return comingDate(Number(monthSecond), Number(dayFirst), yearLast === undefined ? undefined : Number(yearLast), today, at + 1);
}

/** Reads `1 december`, `december 1` and `1. Dezember 2026`. */
function namedDateAt(words: readonly string[], at: number, today: number): Reading<number> | undefined {
    for (const [dayIndex, monthIndex] of [
        [at, at + 1],
        [at + 1, at],
    ] as const) {
        const [, day] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(foldWord(words[dayIndex] || '')) || [];
        const month = DICTIONARY.months.get(foldWord(words[monthIndex] || ''));
        if (day !== undefined && month !== undefined) {
            const [year] = /^\d{4}$/.exec(words[at + 2] || '') || [];
            return comingDate(month + 1, Number(day), year === undefined ? undefined : Number(year), today, at + (year === undefined ? 2 : 3));
        }
    }
    return undefined;
}

/** Returns the date in that year, or else the next time that the date comes. */
function comingDate(month: number, day: number, year: number | undefined, today: number, next: number): Reading<number> | undefined {
    const thisYear = new Date(today).getUTCFullYear();
    const date = dated(year === undefined ? thisYear : year, month, day, next);
    return date && year === undefined && date.value < today ? dated(thisYear + 1, month, day, next) : date;
}

/** Returns the beginning of a day; undefined if the calendar has no such day. */
function dated(year: number, month: number, day: number, next: number): Reading<number> | undefined {
    const value = Date.UTC(year, month - 1, day);
    const date = new Date(value);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { value, next } : undefined;
}

/** Returns a time of day such as `18:00` or `6pm`, in ms since midnight; undefined if the word is none. */
function timeIn(word = ''): number | undefined {
    const [, hours, minutes, half] = /^(\d{1,2})(?::(\d\d)(?::\d\d)?)?(am|pm)?$/.exec(foldWord(word)) || [];
    if (hours === undefined || (minutes === undefined && half === undefined) || Number(minutes || 0) > 59) {
        return undefined;
    }
    const isValid = half === undefined ? Number(hours) < 24 : Number(hours) > 0 && Number(hours) <= 12;
    const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
    return isValid ? hour * MS_PER_HOUR + Number(minutes || 0) * MS_PER_MINUTE : undefined;
}
