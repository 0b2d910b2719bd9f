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

it('shows requests and audience of what it finds by text or state', async () => {
    const world = new World();
    const { id } = world.invite({ label: 'Summer', approval: true, audience: { userIds: ['bob-id'] } });
    for (const query of [{ text: 'summer' }, { state: 'active' }] as const) {
        const { items } = await searchInvites(world, world.anne, { sort: 'createdAt', descending: false, offset: 0, count: 10, ...query });
        expect(items).toMatchObject([{ invite: { id, approval: true, audience: { userIds: ['bob-id'] } }, audience: { usernames: ['bob'] } }]);
    }
});

it('reads the usage of the page only, unless order or state depend on it', async () => {
    const world = new World();
    const reads: string[] = [];
    const { of, all } = world.usageStore;
    Object.assign(world.usageStore, {
        of: (invite: { id: string }) => (reads.push(invite.id), of(invite as never)),
        all: () => (reads.push('all'), all()),
    });
    const ids = Array.from({ length: 120 }, (_, n) => world.invite({ id: `invite-${String(n).padStart(3, '0')}` }).id);
    world.usageOf.set(ids[1]!, { uses: 2, lastAt: world.now });
    const { items, total } = await searchInvites(world, world.anne, { sort: 'createdAt', descending: false, offset: 0, count: 2 });
    expect({ uses: items.map(({ usage }) => usage.uses), total, reads }).toEqual({ uses: [0, 2], total: 120, reads: ids.slice(0, 2) });
    reads.length = 0;
    expect(await found(world, 'uses', { descending: true, count: 1 })).toEqual([ids[1]]);
    await found(world, 'createdAt', { state: 'active' });
    expect(reads).toEqual(['all', 'all']);
});
