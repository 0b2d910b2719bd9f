import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, type Invite, type Terms } from '../../src/domain/model/invite.ts';
import { noticeKey } from '../../src/domain/model/notice.ts';
import { requestEndNotices, requestSuspensionNotices } from '../../src/domain/useCases/dueNotices.ts';
import { World } from './world.mts';

const TWO_DAYS = 2 * MS_PER_DAY;

describe('a day before its end', () => {
    it.each<[string, Partial<Invite & Terms>, number, boolean]>([
        ['an invite', { validFor: TWO_DAYS }, MS_PER_DAY, true],
        ['an invite, not earlier,', { validFor: TWO_DAYS }, MS_PER_DAY + 1, false],
        ['an invite that has ended', { validFor: TWO_DAYS }, 0, false],
        ['an invite for less than two days', { validFor: TWO_DAYS - 1 }, MS_PER_DAY, false],
        ['an invite without notices', { validFor: TWO_DAYS, notify: 'none' }, MS_PER_DAY, false],
        ['a paused invite', { validFor: TWO_DAYS, pausedAt: 5 }, MS_PER_DAY, false],
        ['an invite that never ends', { validFor: 0 }, TWO_DAYS, false],
    ])('the creator of %s is told: %#', async (_which, overrides, left, isTold) => {
        const world = new World();
        const { id, createdAt, expires } = world.invite(overrides);
        world.now = (expires ?? createdAt) - left;
        await requestEndNotices(world, () => true);
        expect(world.noticesRequested).toEqual(isTold ? [{ kind: 'ends-soon', inviteId: id }] : []);
    });

    it('the creator of a used-up invite is not told', async () => {
        const world = new World();
        const { id } = world.invite({ validFor: TWO_DAYS, maxUses: 1 });
        world.usageOf.set(id, { uses: 1, lastAt: world.now });
        world.now += TWO_DAYS - 1;
        await requestEndNotices(world, () => true);
        expect(world.noticesRequested).toEqual([]);
    });

    it('each creator is told once', async () => {
        const world = new World();
        const [first, second] = [world.invite({ validFor: TWO_DAYS }), world.invite({ validFor: TWO_DAYS })];
        world.told.set(noticeKey({ kind: 'ends-soon', inviteId: first.id }, first), first.id);
        world.now += TWO_DAYS - 1;
        await requestEndNotices(world, () => true);
        expect(world.noticesRequested).toEqual([{ kind: 'ends-soon', inviteId: second.id }]);
    });
});

it('creators are told while the job may continue, and the rest the next time', async () => {
    const world = new World();
    const invites = Array.from({ length: 7 }, () => world.invite({ validFor: TWO_DAYS }));
    world.now += TWO_DAYS - 1;
    await requestEndNotices(world, () => world.noticesRequested.length < 3);
    expect(world.noticesRequested).toHaveLength(3);
    const told = invites.filter(({ id }) => world.noticesRequested.some(({ inviteId }) => inviteId === id));
    told.forEach((invite) => world.told.set(noticeKey({ kind: 'ends-soon', inviteId: invite.id }, invite), invite.id));
    await requestEndNotices(world, () => true);
    expect(new Set(world.noticesRequested.map(({ inviteId }) => inviteId))).toEqual(new Set(invites.map(({ id }) => id)));
});

describe('the creator of an invite that no longer works', () => {
    it.each<[string, (world: World) => void, string | undefined]>([
        ['left the room', (world) => world.statuses.clear(), 'creator-left'],
        ['may not create invites', (world) => world.creators.clear(), 'creator-may-not'],
        ['is gone', (world) => world.people.shift(), undefined],
        ['is deactivated', (world) => (world.people[0] = { ...world.anne, active: false }), undefined],
        ['may still create invites', () => undefined, undefined],
        [
            'need not stay',
            (world) => {
                world.mustStay = false;
                world.creators.clear();
            },
            undefined,
        ],
    ])('%s, and is told accordingly', async (_why, change, reason) => {
        const world = new World();
        world.mustStay = true;
        const { id } = world.invite();
        change(world);
        await requestSuspensionNotices(world, () => true);
        expect(world.noticesRequested).toEqual(reason === undefined ? [] : [{ kind: 'suspended', inviteId: id, reason }]);
    });

    it('is told once, while the job may continue', async () => {
        const world = new World();
        world.mustStay = true;
        world.creators.clear();
        const [told, first, second] = [world.invite(), world.invite(), world.invite()];
        world.told.set(noticeKey({ kind: 'suspended', inviteId: told.id, reason: 'creator-may-not' }, told), told.id);
        await requestSuspensionNotices(world, () => world.noticesRequested.length === 0);
        expect(world.noticesRequested).toEqual([{ kind: 'suspended', inviteId: first.id, reason: 'creator-may-not' }]);
        world.told.set(noticeKey(world.noticesRequested[0]!, first), first.id);
        await requestSuspensionNotices(world, () => true);
        expect(world.noticesRequested[1]).toMatchObject({ inviteId: second.id });
    });
});
