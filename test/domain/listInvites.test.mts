import { expect, it } from 'vitest';

import { listAllInvites, listRoomInvites } from '../../src/domain/listInvites.ts';
import { refusal, World } from './world.mts';

/** Some invites of Anne's and one of Bob's, made in another order than they are stored in; some at the same moment. */
function scene(): World {
    const world = new World();
    world.invite({ id: 'c', createdAt: 2 });
    world.invite({ id: 'b', createdAt: 1, userId: 'bob-id' });
    world.invite({ id: 'a', createdAt: 2 });
    world.invite({ id: 'd', createdAt: 2 });
    world.invite({ id: 'elsewhere', createdAt: 0, rid: 'other' });
    world.tallied.set('b', { uses: 5 });
    return world;
}

const shown = (list: { invite: { id: string }; usage: { uses: number } }[]): [string, number][] =>
    list.map(({ invite, usage }) => [invite.id, usage.uses]);

it('shows all invites to who manages them, those of one room if asked, oldest first', async () => {
    const world = scene();
    world.managers.add('bob-id');
    expect(shown(await listAllInvites(world, world.bob))).toEqual([
        ['elsewhere', 0],
        ['b', 5],
        ['a', 0],
        ['c', 0],
        ['d', 0],
    ]);
    expect(shown(await listAllInvites(world, world.bob, 'other'))).toEqual([['elsewhere', 0]]);
    expect(await refusal(listAllInvites(world, world.anne))).toEqual({ code: 'not_authorized' });
});

it('shows a room’s invites to who may create some there or manages all, and to others their own', async () => {
    const world = scene();
    expect(shown(await listRoomInvites(world, world.anne, 'room'))).toEqual([
        ['b', 5],
        ['a', 0],
        ['c', 0],
        ['d', 0],
    ]);
    expect(shown(await listRoomInvites(world, world.bob, 'room'))).toEqual([['b', 5]]);
    world.managers.add('bob-id');
    expect(await listRoomInvites(world, world.bob, 'room')).toHaveLength(4);
});
