import { expect, it } from '@jest/globals';

import { parseDuration, parseUses } from '../../src/i18n/quantities.ts';

const WORDS = {
    minute: 'm min mins minute minutes minuten minuto minutos',
    hour: 'h hr hrs hour hours std stunde stunden hora horas heure heures',
    day: 'd day days tag tage tagen día días dia dias jour jours',
    week: 'w wk week weeks woche wochen semana semanas semaine semaines',
} as const;

it.each(Object.entries(WORDS).flatMap(([unit, words]) => words.split(' ').map((word) => [`12${word}`, unit])))(
    '%s is twelve of the unit %s',
    (word, unit) => {
        expect(parseDuration(word)).toEqual({ count: 12, unit });
        expect(parseDuration(word.toUpperCase())).toEqual({ count: 12, unit });
    },
);

it.each(['never', 'forever', 'nie', 'nunca', 'jamais'])('%s is forever', (word) => expect(parseDuration(word)).toEqual({ count: 0, unit: 'day' }));
it.each(['unlimited', 'unbegrenzt', 'ilimitado', 'illimité'])('%s is any number', (word) => expect(parseUses(word)).toBe(0));

it.each(['12', 'x12d', '12d?!', '1234567890d', '12345 67890d', '0h', '7constructor', '7tostring'])('%j is not a duration', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
);
it.each(['12', 'ax12', 'x12a', 'a12x', '12xa', 'x1234567890', '1234567890x', 'x0', 'x', '12usess', 'onc'])('%j is not a number of uses', (text) =>
    expect(parseUses(text)).toBeUndefined(),
);
it.each([
    ['ONCE', 1],
    ['1use', 1],
    ['x123456789', 123456789],
    ['123456789x', 123456789],
])('%s is %d', (word, uses) => expect(parseUses(word)).toBe(uses));

it.each(['  7   days ', '７ d.', '7 Tage!', '7\u00a0days', 'DI\u0301A 7'])('%j is seven days', (text) =>
    expect(parseDuration(text)).toEqual({ count: 7, unit: 'day' }),
);
it.each(['in 7 days', '7 7', `7 ${' '.repeat(100)}d`])('%j is not a duration', (text) => expect(parseDuration(text)).toBeUndefined());

it.each([1, 2, 5])('reads 100,000 characters, and words in each of %d positions, in few steps', (count) => {
    for (const word of ['7', 'd', 'a', '1h', 'x', '5 people', '\u0301', 'for', '.', '-', '31.12.']) {
        expect(parseDuration(Array.from({ length: 100_000 / count }, () => word).join(' '))).toBeUndefined();
    }
});
