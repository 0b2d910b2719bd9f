import { expect, it } from '@jest/globals';

import { listInvites, listRoomInvites } from '../../src/domain/useCases/listInvites.ts';
import { refusal, World } from './world.mts';

/** Some invites of Anne's and one of Bob's, made in another order than they are stored in; some at the same moment. */
function scene(): World {
    const world = new World();
    world.invite({ id: 'c', createdAt: world.now - 2 });
    world.invite({ id: 'b', createdAt: world.now - 3, userId: 'bob-id' });
    world.invite({ id: 'a', createdAt: world.now - 2 });
    world.invite({ id: 'd', createdAt: world.now - 2 });
    world.invite({ id: 'elsewhere', createdAt: world.now - 4, rid: 'other' });
    world.usageOf.set('b', { uses: 5 });
    return world;
}

const shown = (list: { invite: { id: string }; usage: { uses: number } }[]): [string, number][] =>
    list.map(({ invite, usage }) => [invite.id, usage.uses]);

it('shows all invites to who manages them, those of one room if asked, oldest first', async () => {
    const world = scene();
    world.managers.add('bob-id');
    expect(shown(await listInvites(world, world.bob))).toEqual([
        ['elsewhere', 0],
        ['b', 5],
        ['a', 0],
        ['c', 0],
        ['d', 0],
    ]);
    expect(shown(await listInvites(world, world.bob, 'other'))).toEqual([['elsewhere', 0]]);
    expect(await refusal(listInvites(world, world.anne))).toEqual({ code: 'not_authorized', reason: 'all-rooms' });
});

it('shows a room’s invites to who may create some there or manages all, and to others their own', async () => {
    const world = scene();
    const all = await listRoomInvites(world, world.anne, { room: world.room, isOpen: true });
    expect(all.isComplete).toBe(true);
    expect(shown(all.invites)).toEqual([
        ['b', 5],
        ['a', 0],
        ['c', 0],
        ['d', 0],
    ]);
    const own = await listRoomInvites(world, world.bob, { room: world.room, isOpen: true });
    expect({ isComplete: own.isComplete, shown: shown(own.invites) }).toEqual({ isComplete: false, shown: [['b', 5]] });
    const unsure = await listRoomInvites(world, world.anne, { room: world.room, isOpen: false });
    expect({ isComplete: unsure.isComplete, shown: shown(unsure.invites).length }).toEqual({ isComplete: false, shown: 3 });
    world.managers.add('bob-id');
    expect((await listRoomInvites(world, world.bob, { room: world.room, isOpen: true })).invites).toHaveLength(4);
});

it('asks how often invites were used of those only that have not expired, and of many at once', async () => {
    const world = new World();
    const asked: string[] = [];
    const { of, all } = world.usageStore;
    Object.assign(world.usageStore, {
        of: (invite: { id: string }) => (asked.push(invite.id), of(invite as never)),
        all: () => (asked.push('all'), all()),
    });
    world.invite({ id: 'expired', createdAt: 0 });
    for (let i = 0; i < 20; i++) {
        world.invite();
    }
    await listRoomInvites(world, world.anne, { room: world.room, isOpen: true });
    expect(asked).toHaveLength(20);
    expect(asked).not.toContain('expired');
    const last = world.invite();
    world.usageOf.set(last.id, { uses: 7 });
    asked.length = 0;
    const { invites } = await listRoomInvites(world, world.anne, { room: world.room, isOpen: true });
    expect(asked).toEqual(['all']);
    expect(invites.find(({ invite }) => invite === last)?.usage).toEqual({ uses: 7 });
});
