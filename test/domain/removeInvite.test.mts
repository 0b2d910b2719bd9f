import { expect, it } from '@jest/globals';

import { removeInvite } from '../../src/domain/useCases/removeInvite.ts';
import { refusal, World } from './world.mts';

it.each<[string, (world: World) => unknown]>([
    ['its creator', (world) => world.storedInvites.set('invite', { ...world.storedInvites.get('invite')!, userId: 'bob-id' })],
    ['who manages all', (world) => world.managers.add('bob-id')],
    ['an owner of its room', (world) => world.owners.add('room:bob-id')],
])('lets %s remove an invite: first itself, then what was counted for it', async (_who, becomes) => {
    const world = new World();
    world.invite({ id: 'invite' });
    becomes(world);
    const invite = world.storedInvites.get('invite')!;
    expect(await removeInvite(world, world.bob, 'invite')).toBe(invite);
    expect(world.steps).toEqual(['remove invite', 'forget invite']);
    expect(world.attached).toEqual(['invite']);
    expect(world.published).toEqual([{ kind: 'revoked', person: world.bob, invite }]);
});

it('lets nobody else', async () => {
    const world = new World();
    world.invite({ id: 'invite' });
    world.owners.add('other:bob-id');
    expect(await refusal(removeInvite(world, world.bob, 'invite'))).toEqual({ code: 'not_authorized', reason: 'removing' });
    expect(world.steps).toEqual([]);
    expect(world.attached).toEqual(['invite']);
    expect(world.published).toEqual([]);
});

it('tells only people who manage all invites that there is none of that id', async () => {
    const world = new World();
    world.owners.add('room:anne-id');
    expect(await refusal(removeInvite(world, world.anne, 'invite'))).toEqual({ code: 'not_authorized', reason: 'removing' });
    world.managers.add('anne-id');
    expect(await refusal(removeInvite(world, world.anne, 'invite'))).toEqual({ code: 'invalid-invitation-id', field: '_id' });
});
