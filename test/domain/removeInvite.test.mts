import { expect, it } from '@jest/globals';

import { removeInvite } from '../../src/domain/useCases/removeInvite.ts';
import { refusal, World } from './world.mts';

it.each<[string, (world: World) => unknown]>([
    ['its creator', (world) => world.storedInvites.set('invite', { ...world.storedInvites.get('invite')!, userId: 'bob-id' })],
    ['a person who manages all invites', (world) => world.managers.add('bob-id')],
    ['an owner of its room', (world) => world.owners.add('room:bob-id')],
])('lets %s revoke an invite, and deletes it before its uses', async (_person, change) => {
    const world = new World();
    world.invite({ id: 'invite' });
    change(world);
    const invite = world.storedInvites.get('invite')!;
    await removeInvite(world, world.bob, 'invite');
    expect(world.steps).toEqual(['remove invite', 'forget invite']);
    expect(world.attached).toEqual(['invite']);
    expect(world.published).toEqual([{ kind: 'revoked', person: world.bob, invite }]);
});

it('does not let anyone else revoke it', async () => {
    const world = new World();
    world.invite({ id: 'invite' });
    world.owners.add('other:bob-id');
    expect(await refusal(removeInvite(world, world.bob, 'invite'))).toEqual({ code: 'not_authorized', reason: 'removing' });
    expect(world.steps).toEqual([]);
    expect(world.attached).toEqual(['invite']);
    expect(world.published).toEqual([]);
});

it('reveals only to people who manage all invites that an id does not exist', async () => {
    const world = new World();
    world.owners.add('room:anne-id');
    expect(await refusal(removeInvite(world, world.anne, 'invite'))).toEqual({ code: 'not_authorized', reason: 'removing' });
    world.managers.add('anne-id');
    expect(await refusal(removeInvite(world, world.anne, 'invite'))).toEqual({ code: 'invalid-invitation-id', field: '_id' });
});
