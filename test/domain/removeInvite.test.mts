import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY } from '../../src/domain/model/invite.ts';
import { findTarget, sweepShownLists } from '../../src/domain/useCases/findTarget.ts';
import { removeInvite, revokeInvite, revokeInvites, type RevokeTarget } from '../../src/domain/useCases/removeInvite.ts';
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

describe('revoking', () => {
    const byId = { id: 'invite', byToken: false };

    it('is for the creator, for owners and for managers of a room of the invite', async () => {
        const world = new World();
        world.invite({ id: 'invite', userId: 'carol-id', moreRooms: ['other'] });
        const refused = { code: 'not_authorized', reason: 'removing' };
        expect(await refusal(revokeInvite(world, world.bob, byId))).toEqual(refused);
        expect(await refusal(revokeInvite(world, world.bob, { id: 'none', byToken: true }))).toEqual(refused);
        expect(await refusal(revokeInvite(world, world.bob, { id: 'invite', byToken: true }))).toEqual({ code: 'not_authorized', rid: 'room' });
        const invite = world.storedInvites.get('invite')!;
        // The name of the other room is not for her.
        world.known.push({ ...world.room, id: 'other' });
        expect(await revokeInvite(world, world.anne, { ...byId, byToken: true })).toEqual([world.room]);
        expect(world.steps).toEqual(['remove invite', 'forget invite']);
        expect(world.published).toEqual([{ kind: 'revoked', person: world.anne, invite }]);
        expect(new Set(world.attached)).toEqual(new Set(['invite']));
    });

    it.each<[RevokeTarget, string[]]>([
        [{ rid: 'room' }, ['a', 'b']],
        [{ userId: 'bob-id' }, ['b', 'c']],
        [{ all: true }, ['a', 'b', 'c']],
    ])('all of %j revokes %j and returns their number', async (target, revoked) => {
        const world = new World();
        const invites = [
            world.invite({ id: 'a' }),
            world.invite({ id: 'b', userId: 'bob-id' }),
            world.invite({ id: 'c', rid: 'other', userId: 'bob-id' }),
        ];
        const manages = 'rid' in target ? 0 : revoked.length;
        if (manages === 0) {
            expect(await refusal(revokeInvites(world, world.bob, target))).toEqual({ code: 'not_authorized', reason: 'removing' });
        } else {
            expect(await refusal(revokeInvites(world, world.anne, target))).toEqual({ code: 'not_authorized', reason: 'removing' });
            world.managers.add('anne-id');
        }
        expect(await revokeInvites(world, world.anne, target)).toBe(revoked.length);
        expect([...world.storedInvites.keys()]).toEqual(invites.map(({ id }) => id).filter((id) => !revoked.includes(id)));
        expect(world.published.map(({ kind }) => kind)).toEqual(revoked.map(() => 'revoked'));
    });
});

describe('the invite that a person names', () => {
    it.each([
        ['INVITE-9', { id: 'invite-9', byToken: false }],
        ['1234567', { id: '1234567', byToken: false }],
        ['12a', { id: '12a', byToken: false }],
        ['21', { id: 'first', byToken: false }],
        ['022', { id: 'second', byToken: false }],
    ])('%s', async (target, found) => {
        const world = new World();
        world.lists.set('bob-id', { userId: 'bob-id', at: world.now - MS_PER_DAY + 1, first: 21, ids: ['first', 'second'] });
        expect(await findTarget(world, world.bob, target)).toEqual(found);
    });

    it('by its token, which may be wrong', async () => {
        const world = new World();
        const { id, token } = world.invite();
        expect(await findTarget(world, world.bob, token)).toEqual({ id, byToken: true });
        expect(await refusal(findTarget(world, world.bob, 'BBBBBBBBBBBBBBBB'))).toMatchObject({ code: 'error-invalid-token' });
    });

    it('by a number is in their last list, for a day', async () => {
        const world = new World();
        const notListed = { code: 'invalid-invitation-id', field: '_id', reason: 'not-listed' };
        expect(await refusal(findTarget(world, world.bob, '1'))).toEqual(notListed);
        world.lists.set('bob-id', { userId: 'bob-id', at: world.now - MS_PER_DAY, first: 1, ids: ['first'] });
        expect(await refusal(findTarget(world, world.bob, '1'))).toEqual(notListed);
        world.now -= 1;
        expect(await findTarget(world, world.bob, '1')).toMatchObject({ id: 'first' });
        for (const target of ['0', '2']) {
            expect(await refusal(findTarget(world, world.bob, target))).toEqual(notListed);
        }
        world.now += 2;
        await sweepShownLists(world, () => true);
        expect(world.lists.size).toBe(0);
    });
});
