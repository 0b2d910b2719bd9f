import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../domain/model/invite';
import { Messages } from './messages';

/** A reader's language and clock. */
export interface Locale {
    readonly words: Messages;
    /** ms since 1970. */
    readonly now: number;
    /** Hours that the reader's clock is ahead of UTC; undefined: not known, and times are told in UTC. */
    readonly utcOffset: number | undefined;
}

/** How long `ms` is, in the unit that people would say it in. */
export function formatDuration(ms: number, { words }: Locale): string {
    // Of two hours, seconds later two hours are left and not 120 minutes.
    const rounded = Math.max(1, Math.round(ms / MS_PER_MINUTE)) * MS_PER_MINUTE;
    if (rounded >= 2 * MS_PER_DAY) {
        return words.days(Math.round(rounded / MS_PER_DAY));
    }
    if (rounded >= 2 * MS_PER_HOUR) {
        return words.hours(Math.round(rounded / MS_PER_HOUR));
    }
    return words.minutes(rounded / MS_PER_MINUTE);
}

/** A moment by the reader's clock: `Sat, Nov 28, 2026, 22:50`. */
export function formatMoment(ms: number, reader: Locale): string {
    const text = format(ms, reader, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
    });
    return reader.utcOffset === undefined ? `${text} UTC` : text;
}

/** A moment in as few letters as a phone's column takes: `28 Nov, 22:50`; with the year when it is another one. */
export function formatShortMoment(ms: number, reader: Locale): string {
    const yearOf = (moment: number): string => format(moment, reader, { year: 'numeric' });
    const year = yearOf(ms) === yearOf(reader.now) ? undefined : 'numeric';
    return format(ms, reader, { day: 'numeric', month: 'short', year, hour: '2-digit', minute: '2-digit' });
}

/** A day of the past as people name it: today, a weekday, or a date. */
export function formatDay(ms: number, reader: Locale): string {
    const { words, now } = reader;
    const date = format(ms, reader, { day: 'numeric', month: 'long', year: 'numeric' });
    if (date === format(now, reader, { day: 'numeric', month: 'long', year: 'numeric' })) {
        return words.sinceToday;
    }
    return words.sinceDay(now - ms < 6 * MS_PER_DAY ? format(ms, reader, { weekday: 'long' }) : date);
}

/** The reader's clock is told by its distance from UTC only, so the moment is moved and told as if it were UTC. */
function format(ms: number, { words, utcOffset = 0 }: Locale, options: Intl.DateTimeFormatOptions): string {
    // Midnight is 00:00, and not 24:00; the packager's library does not know the option yet.
    const clock = { hourCycle: 'h23', timeZone: 'UTC' } as Intl.DateTimeFormatOptions;
    return new Intl.DateTimeFormat(words.tag, { ...options, ...clock }).format(ms + utcOffset * MS_PER_HOUR);
}
