import { expect, it } from 'vitest';

import { tellOfBan } from '../../src/domain/bans.ts';
import { MS_PER_MINUTE } from '../../src/domain/invite.ts';
import { World } from './world.mts';

it('tells of each person and room, and of using and making, once in ten minutes', async () => {
    const world = new World();
    const invite = world.invite();
    const other = world.invite();
    const all = async (): Promise<void> => {
        await tellOfBan(world, world.bob, 'room', invite);
        await tellOfBan(world, world.bob, 'room', other);
        await tellOfBan(world, world.bob, 'room');
        await tellOfBan(world, world.bob, 'elsewhere', invite);
        await tellOfBan(world, world.anne, 'room', invite);
    };
    await all();
    const once = [
        { kind: 'refused-banned', person: world.bob, rid: 'room', invite },
        { kind: 'refused-banned', person: world.bob, rid: 'room', invite: undefined },
        { kind: 'refused-banned', person: world.bob, rid: 'elsewhere', invite },
        { kind: 'refused-banned', person: world.anne, rid: 'room', invite },
    ];
    expect(world.told).toEqual(once);
    world.now += 10 * MS_PER_MINUTE - 1;
    await all();
    expect(world.told).toEqual(once);
    world.now += 1;
    await all();
    expect(world.told).toEqual([...once, ...once]);
});
