import { expect, it } from '@jest/globals';

import { mayBeTold, suspensionOf } from '../../src/domain/policies/suspension.ts';
import { World } from './world.mts';

it.each<[string, (world: World) => unknown]>([
    ['creator-gone', (world) => world.people.splice(0)],
    ['creator-deactivated', (world) => world.people.splice(0, 1, { ...world.anne, active: false })],
    ['creator-left', (world) => world.statuses.clear()],
    ['creator-may-not', (world) => world.creators.clear()],
])('suspends an invite if invites need their creator: %s', async (reason, change) => {
    const world = new World();
    const invite = world.invite();
    change(world);
    expect(await suspensionOf(world, invite)).toBeUndefined();
    world.mustStay = true;
    expect(await suspensionOf(world, invite)).toBe(reason);
});

it('does not suspend an invite that its creator could create now', async () => {
    const world = new World();
    world.mustStay = true;
    expect(await suspensionOf(world, world.invite())).toBeUndefined();
});

it('suspends an invite to several rooms only if all are closed, for the reason of the first', async () => {
    const world = new World();
    world.mustStay = true;
    const invite = world.invite({ moreRooms: ['other'] });
    expect(await suspensionOf(world, invite)).toBeUndefined();
    world.statuses.clear();
    world.statuses.set('other:anne-id', 'member');
    expect(await suspensionOf(world, invite)).toBeUndefined();
    world.creators.clear();
    expect(await suspensionOf(world, invite)).toBe('creator-left');
});

it('lets a creator be told about an invite while they may invite to all its rooms, whether or not it needs them', async () => {
    const world = new World();
    const invite = world.invite({ moreRooms: ['other'] });
    expect(await mayBeTold(world, invite)).toBe(false);
    world.statuses.set('other:anne-id', 'member');
    expect(await mayBeTold(world, invite)).toBe(true);
    world.creators.clear();
    expect(await mayBeTold(world, invite)).toBe(false);
});
