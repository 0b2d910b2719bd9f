import { describe, expect, it } from '@jest/globals';

import type { JoinRequest } from '../../src/domain/model/joinRequest.ts';
import { listRequests, type RequestQuery } from '../../src/domain/useCases/listRequests.ts';
import { sweepRequests } from '../../src/domain/useCases/sweepRequests.ts';
import { refusal, World } from './world.mts';

function request(world: World, id: string, inviteId: string, overrides: Partial<JoinRequest> = {}): void {
    const asked = { rid: 'room', moreRooms: [], personId: `${id}-id`, at: world.now, until: world.now + 100, state: 'pending' } as const;
    world.storedRequests.set(id, { id, inviteId, ...asked, ...overrides });
}

async function listed(world: World, query: Partial<RequestQuery> = {}, reader = world.anne): Promise<string[]> {
    const { items } = await listRequests(world, reader, { offset: 0, count: 10, ...query });
    return items.map(({ request: { id } }) => id);
}

describe('the requests that wait for a manager', () => {
    const refused = { code: 'not_authorized', reason: 'managing' };

    it('come by page, the oldest first, with the person and the rooms', async () => {
        const world = new World();
        const invite = world.invite({ approval: true, moreRooms: ['deleted'] });
        world.managers.add('anne-id');
        request(world, 'b', invite.id, { personId: 'bob-id' });
        request(world, 'a', invite.id, { at: world.now - 1 });
        request(world, 'decided', invite.id, { state: 'denied' });
        request(world, 'orphan', 'none');
        expect(await listed(world)).toEqual(['a', 'b']);
        expect(await listRequests(world, world.anne, { offset: 1, count: 1 })).toEqual({
            items: [{ request: world.storedRequests.get('b'), invite, person: world.bob, rooms: [world.room] }],
            total: 2,
        });
        expect((await listRequests(world, world.anne, { offset: 0, count: 1 })).items).toMatchObject([{ person: undefined }]);
    });

    it('are those of an invite or of a room that they manage', async () => {
        const world = new World();
        const [one, other] = [world.invite(), world.invite({ rid: 'other' })];
        request(world, 'a', one.id);
        request(world, 'b', other.id, { rid: 'other' });
        expect(await listed(world)).toEqual(['a']);
        expect(await listed(world, { inviteId: one.id })).toEqual(['a']);
        expect(await listed(world, { inviteId: one.id, rid: 'room' })).toEqual(['a']);
        expect(await listed(world, { inviteId: one.id, rid: 'other' })).toEqual([]);
        expect(await listed(world, { rid: 'room' })).toEqual(['a']);
        for (const query of [{ inviteId: other.id }, { inviteId: 'none' }, { rid: 'other' }]) {
            expect(await refusal(listed(world, query))).toEqual(refused);
        }
        world.known.push({ ...world.room, id: 'other' });
        expect(await listed(world)).toEqual(['a']);
        world.managers.add('anne-id');
        expect(await listed(world)).toEqual(['a', 'b']);
        expect(await listed(world, { inviteId: 'none' })).toEqual([]);
    });

    it('are only those by invites whose rooms they all manage', async () => {
        const world = new World();
        world.known.push({ ...world.room, id: 'other' });
        request(world, 'a', world.invite({ moreRooms: ['other'] }).id);
        expect(await listed(world, { rid: 'room' })).toEqual([]);
        world.statuses.set('other:anne-id', 'member');
        expect(await listed(world, { rid: 'room' })).toEqual(['a']);
    });
});

it('requests are deleted once their time is over or their invite is gone, while the job may continue', async () => {
    const world = new World();
    const { id } = world.invite();
    request(world, 'over', id, { until: world.now });
    request(world, 'waits', id, { until: world.now + 1 });
    request(world, 'orphan', 'none');
    await sweepRequests(world, () => world.storedRequests.size > 2);
    expect([...world.storedRequests.keys()]).toEqual(['waits', 'orphan']);
    await sweepRequests(world, () => true);
    expect([...world.storedRequests.keys()]).toEqual(['waits']);
});
