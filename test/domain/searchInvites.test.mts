import { describe, expect, it } from '@jest/globals';

import { searchInvites, type InviteQuery, type SortField } from '../../src/domain/useCases/searchInvites.ts';
import { World } from './world.mts';

/** Returns the ids of the invites that Anne finds in that order. */
async function found(world: World, sort: SortField, query: Partial<InviteQuery> = {}): Promise<string[]> {
    const { items } = await searchInvites(world, world.anne, { sort, descending: false, offset: 0, count: 10, ...query });
    return items.map(({ invite }) => invite.id);
}

it('puts invites in the order of a field, and equal ones in the order of their creation', async () => {
    const world = new World();
    world.invite({ id: 'c', label: 'b', createdAt: 3, validFor: 1000 });
    world.invite({ id: 'b', label: 'a', createdAt: 1, validFor: 5000 });
    world.invite({ id: 'a', label: 'a', createdAt: 2, validFor: 4999 });
    expect(await found(world, 'createdAt')).toEqual(['b', 'a', 'c']);
    expect(await found(world, 'label')).toEqual(['b', 'a', 'c']);
    expect(await found(world, 'label', { descending: true })).toEqual(['c', 'a', 'b']);
});

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

describe('the invites that a person finds', () => {
    /** Invites of Bob to a room of his own and to Anne's, of Anne to both, and of Anne to his room. */
    function worldWithRooms(): World {
        const world = new World();
        world.known.push({ ...world.room, id: 'other', name: 'writing', fname: 'Writing Circle' });
        world.people[0] = { ...world.anne, name: 'Anne Adams' };
        world.invite({ id: 'a', userId: 'bob-id' });
        world.invite({ id: 'b', userId: 'bob-id', rid: 'other' });
        world.invite({ id: 'c', userId: 'bob-id', rid: 'other', moreRooms: ['room'] });
        world.invite({ id: 'd', rid: 'other' });
        return world;
    }

    it('are their own and those of rooms that they manage', async () => {
        const world = worldWithRooms();
        expect(await found(world, 'createdAt')).toEqual(['a', 'c', 'd']);
        world.creators.clear();
        expect(await found(world, 'createdAt')).toEqual(['d']);
        world.managers.add('anne-id');
        expect(await found(world, 'createdAt')).toEqual(['a', 'b', 'c', 'd']);
    });

    it('may be those of a room or of a creator', async () => {
        const world = worldWithRooms();
        expect(await found(world, 'createdAt', { rid: 'room' })).toEqual(['a']);
        expect(await found(world, 'createdAt', { rid: 'other' })).toEqual(['d']);
        expect(await found(world, 'createdAt', { userId: 'anne-id' })).toEqual(['d']);
        expect(await found(world, 'createdAt', { userId: 'bob-id' })).toEqual(['a', 'c']);
        world.users.roomIdsOf = () => Promise.reject(new Error('not needed'));
        expect(await found(world, 'createdAt', { rid: 'room' })).toEqual(['a']);
    });

    it('are checked only in rooms where the person has a subscription, and for an administrator in none', async () => {
        const world = worldWithRooms();
        world.users.roomIdsOf = async () => [];
        expect(await found(world, 'createdAt')).toEqual(['d']);
        world.managers.add('anne-id');
        world.users.roomIdsOf = () => Promise.reject(new Error('not needed'));
        expect(await found(world, 'createdAt')).toHaveLength(4);
    });

    it('are found by the names of creators and of rooms that the person may see', async () => {
        const world = worldWithRooms();
        world.managers.add('anne-id');
        const texts = ['BOB', 'anne', 'adams', 'writing circle', 'nothing', 'stryker', 'undefined'];
        expect(await Promise.all(texts.map((text) => found(world, 'createdAt', { text })))).toEqual([
            ...[['a', 'b', 'c'], ['d'], ['d'], ['b', 'c', 'd']],
            ...[[], [], []],
        ]);
    });

    it('may be those in a state', async () => {
        const world = new World();
        world.invite({ id: 'active' });
        world.invite({ id: 'paused', pausedAt: 1 });
        world.invite({ id: 'expired', createdAt: 0 });
        world.invite({ id: 'used-up', maxUses: 1 });
        world.invite({ id: 'suspended', userId: 'gone' });
        world.usageOf.set('used-up', { uses: 1, lastAt: world.now });
        world.mustStay = true;
        for (const state of ['active', 'paused', 'expired', 'used-up', 'suspended'] as const) {
            expect(await found(world, 'createdAt', { state })).toEqual([state]);
            expect(await found(world, 'createdAt', { state, text: 'reading' })).toEqual([state]);
            expect(await found(world, 'createdAt', { state, text: 'nothing' })).toEqual([]);
        }
    });

    it('come in the order of their ends', async () => {
        const world = new World();
        world.invite({ id: 'a', expires: world.now + 3 });
        world.invite({ id: 'b', expires: null });
        world.invite({ id: 'c', expires: world.now + 1 });
        world.invite({ id: 'd', expires: null, createdAt: world.now - 1 });
        expect(await found(world, 'expires')).toEqual(['c', 'a', 'd', 'b']);
        expect(await found(world, 'expires', { descending: true })).toEqual(['b', 'd', 'a', 'c']);
    });

    it('are searched without reading requests or audiences', async () => {
        const world = new World();
        world.invite({ id: 'a', approval: true, audience: { userIds: ['bob-id'] } });
        const { ofInvite } = world.requests;
        let reads = 0;
        world.requests.ofInvite = (id) => {
            reads++;
            return ofInvite(id);
        };
        expect(await found(world, 'createdAt', { text: 'nothing' })).toEqual([]);
        expect(reads).toBe(0);
    });
});
