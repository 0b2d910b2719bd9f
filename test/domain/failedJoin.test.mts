import { describe, expect, it } from '@jest/globals';

import type { Intruder } from '../../src/domain/ports.ts';
import { redeemInvite } from '../../src/domain/useCases/redeemInvite.ts';
import { refusal, World } from './world.mts';

describe.each([0, 2])('a person who gives their username away while they redeem an invite for %d people', (maxUses) => {
    it('is refused, and no use is counted', async () => {
        const world = new World();
        const { token, id } = world.invite({ maxUses });
        world.join = async () => ({ kind: 'renamed' });
        expect(await refusal(redeemInvite(world, world.bob, token))).toEqual({ code: 'invalid-params', field: 'username', reason: 'renamed' });
        expect((await world.usageStore.of(world.storedInvites.get(id)!)).uses).toBe(0);
        expect({ left: world.storedClaims.size, published: world.published, reports: world.reports }).toEqual({
            left: 0,
            published: [expect.objectContaining({ kind: 'refused', code: 'invalid-params', person: world.bob, rids: ['room'] })],
            reports: [],
        });
    });

    it.each<[boolean, RegExp]>([
        [true, /were taken out again/],
        [false, /could not be taken out/],
    ])('is reported if another user joined with it (removed again: %s)', async (isRemoved, reported) => {
        const world = new World();
        const invite = world.invite({ maxUses });
        const intruder: Intruder = { userId: 'eve-id', isRemoved };
        world.join = async () => ({ kind: 'renamed', intruder });
        expect(await refusal(redeemInvite(world, world.bob, invite.token))).toMatchObject({ reason: 'renamed' });
        expect(world.published[0]).toEqual({ kind: 'intruded', person: world.bob, intruder, rid: 'room', invite });
        expect(world.reports).toEqual([expect.stringMatching(reported)]);
        expect((await world.usageStore.of(invite)).uses).toBe(0);
    });
});
