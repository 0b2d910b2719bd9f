import { expect, it } from '@jest/globals';

import { normalizeQuantity, parseDuration, parseUses } from '../../src/domain/quantities.ts';

const WORDS = {
    minute: 'm min mins minute minutes minuten minuto minutos',
    hour: 'h hr hrs hour hours std stunde stunden hora horas heure heures',
    day: 'd day days tag tage tagen día días dia dias jour jours',
    week: 'w wk week weeks woche wochen semana semanas semaine semaines',
} as const;

it.each(Object.entries(WORDS).flatMap(([unit, words]) => words.split(' ').map((word) => [`12${word}`, unit])))(
    '%s is twelve times a %s',
    (typed, unit) => {
        expect(parseDuration(typed)).toEqual({ count: 12, unit });
        expect(parseDuration(typed.toUpperCase())).toEqual({ count: 12, unit });
    },
);

it.each(['never', 'forever', 'nie', 'nunca', 'jamais'])('%s is for ever', (typed) => expect(parseDuration(typed)).toEqual({ count: 0, unit: 'day' }));
it.each(['unlimited', 'unbegrenzt', 'ilimitado', 'illimité'])('%s is any number', (typed) => expect(parseUses(typed)).toBe(0));

it.each(['12', 'x12d', '12d!', '12 d', '1234567890d', '0h', '7constructor', '7tostring'])('%j is no duration', (typed) =>
    expect(parseDuration(typed)).toBeUndefined(),
);
it.each(['12', 'ax12', 'x12a', 'a12x', '12xa', 'x1234567890', '1234567890x', 'x0', 'x', '12usess', 'onc'])('%j is no number of uses', (typed) =>
    expect(parseUses(typed)).toBeUndefined(),
);
it.each([
    ['ONCE', 1],
    ['1use', 1],
    ['x123456789', 123456789],
    ['123456789x', 123456789],
])('%s is %d', (typed, uses) => expect(parseUses(typed)).toBe(uses));

it.each([
    ['  7   days ', '7days'],
    ['７ d.', '7d'],
    ['1.5 d', '1.5 d'],
    ['in 7 days', 'in 7 days'],
    ['7 7', '7 7'],
])('%j is %j as one word', (typed, word) => expect(normalizeQuantity(typed)).toBe(word));
