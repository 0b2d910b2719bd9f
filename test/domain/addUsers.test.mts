import { expect, it } from '@jest/globals';

import { addUsers } from '../../src/domain/useCases/addUsers.ts';
import { refusal, World } from './world.mts';

it('adds whom it can, and says of each what came of it', async () => {
    const world = new World();
    const here = { ...world.bob, id: 'here-id', username: 'here' };
    const shut = { ...world.bob, id: 'shut-id', username: 'shut' };
    world.people.push(here, shut);
    world.statuses.set('room:here-id', 'banned');
    const { join } = world;
    world.join = async (rid, person) => (person.id === 'shut-id' ? { kind: 'not-added' } : join(rid, person));
    expect(await addUsers(world, world.anne, world.room, ['bob', 'nobody', 'here', 'shut'])).toEqual([
        { username: 'bob', outcome: 'added' },
        { username: 'nobody', outcome: 'unknown' },
        { username: 'here', outcome: 'already-here' },
        { username: 'shut', outcome: 'not-added' },
    ]);
    expect([...world.statuses]).toEqual([
        ['room:anne-id', 'member'],
        ['room:here-id', 'banned'],
        ['room:bob-id', 'member'],
    ]);
});

it('is for who is in the room and may add people to it', async () => {
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

it('is refused where nobody can be invited', async () => {
    const world = new World();
    expect(await refusal(addUsers(world, world.anne, { ...world.room, type: 'd' }, []))).toMatchObject({ code: 'error-room-type-not-allowed' });
});
