import { describe, expect, it } from '@jest/globals';

import { isOrphaned, isNewer, isStale, seatsSurelyTaken, type Claim, type ClaimState } from '../../src/domain/model/claim.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function claim(state: ClaimState, holder = 'one', at = 0): Claim {
    return { id: `${holder}-${String(at)}`, subject: 'invite', holder, state, at };
}

it.each<[ClaimState, number, boolean]>([
    ['pending', 2 * MINUTE, false],
    ['pending', 2 * MINUTE + 1, true],
    ['taken', 10 * MINUTE, false],
    ['taken', 10 * MINUTE + 1, true],
    ['joined', 365 * 24 * 60 * MINUTE, false],
])('a %s claim that is %d ms old is stale: %s', (state, age, stale) => {
    expect(isStale(claim(state, 'one', 5), 5 + age)).toBe(stale);
});

it.each<[ClaimState, boolean, number, boolean]>([
    ['pending', true, 2 * MINUTE, false],
    ['pending', true, 2 * MINUTE + 1, true],
    ['pending', false, 2 * MINUTE, false],
    ['taken', true, 365 * 24 * 60 * MINUTE, false],
    ['joined', true, 365 * 24 * 60 * MINUTE, false],
    ['joined', false, 10 * MINUTE, false],
    ['joined', false, 10 * MINUTE + 1, true],
    ['taken', false, 10 * MINUTE + 1, true],
])('a %s claim with a known subject (%s), %d ms old, is orphaned: %s', (state, known, age, orphaned) => {
    expect(isOrphaned(claim(state, 'one', 5), known, 5 + age)).toBe(orphaned);
});

it('is newer by its creation time, then by its id', () => {
    expect(isNewer(claim('taken', 'a', 2), claim('taken', 'b', 1))).toBe(true);
    expect(isNewer(claim('taken', 'b', 1), claim('taken', 'a', 2))).toBe(false);
    expect(isNewer(claim('taken', 'b', 1), claim('taken', 'a', 1))).toBe(true);
    expect(isNewer(claim('taken', 'a', 1), claim('taken', 'b', 1))).toBe(false);
    expect(isNewer(claim('taken', 'a', 1), claim('taken', 'a', 1))).toBe(false);
});

describe('granted seats', () => {
    it('are those of taken and joined claims', () => {
        expect(seatsSurelyTaken([claim('joined', 'one'), claim('taken', 'two'), claim('pending', 'three')])).toBe(2);
    });

    it('count once during a takeover, and once per use of a person who joined repeatedly', () => {
        expect(seatsSurelyTaken([claim('joined', 'one'), claim('taken', 'one', 1), claim('taken', 'one', 2)])).toBe(1);
        expect(seatsSurelyTaken([claim('joined', 'one'), claim('joined', 'one', 1)])).toBe(2);
    });
});
