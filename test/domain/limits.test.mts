import { expect, it } from '@jest/globals';

import type { Validity } from '../../src/domain/model/invite.ts';
import { clampUses, clampValidity } from '../../src/domain/model/limits.ts';
import { World } from './world.mts';

const { ceilings } = new World();
const days = (count: number): Validity => ({ count, unit: 'day' });

it.each<[string, Validity, object, Validity]>([
    ['as it is without a ceiling', days(400), {}, days(400)],
    ['as it is below it', { count: 71, unit: 'hour' }, { maxDays: 3 }, { count: 71, unit: 'hour' }],
    ['as it is at it', { count: 72, unit: 'hour' }, { maxDays: 3 }, { count: 72, unit: 'hour' }],
    ['the ceiling above it', { count: 73, unit: 'hour' }, { maxDays: 3 }, days(3)],
    ['the ceiling instead of for ever', days(0), { maxDays: 3 }, days(3)],
    ['for ever where that is allowed', days(0), {}, days(0)],
    ['a week where it is not', days(0), { neverExpiring: false }, days(7)],
    ['as it is where only for ever is not allowed', days(1), { neverExpiring: false }, days(1)],
])('a default validity is %s', (_what, validity, overrides, capped) =>
    expect(clampValidity(validity, { ...ceilings, ...overrides })).toEqual(capped),
);

it.each([
    [0, 0, 0],
    [9, 0, 9],
    [9, 9, 9],
    [10, 9, 9],
    [8, 9, 8],
    [0, 9, 9],
])('of a default of %d uses, a ceiling of %d leaves %d', (uses, maxUses, capped) => expect(clampUses(uses, { ...ceilings, maxUses })).toBe(capped));
