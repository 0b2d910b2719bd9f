import { describe, expect, it } from '@jest/globals';

import { spoken } from '../../src/chat/languages/choose.ts';
import type { Words } from '../../src/chat/words.ts';
import type { ErrorCode, ErrorDetails } from '../../src/domain/errors.ts';

/** What refusals can be about: each kind of them says something of its own for some of these. */
const DETAILS: ErrorDetails[] = [
    {},
    { reason: 'archived' },
    { field: 'maxUses' },
    { field: 'expires' },
    { reason: 'guessing', retryAfter: 60 },
    { reason: 'guessing' },
    { reason: 'creating', retryAfter: 3600 },
    { reason: 'creating' },
    { reason: 'no-username', field: 'username' },
    { reason: 'inviting' },
    { reason: 'removing' },
    { reason: 'outside' },
    { reason: 'attributes' },
    { reason: 'gone' },
    { reason: 'seeing-links' },
];

/** Each sentence with what it can be about, several times where the number matters. */
function sentencesOf(words: Words): [string, string][] {
    const { refused, ...others } = words;
    const refusals = Object.entries(refused).flatMap(([code, say]) =>
        DETAILS.map((details): [string, string] => [`${code} ${JSON.stringify(details)}`, say(details)]),
    );
    return [...phrases(others), ...refusals];
}

function phrases(words: object, path = ''): [string, string][] {
    return Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
        if (typeof value === 'string') {
            return [[path + name, value]];
        }
        if (typeof value === 'function') {
            return [0, 1, 2, 1000].map((count) => [
                `${path}${name} ${String(count)}`,
                (value as (...given: number[]) => string)(count, count, count),
            ]);
        }
        return phrases(value as object, `${path}${name}.`);
    });
}

describe.each(['en', 'de', 'es', 'fr', 'pt-BR'])('in %s', (tag) => {
    const words = spoken(tag)!;

    it('every sentence is one, whatever it is about', () => {
        for (const [name, sentence] of sentencesOf(words)) {
            expect({ name, sentence }).toEqual({ name, sentence: expect.stringMatching(/\S/) });
            expect({ name, sentence }).toEqual({ name, sentence: expect.not.stringMatching(/undefined|null|NaN|\[object/) });
        }
    });

    it.each<[ErrorCode, number]>([
        ['error-room-type-not-allowed', 2],
        ['error-invite-token-expired', 3],
        ['error-too-many-requests', 4],
        ['error-invalid-room', 4],
        ['error-membership-unverified', 2],
        ['invalid-params', 2],
        ['not_authorized', 3],
    ])('refuses by %s in as many ways as there are reasons', (code, ways) => {
        const say = words.refused[code as keyof Words['refused']];
        expect(new Set(DETAILS.map(say)).size).toBe(ways);
    });

    it('one is not many', () => {
        expect(words.days(1)).not.toBe(words.days(2).replace('2', '1'));
        expect(words.hours(1)).not.toBe(words.hours(2).replace('2', '1'));
        expect(words.minutes(1)).not.toBe(words.minutes(2).replace('2', '1'));
    });
});

it('chooses by the language, whatever the region, and does not speak every one', () => {
    expect(['de-AT', 'DE', 'pt', 'pt_PT', 'en-GB'].map((tag) => spoken(tag)?.tag)).toEqual(['de', 'de', 'pt-BR', 'pt-BR', 'en']);
    expect(['ja', '', undefined].map(spoken)).toEqual([undefined, undefined, undefined]);
});
