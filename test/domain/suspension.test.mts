import { expect, it } from '@jest/globals';

import { suspensionOf } from '../../src/domain/policies/suspension.ts';
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
