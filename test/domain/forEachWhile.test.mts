import { expect, it } from '@jest/globals';

import { forEachWhile } from '../../src/domain/forEachWhile.ts';

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
