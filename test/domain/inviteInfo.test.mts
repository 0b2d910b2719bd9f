import { beforeEach, describe, expect, it } from '@jest/globals';

import type { JoinRequest } from '../../src/domain/model/joinRequest.ts';
import { inviteInfo } from '../../src/domain/useCases/inviteInfo.ts';
import { refusal, World } from './world.mts';

let world: World;
beforeEach(() => {
    world = new World();
    world.known.push({ ...world.room, id: 'second', name: 'second' });
});

const first = 'room';
const second = 'second';

describe('an invite to two rooms, to a person who opens its link,', () => {
    it.each<[string, string[], object]>([
        ['in neither', [], { member: false, room: { id: first }, rooms: [{ member: false }, { member: false }] }],
        ['in the first', [first], { member: false, room: { id: second }, rooms: [{ member: true }, { member: false }] }],
        ['in the second', [second], { member: false, room: { id: first }, rooms: [{ member: false }, { member: true }] }],
        ['in both', [first, second], { member: true, room: { id: first }, rooms: [{ member: true }, { member: true }] }],
    ])('names the first one that they may join: %s', async (_where, rids, expected) => {
        const { token } = world.invite({ moreRooms: [second] });
        rids.forEach((rid) => world.statuses.set(`${rid}:bob-id`, 'member'));
        expect(await inviteInfo(world, world.bob, token)).toMatchObject({ ...expected, invitedBy: world.anne });
    });
});

describe('the facts about an invite', () => {
    it('include the seats left, if there is a limit, except for members', async () => {
        const { id, token } = world.invite({ maxUses: 3 });
        world.claim(id, 'joined', { holder: 'one' });
        expect(await inviteInfo(world, world.bob, token)).toMatchObject({ uses: { max: 3, left: 2 } });
        expect((await inviteInfo(world, world.anne, token)).uses).toBeUndefined();
        expect((await inviteInfo(world, world.bob, world.invite().token)).uses).toBeUndefined();
        world.claim(id, 'joined', { holder: 'two' });
        world.claim(id, 'joined', { holder: 'three' });
        expect(await refusal(inviteInfo(world, world.bob, token))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('include the request of a person who asked, if a manager must let them in', async () => {
        const asked = (inviteId: string, personId: string): JoinRequest => {
            const request: JoinRequest = {
                ...{ id: `${inviteId}-${personId}`, inviteId, rid: 'room', moreRooms: [], personId },
                ...{ at: world.now, until: world.now + 1, state: 'pending' },
            };
            world.storedRequests.set(request.id, request);
            return request;
        };
        const { id, token } = world.invite({ approval: true });
        expect(await inviteInfo(world, world.bob, token)).toMatchObject({ approval: true, request: undefined });
        const request = asked(id, 'bob-id');
        asked(id, 'anne-id');
        expect((await inviteInfo(world, world.bob, token)).request).toEqual(request);
        expect((await inviteInfo(world, world.anne, token)).request).toBeUndefined();
        const plain = world.invite();
        asked(plain.id, 'bob-id');
        expect((await inviteInfo(world, world.bob, plain.token)).request).toBeUndefined();
    });
});
