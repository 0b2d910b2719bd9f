import { expect, it } from '@jest/globals';

import { listPage, PAGE_SIZE } from '../../src/domain/useCases/listPage.ts';
import { refusal, World } from './world.mts';

const idsOf = ({ summaries }: { summaries: readonly { invite: { id: string } }[] }): string[] => summaries.map(({ invite }) => invite.id);

it('shows the live invites of a room, newest first, and counts the ended ones', async () => {
    const world = new World();
    world.invite({ id: 'old', createdAt: world.now - 2 });
    world.invite({ id: 'new', createdAt: world.now - 1 });
    world.invite({ id: 'expired', createdAt: 0 });
    world.invite({ id: 'used-up', maxUses: 1 });
    world.usageOf.set('used-up', { uses: 1 });
    world.invite({ id: 'elsewhere', rid: 'other' });
    const page = await listPage(world, world.anne, { rid: 'room' }, 1);
    expect(idsOf(page)).toEqual(['new', 'old']);
    expect(page).toMatchObject({ room: world.room, number: 1, isComplete: true, total: 2, others: 2 });
});

it('shows the invites of the reader, in any room', async () => {
    const world = new World();
    world.known.push({ ...world.room, id: 'second', name: 'second' });
    world.invite({ id: 'own', createdAt: world.now - 2 });
    world.invite({ id: 'own-elsewhere', rid: 'second', createdAt: world.now - 1 });
    world.invite({ id: 'of-bob', userId: 'bob-id' });
    const page = await listPage(world, world.anne, 'mine', 1);
    expect(idsOf(page)).toEqual(['own-elsewhere', 'own']);
    expect(page).toMatchObject({ isComplete: true, total: 2 });
});

it('shows the creator, the room, and whether the reader may revoke the invite', async () => {
    const world = new World();
    world.statuses.set('room:bob-id', 'member');
    world.creators.add('bob-id');
    world.invite({ id: 'of-anne', createdAt: world.now - 1 });
    world.invite({ id: 'of-bob', createdAt: world.now - 2, userId: 'bob-id' });
    world.invite({ id: 'of-nobody', createdAt: world.now - 3, userId: 'gone-id' });
    const { summaries } = await listPage(world, world.bob, { rid: 'room' }, 1);
    expect(summaries.map(({ invite, creator, rooms, mayRevoke }) => [invite.id, creator, rooms, mayRevoke])).toEqual([
        ['of-anne', world.anne, [world.room], true],
        ['of-bob', world.bob, [world.room], true],
        ['of-nobody', undefined, [world.room], true],
    ]);
});

it('shows why an invite is suspended', async () => {
    const world = new World();
    world.mustStay = true;
    world.managers.add('anne-id');
    world.known.push({ ...world.room, id: 'archive', archived: true });
    world.invite({ id: 'works', createdAt: world.now - 1 });
    world.invite({ id: 'works-too', createdAt: world.now - 2 });
    world.invite({ id: 'creator-left', createdAt: world.now - 3, userId: 'bob-id' });
    world.invite({ id: 'archived', createdAt: world.now - 4, rid: 'archive' });
    const { summaries } = await listPage(world, world.anne, 'workspace', 1);
    expect(summaries.map(({ invite, suspension }) => [invite.id, suspension])).toEqual([
        ['works', undefined],
        ['works-too', undefined],
        ['creator-left', 'creator-left'],
        ['archived', 'room-archived'],
    ]);
});

it('splits the list into pages, and returns the last one beyond the end', async () => {
    const world = new World();
    for (let i = 0; i <= PAGE_SIZE; i++) {
        world.invite({ id: `invite-${String(i)}`, createdAt: world.now - i });
    }
    const first = await listPage(world, world.anne, { rid: 'room' }, 1);
    expect([first.number, first.total, first.summaries.length]).toEqual([1, PAGE_SIZE + 1, PAGE_SIZE]);
    for (const number of [2, 99]) {
        const last = await listPage(world, world.anne, { rid: 'room' }, number);
        expect([last.number, idsOf(last)]).toEqual([2, [`invite-${String(PAGE_SIZE)}`]]);
    }
    expect(await listPage(world, world.anne, { rid: 'room' }, 0)).toMatchObject({ number: 1 });
});

it('shows the invites of all rooms to people who manage them, deleted rooms included', async () => {
    const world = new World();
    world.managers.add('bob-id');
    world.invite({ id: 'here' });
    world.invite({ id: 'gone', rid: 'deleted', createdAt: world.now - 1 });
    const page = await listPage(world, world.bob, 'workspace', 1);
    expect(page).toMatchObject({ room: undefined, isComplete: true });
    expect(page.summaries.map(({ rooms, mayRevoke }) => [rooms, mayRevoke])).toEqual([
        [[world.room], true],
        [[], true],
    ]);
    expect(await refusal(listPage(world, world.anne, 'workspace', 1))).toEqual({ code: 'not_authorized', reason: 'all-rooms' });
});

it('shows only their own invites to a member who may not create any, and refuses others', async () => {
    const world = new World();
    world.statuses.set('room:bob-id', 'member');
    world.invite({ id: 'of-anne' });
    world.invite({ id: 'of-bob', userId: 'bob-id' });
    const own = await listPage(world, world.bob, { rid: 'room' }, 1);
    expect([idsOf(own), own.isComplete, own.total]).toEqual([['of-bob'], false, 1]);
    world.statuses.set('room:bob-id', 'banned');
    expect(await refusal(listPage(world, world.bob, { rid: 'room' }, 1))).toEqual({ code: 'error-user-is-banned' });
    world.statuses.delete('room:bob-id');
    expect(await refusal(listPage(world, world.bob, { rid: 'room' }, 1))).toMatchObject({ code: 'error-invalid-room' });
});
