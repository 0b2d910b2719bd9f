import { describe, expect, it } from '@jest/globals';

import type { Claim, ClaimState } from '../../src/domain/model/claim.ts';
import { countedUsage, needsSettling, seatsTaken, uncounted, usageIn, type Counter } from '../../src/domain/model/counter.ts';

const MINUTE = 60 * 1000;

function claim(state: ClaimState, holder = 'one', at = 0): Claim {
    return { id: `${holder}-${String(at)}`, subject: 'invite', holder, state, at };
}

function counter(uses: number, claimIds: readonly string[] = [], lastAt = 0): Counter {
    return { id: `${String(uses)}-${claimIds.join()}`, inviteId: 'invite', uses, lastAt, claimIds, foldedAt: 0 };
}

describe('the usage of an invite', () => {
    it('is the number of granted claims and of counted uses, each once', () => {
        const claims = [claim('joined', 'one', 5), claim('taken', 'two', 7), claim('pending', 'three', 9), claim('joined', 'four')];
        expect(usageIn(claims, [])).toEqual({ uses: 3, lastAt: 7 });
        expect(usageIn(claims, [counter(2, ['four-0', 'gone-0'], 3), counter(10)])).toEqual({ uses: 14, lastAt: 7 });
        expect(usageIn([], [])).toEqual({ uses: 0 });
    });

    it('counts a claim that two counters list once', () => {
        expect(countedUsage([counter(2, ['a', 'b'], 4), counter(3, ['b', 'c', 'd'], 9)])).toEqual({ uses: 4, lastAt: 9 });
        expect(usageIn([], [counter(1, ['a']), counter(1, ['a'])])).toMatchObject({ uses: 1 });
    });

    it('leaves listed claims to their counter', () => {
        expect(uncounted([claim('joined', 'a'), claim('joined', 'b')], [counter(1, ['a-0'])])).toEqual([claim('joined', 'b')]);
    });
});

describe('unavailable seats', () => {
    it('do not include stale claims', () => {
        expect(seatsTaken([claim('taken', 'one'), claim('taken', 'two', MINUTE), claim('joined', 'three')], [], 10 * MINUTE + 1)).toBe(2);
    });

    it('do not include the claims of the caller', () => {
        expect(seatsTaken([claim('taken', 'one'), claim('taken', 'two')], [], 0, 'one')).toBe(1);
        expect(seatsTaken([claim('taken', 'one'), claim('taken', 'two')], [], 0)).toBe(2);
    });

    it('include counted uses', () => {
        expect(seatsTaken([claim('joined', 'one'), claim('joined', 'two')], [counter(5, ['one-0'])], 0)).toBe(6);
    });
});

describe('uses wait for the nightly job', () => {
    it.each<[string, readonly Claim[], readonly Counter[], boolean]>([
        ['while nothing is left to do', [claim('joined'), claim('taken', 'two', 9 * MINUTE)], [counter(3)], false],
        ['if an attempt was interrupted', [claim('taken')], [], true],
        ['if there are many claims to fold', [claim('joined', 'one'), claim('joined', 'two')], [], true],
        ['if a fold was not finished', [], [counter(1), counter(1, ['a'])], true],
    ])('%s', (_when, claims, counters, expected) => {
        expect(needsSettling(claims, counters, 2, 10 * MINUTE + 1)).toBe(expected);
    });
});
