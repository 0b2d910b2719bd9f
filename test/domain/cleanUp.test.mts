import { expect, it } from 'vitest';

import { cleanUp } from '../../src/domain/cleanUp.ts';
import { MS_PER_DAY } from '../../src/domain/invite.ts';
import { World } from './world.mts';

const KEPT = 30;

it('removes invites that ended longer ago than they are kept, with what was counted for them', async () => {
    const world = new World();
    const long = world.now - (7 + KEPT) * MS_PER_DAY;
    const ended = world.invite({ createdAt: long - 1 });
    const kept = world.invite({ createdAt: long });
    const forEver = world.invite({ createdAt: long - 1, validFor: 0 });
    await cleanUp(world, KEPT);
    expect([...world.stored.keys()]).toEqual([kept.id, forEver.id]);
    expect(world.deeds).toEqual([`remove ${ended.id}`, `forget ${ended.id}`, `sweep all but ${kept.id}, ${forEver.id}, 2000 at most`]);
});

it('counts from the last use of an invite that was used up', async () => {
    const world = new World();
    const usedUp = world.invite({ validFor: 0, maxUses: 1, createdAt: 0 });
    world.tallied.set(usedUp.id, { uses: 1, lastAt: world.now - KEPT * MS_PER_DAY });
    await cleanUp(world, KEPT);
    expect(world.stored.size).toBe(1);
    world.tallied.set(usedUp.id, { uses: 1, lastAt: world.now - KEPT * MS_PER_DAY - 1 });
    await cleanUp(world, KEPT);
    expect(world.stored.size).toBe(0);
});

it('removes two thousand a turn, and the rest the next', async () => {
    const world = new World();
    for (let i = 0; i < 2001; i++) {
        world.invite({ createdAt: 0 });
    }
    await cleanUp(world, KEPT);
    expect(world.stored.size).toBe(1);
    await cleanUp(world, KEPT);
    expect(world.stored.size).toBe(0);
});

it('removes the invites to rooms that were deleted', async () => {
    const world = new World();
    const here = world.invite();
    const deleted = [world.invite({ rid: 'deleted' }), world.invite({ rid: 'deleted' })];
    const unread = world.invite({ rid: 'unread' });
    world.standings.set('unread:anne-id', 'member');
    await cleanUp(world, KEPT);
    expect([...world.stored.keys()]).toEqual([here.id, unread.id]);
    expect(world.deeds.slice(0, -1)).toEqual(deleted.flatMap(({ id }) => [`remove ${id}`, `forget ${id}`]));
});
