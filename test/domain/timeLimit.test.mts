import { expect, it } from '@jest/globals';

import { duringNext, forEachWhile, inTurns } from '../../src/domain/timeLimit.ts';

it('works on one item after another, and leaves the rest when the time is over', async () => {
    const steps: string[] = [];
    const work = async (item: number): Promise<void> => {
        steps.push(`begin ${item}`);
        await Promise.resolve();
        steps.push(`end ${item}`);
    };
    await forEachWhile([1, 2, 3], () => steps.length < 4, work);
    expect(steps).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
});

it('gives each item its turn to be the first', () => {
    expect(inTurns([], 7)).toEqual([]);
    expect([9, 10, 11].map((now) => inTurns(['a', 'b', 'c'], now).join(''))).toEqual(['abc', 'bca', 'cab']);
});

it('tells whether the time has passed', () => {
    let now = 1000;
    const mayContinue = duringNext(500, { now: () => now });
    now = 1499;
    expect(mayContinue()).toBe(true);
    now = 1500;
    expect(mayContinue()).toBe(false);
});
