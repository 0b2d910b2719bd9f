import { describe, expect, it } from '@jest/globals';

import { findLanguage } from '../../src/i18n/findLanguage.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { formatDay, formatDuration, formatMoment, formatShortMoment, type Locale } from '../../src/i18n/dates.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 21, 22, 50);

const localeAt = (utcOffset?: number): Locale => ({ messages: ENGLISH, now: NOW, utcOffset });

describe('formatDuration', () => {
    it.each([
        [0, '1 minute'],
        [MINUTE, '1 minute'],
        [90 * MINUTE, '90 minutes'],
        [2 * HOUR - MINUTE, '119 minutes'],
        [2 * HOUR - 20_000, '2 hours'],
        [2 * HOUR, '2 hours'],
        [2 * DAY - 20_000, '2 days'],
        [47 * HOUR, '47 hours'],
        [2 * DAY, '2 days'],
        [2.6 * DAY, '3 days'],
    ])('formats %d ms as "%s"', (ms, text) => expect(formatDuration(ms, localeAt())).toBe(text));
});

describe('formatMoment and formatShortMoment', () => {
    it('use the reader’s local time, or UTC if it is unknown', () => {
        expect(formatMoment(NOW, localeAt())).toBe('Sat, Nov 21, 2026, 22:50 UTC');
        expect(formatMoment(NOW, localeAt(0))).toBe('Sat, Nov 21, 2026, 22:50');
        expect(formatMoment(NOW, localeAt(2))).toBe('Sun, Nov 22, 2026, 00:50');
        expect(formatShortMoment(NOW, localeAt(-3.5))).toBe('Nov 21, 19:20');
        expect(formatShortMoment(NOW + 60 * DAY, localeAt(0))).toBe('Jan 20, 2027, 22:50');
    });
});

describe('formatDay', () => {
    it.each([
        [0, 0, 'today'],
        [22 * HOUR, 0, 'today'],
        [23 * HOUR, 0, 'on Friday'],
        [22 * HOUR, -1, 'on Friday'],
        [6 * DAY - MINUTE, 0, 'on Sunday'],
        [6 * DAY, 0, 'on November 15, 2026'],
        [400 * DAY, 0, 'on October 17, 2025'],
    ])('formats %d ms ago, at an offset of %d hours, as "%s"', (ago, offset, text) => expect(formatDay(NOW - ago, localeAt(offset))).toBe(text));

    it.each([
        [0, 'hoje'],
        [DAY, 'na sexta-feira'],
        [6 * DAY - MINUTE, 'no domingo'],
        [6 * DAY, 'em 15 de novembro de 2026'],
    ])('formats %d ms ago in Portuguese as "%s"', (ago, text) =>
        expect(formatDay(NOW - ago, { ...localeAt(0), messages: findLanguage('pt-BR')! })).toBe(text),
    );
});
