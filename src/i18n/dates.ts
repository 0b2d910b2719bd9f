import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../domain/model/invite';
import { Messages } from './messages';

/** A reader's language and local time. */
export interface Locale {
    readonly messages: Messages;
    /** The current time, in ms since 1970. */
    readonly now: number;
    /** Hours ahead of UTC. If unknown, times are shown in UTC. */
    readonly utcOffset: number | undefined;
}

/** Returns the reader's local time, in ms since 1970 as if they lived in UTC. */
export function localNow({ now, utcOffset = 0 }: Pick<Locale, 'now' | 'utcOffset'>): number {
    return now + utcOffset * MS_PER_HOUR;
}

/** Formats a duration in its natural unit, such as `90 minutes` or `2 days`. */
export function formatDuration(ms: number, { messages }: Locale): string {
    // Rounding first keeps "2 hours" seconds after an invite of two hours was created.
    const rounded = Math.max(1, Math.round(ms / MS_PER_MINUTE)) * MS_PER_MINUTE;
    if (rounded >= 2 * MS_PER_DAY) {
        return messages.days(Math.round(rounded / MS_PER_DAY));
    }
    if (rounded >= 2 * MS_PER_HOUR) {
        return messages.hours(Math.round(rounded / MS_PER_HOUR));
    }
    return messages.minutes(rounded / MS_PER_MINUTE);
}

/** Formats a moment in the reader's local time: `Sat, Nov 28, 2026, 22:50`. */
export function formatMoment(ms: number, locale: Locale): string {
    const text = format(ms, locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
    });
    return locale.utcOffset === undefined ? `${text} UTC` : text;
}

/** Formats a moment for a narrow screen: `28 Nov, 22:50`. Adds the year if it is not the current one. */
export function formatShortMoment(ms: number, locale: Locale): string {
    const yearOf = (moment: number): string => format(moment, locale, { year: 'numeric' });
    const year = yearOf(ms) === yearOf(locale.now) ? undefined : 'numeric';
    return format(ms, locale, { day: 'numeric', month: 'short', year, hour: '2-digit', minute: '2-digit' });
}

/** Formats a past day as today, a weekday or a date. */
export function formatDay(ms: number, locale: Locale): string {
    const { messages, now } = locale;
    const date = format(ms, locale, { day: 'numeric', month: 'long', year: 'numeric' });
    if (date === format(now, locale, { day: 'numeric', month: 'long', year: 'numeric' })) {
        return messages.today;
    }
    return messages.onDay(now - ms < 6 * MS_PER_DAY ? format(ms, locale, { weekday: 'long' }) : date);
}

/** Only the reader's offset is known, not the time zone. So this shifts the moment and formats it as UTC. */
function format(ms: number, { messages, utcOffset = 0 }: Locale, options: Intl.DateTimeFormatOptions): string {
    // Midnight is 00:00, not 24:00. The packager's TypeScript library lacks this option.
    const clock = { hourCycle: 'h23', timeZone: 'UTC' } as Intl.DateTimeFormatOptions;
    return new Intl.DateTimeFormat(messages.tag, { ...options, ...clock }).format(ms + utcOffset * MS_PER_HOUR);
}
