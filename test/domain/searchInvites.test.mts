import { expect, it } from '@jest/globals';

import { searchInvites, type InviteQuery, type SortField } from '../../src/domain/useCases/searchInvites.ts';
import { World } from './world.mts';

/** Returns the ids of the invites that Anne finds in that order. */
async function found(world: World, sort: SortField, query: Partial<InviteQuery> = {}): Promise<string[]> {
    const { items } = await searchInvites(world, world.anne, { sort, descending: false, offset: 0, count: 10, ...query });
    return items.map(({ invite }) => invite.id);
}

it('puts invites that never expire after all others, and those without a label before them', async () => {
    const world = new World();
    world.invite({ id: 'c', label: 'Fair', validFor: 0 });
    world.invite({ id: 'b', label: null, validFor: 0 });
    world.invite({ id: 'a', label: null });
    expect(await found(world, 'expires')).toEqual(['a', 'b', 'c']);
    expect(await found(world, 'label')).toEqual(['a', 'b', 'c']);
    expect(await found(world, 'label', { descending: true })).toEqual(['c', 'b', 'a']);
});

it('orders equal invites by creation, then by id, so that pages neither repeat nor omit one', async () => {
    const world = new World();
    world.invite({ id: 'b' });
    world.invite({ id: 'a' });
    world.invite({ id: 'c', createdAt: world.now - 1 });
    world.usageOf.set('c', { uses: 1, lastAt: world.now });
    expect(await found(world, 'createdAt')).toEqual(['c', 'a', 'b']);
    expect(await found(world, 'uses')).toEqual(['a', 'b', 'c']);
    const pages = [await found(world, 'label', { count: 2 }), await found(world, 'label', { offset: 2, count: 2 })];
    expect(pages).toEqual([['c', 'a'], ['b']]);
});

it('finds the text in label, room or creator, also if the room or the account is gone', async () => {
    const world = new World();
    world.managers.add('anne-id');
    const [labelled, inRoom, orphaned] = [world.invite({ label: 'Summer' }), world.invite(), world.invite({ rid: 'deleted', userId: 'deleted' })];
    expect(await found(world, 'createdAt', { text: 'SUMM' })).toEqual([labelled.id]);
    expect(await found(world, 'createdAt', { text: 'reading' })).toEqual([labelled.id, inRoom.id]);
    expect(await found(world, 'createdAt', { text: '' })).toEqual([labelled.id, inRoom.id, orphaned.id]);
});
