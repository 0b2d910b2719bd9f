import { expect, it } from '@jest/globals';

import type { Validity } from '../../src/domain/model/invite.ts';
import { clampUses, clampValidity } from '../../src/domain/model/limits.ts';
import { World } from './world.mts';

const { ceilings } = new World();
const days = (count: number): Validity => ({ count, unit: 'day' });

it.each<[string, Validity, object, Validity]>([
    ['unchanged without a ceiling', days(400), {}, days(400)],
    ['unchanged below the ceiling', { count: 71, unit: 'hour' }, { maxDays: 3 }, { count: 71, unit: 'hour' }],
    ['unchanged at the ceiling', { count: 72, unit: 'hour' }, { maxDays: 3 }, { count: 72, unit: 'hour' }],
    ['lowered to the ceiling', { count: 73, unit: 'hour' }, { maxDays: 3 }, days(3)],
    ['lowered to the ceiling instead of forever', days(0), { maxDays: 3 }, days(3)],
    ['forever where that is allowed', days(0), {}, days(0)],
    ['a week where forever is not allowed', days(0), { neverExpiring: false }, days(7)],
    ['unchanged where only forever is not allowed', days(1), { neverExpiring: false }, days(1)],
])('a default validity is %s', (_name, validity, overrides, clamped) =>
    expect(clampValidity(validity, { ...ceilings, ...overrides })).toEqual(clamped),
);

it.each([
    [0, 0, 0],
    [9, 0, 9],
    [9, 9, 9],
    [10, 9, 9],
    [8, 9, 8],
    [0, 9, 9],
])('a default of %d uses with a ceiling of %d becomes %d', (uses, maxUses, clamped) =>
    expect(clampUses(uses, { ...ceilings, maxUses })).toBe(clamped),
);
