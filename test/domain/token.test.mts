import { expect, it } from '@jest/globals';

import { findToken, isToken, TOKEN_ALPHABET, TOKEN_LENGTH, tokenFrom } from '../../src/domain/model/token.ts';

it('has an alphabet of 32 characters without look-alikes', () => {
    expect(new Set(TOKEN_ALPHABET).size).toBe(32);
    expect(TOKEN_ALPHABET).not.toMatch(/[01IO]/);
});

it('maps exactly eight of the 256 bytes to each character, so there is no bias', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
        const character = tokenFrom(new Uint8Array(TOKEN_LENGTH).fill(byte))[0]!;
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array(32).fill(8));
});

it('ignores surplus bytes', () => {
    expect(tokenFrom(new Uint8Array(TOKEN_LENGTH + 4))).toHaveLength(TOKEN_LENGTH);
});

it('has a recognizable form', () => {
    expect(isToken(tokenFrom(Uint8Array.from({ length: 16 }, (_, i) => i * 7)))).toBe(true);
    for (const text of [
        '',
        'ABCDEFGHJKLMNPQ',
        'ABCDEFGHJKLMNPQRS',
        'abcdefghjklmnpqr',
        'ABCDEFGHJKLMNPQ0',
        'ABCDEFGHJKLMNPQR\n',
        'ABCDEFGHJKLMNPQ🎉',
    ]) {
        expect(isToken(text)).toBe(false);
    }
});

it.each([
    ['ABCDEFGHJKLMNPQR', 'ABCDEFGHJKLMNPQR'],
    [' abcdefghjklmnpqr.', 'ABCDEFGHJKLMNPQR'],
    ['/ABCDEFGHJKLMNPQR/', 'ABCDEFGHJKLMNPQR'],
    ['ABCDEFGHJKLMNPQR7', undefined],
    ['ABCDEFGHJKLMNPQ', undefined],
    ['ABCDEFGHJKLMNPQ0', undefined],
    ['', undefined],
])('finds the token in %j', (text, token) => expect(findToken(text)).toBe(token));
