import { expect, it } from '@jest/globals';

import { addUsers } from '../../src/domain/useCases/addUsers.ts';
import { refusal, World } from './world.mts';

it('adds the people it can, and returns the outcome for each', async () => {
    const world = new World();
    const banned = { ...world.bob, id: 'banned-id', username: 'banned' };
    const failing = { ...world.bob, id: 'failing-id', username: 'failing' };
    world.people.push(banned, failing);
    world.statuses.set('room:banned-id', 'banned');
    const { join } = world;
    world.join = async (rid, person) => (person.id === 'failing-id' ? { kind: 'not-added' } : join(rid, person));
    expect(await addUsers(world, world.anne, world.room, ['bob', 'unknown', 'banned', 'failing'])).toEqual([
        { username: 'bob', outcome: 'added' },
        { username: 'unknown', outcome: 'unknown' },
        { username: 'banned', outcome: 'already-here' },
        { username: 'failing', outcome: 'not-added' },
    ]);
    expect([...world.statuses]).toEqual([
        ['room:anne-id', 'member'],
        ['room:banned-id', 'banned'],
        ['room:bob-id', 'member'],
    ]);
});

it('requires membership and the permission to add people', async () => {
    const world = new World();
    world.adders.add('bob-id');
    expect(await refusal(addUsers(world, world.bob, world.room, []))).toEqual({ code: 'error-invalid-room', field: 'rid' });
    world.statuses.set('room:bob-id', 'unverified');
    world.adders.delete('bob-id');
    expect(await refusal(addUsers(world, world.bob, world.room, []))).toEqual({ code: 'not_authorized', rid: 'room' });
    world.adders.add('bob-id');
    expect(await refusal(addUsers(world, world.bob, world.room, []))).toMatchObject({ code: 'error-membership-unverified', reason: 'adding-people' });
    world.statuses.set('room:bob-id', 'banned');
    expect(await refusal(addUsers(world, world.bob, world.room, []))).toEqual({ code: 'error-user-is-banned' });
    world.adders.delete('anne-id');
    expect(await refusal(addUsers(world, world.anne, world.room, []))).toEqual({ code: 'not_authorized', rid: 'room' });
});

it('refuses rooms that cannot have invites', async () => {
    const world = new World();
    expect(await refusal(addUsers(world, world.anne, { ...world.room, type: 'd' }, []))).toMatchObject({ code: 'error-room-type-not-allowed' });
});
