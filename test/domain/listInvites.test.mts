import { expect, it } from '@jest/globals';

import { listInvites, listOwnInvites, listRoomInvites } from '../../src/domain/useCases/listInvites.ts';
import { refusal, World } from './world.mts';

/** Invites by Anne and Bob, stored out of order, some created at the same moment. */
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

const summary = (list: { invite: { id: string }; usage: { uses: number } }[]): [string, number][] =>
    list.map(({ invite, usage }) => [invite.id, usage.uses]);

it('lists all invites, or those of one room, oldest first, to people who manage them', async () => {
    const world = scene();
    world.managers.add('bob-id');
    expect(summary(await listInvites(world, world.bob))).toEqual([
        ['elsewhere', 0],
        ['b', 5],
        ['a', 0],
        ['c', 0],
        ['d', 0],
    ]);
    expect(summary(await listInvites(world, world.bob, 'other'))).toEqual([['elsewhere', 0]]);
    expect(await refusal(listInvites(world, world.anne))).toEqual({ code: 'not_authorized', reason: 'all-rooms' });
});

it('lists the invites of a person, oldest first', async () => {
    const world = scene();
    world.usageOf.set('a', { uses: 2 });
    expect(summary(await listOwnInvites(world, world.anne))).toEqual([
        ['elsewhere', 0],
        ['a', 2],
        ['c', 0],
        ['d', 0],
    ]);
});

it('lists all invites of a room to people who may create some there or manage all, and only their own to others', async () => {
    const world = scene();
    const all = await listRoomInvites(world, world.anne, { room: world.room, isOpen: true });
    expect(all.isComplete).toBe(true);
    expect(summary(all.invites)).toEqual([
        ['b', 5],
        ['a', 0],
        ['c', 0],
        ['d', 0],
    ]);
    const own = await listRoomInvites(world, world.bob, { room: world.room, isOpen: true });
    expect({ isComplete: own.isComplete, summary: summary(own.invites) }).toEqual({ isComplete: false, summary: [['b', 5]] });
    const unsure = await listRoomInvites(world, world.anne, { room: world.room, isOpen: false });
    expect({ isComplete: unsure.isComplete, summary: summary(unsure.invites).length }).toEqual({ isComplete: false, summary: 3 });
    world.managers.add('bob-id');
    expect((await listRoomInvites(world, world.bob, { room: world.room, isOpen: true })).invites).toHaveLength(4);
});

it('reads the usage of unexpired invites only, and of many at once', async () => {
    const world = new World();
    const reads: string[] = [];
    const { of, all } = world.usageStore;
    Object.assign(world.usageStore, {
        of: (invite: { id: string }) => (reads.push(invite.id), of(invite as never)),
        all: () => (reads.push('all'), all()),
    });
    world.invite({ id: 'expired', createdAt: 0 });
    for (let i = 0; i < 100; i++) {
        world.invite();
    }
    await listRoomInvites(world, world.anne, { room: world.room, isOpen: true });
    expect(reads).toHaveLength(100);
    expect(reads).not.toContain('expired');
    const last = world.invite();
    world.usageOf.set(last.id, { uses: 7 });
    reads.length = 0;
    const { invites } = await listRoomInvites(world, world.anne, { room: world.room, isOpen: true });
    expect(reads).toEqual(['all']);
    expect(invites.find(({ invite }) => invite === last)?.usage).toEqual({ uses: 7 });
});
