import { describe, expect, it } from '@jest/globals';

import { assertMayCreate, assertMayCreateIn, invitableRoom } from '../../src/domain/policies/mayCreate.ts';
import type { Room, MembershipStatus } from '../../src/domain/ports.ts';
import { assertInvitable } from '../../src/domain/policies/invitableRoom.ts';
import { refusal, World } from './world.mts';

describe('creating invites', () => {
    it('requires membership and the permission', async () => {
        const world = new World();
        expect(await assertMayCreate(world, world.anne, 'room')).toBe(world.room);
        expect(await refusal(assertMayCreate(world, world.bob, 'room'))).toEqual({ code: 'not_authorized', rid: 'room', reason: 'inviting' });
    });

    it.each<[MembershipStatus, unknown]>([
        ['none', { code: 'error-invalid-room', field: 'rid' }],
        ['invited', { code: 'error-invalid-room', field: 'rid' }],
        ['banned', { code: 'error-user-is-banned' }],
        ['unverified', { code: 'error-membership-unverified', rid: 'room' }],
    ])('is refused to a person whose membership status is "%s"', async (status, expected) => {
        const world = new World();
        world.statuses.set('room:anne-id', status);
        expect(await refusal(assertMayCreate(world, world.anne, 'room'))).toEqual(expected);
    });

    it.each<[MembershipStatus, string]>([
        ['none', 'error-invalid-room'],
        ['banned', 'error-user-is-banned'],
        ['unverified', 'error-membership-unverified'],
        ['member', 'error-room-type-not-allowed'],
    ])('checks the room type last: status "%s" is refused with %s', async (status, code) => {
        const world = new World();
        world.known[0] = { ...world.room, type: 'd' };
        world.statuses.set('room:anne-id', status);
        expect(await refusal(assertMayCreate(world, world.anne, 'room'))).toMatchObject({ code });
    });

    it('is refused for a room that does not exist, whatever the membership status', async () => {
        const world = new World();
        world.statuses.set('gone:anne-id', 'banned');
        expect(await refusal(assertMayCreate(world, world.anne, 'gone'))).toEqual({ code: 'error-invalid-room', field: 'rid' });
    });

    it('is refused for a room that cannot have invites', async () => {
        const world = new World();
        world.known[0] = { ...world.room, type: 'd' };
        expect(await refusal(assertMayCreate(world, world.anne, 'room'))).toMatchObject({ code: 'error-room-type-not-allowed' });
    });
});

describe('invitable rooms', () => {
    it('are the given rooms to which the caller may invite, in the same order', async () => {
        const world = new World();
        const other = { ...world.room, id: 'other' };
        world.known.push(other);
        world.statuses.set('other:anne-id', 'member');
        expect(await Promise.all(['other', 'gone', 'room'].map((rid) => invitableRoom(world, world.anne, rid)))).toEqual([
            other,
            undefined,
            world.room,
        ]);
    });

    it('reject if a room cannot be read', async () => {
        const world = new World();
        Object.assign(world.rooms, { byId: () => Promise.reject(new Error('The server failed')) });
        await expect(invitableRoom(world, world.anne, 'room')).rejects.toThrow('The server failed');
    });
});

describe('a room', () => {
    const { room } = new World();
    const notAllowed = { code: 'error-room-type-not-allowed', field: 'rid' };

    it.each<[Partial<Room>, unknown]>([
        [{ type: 'd' }, notAllowed],
        [{ type: 'l' }, notAllowed],
        [{ managedByAttributes: true }, { code: 'error-invalid-room', field: 'rid', reason: 'attributes' }],
        [{ archived: true }, { ...notAllowed, field: 'archived', reason: 'archived' }],
    ])('with %j cannot have invites', async (overrides, expected) => {
        expect(await refusal((async () => assertInvitable({ ...room, ...overrides }))())).toEqual(expected);
    });

    it.each(['c', 'p'])('of type %s can have invites', (type) => expect(() => assertInvitable({ ...room, type })).not.toThrow());
});

describe('creating an invite to several rooms', () => {
    const withRooms = (count: number): { world: World; rids: [string, ...string[]] } => {
        const world = new World();
        const others = Array.from({ length: count - 1 }, (_, at) => `room-${String(at)}`);
        for (const id of others) {
            world.known.push({ ...world.room, id });
            world.statuses.set(`${id}:anne-id`, 'member');
        }
        return { world, rids: ['room', ...others] };
    };

    it('returns them in their order, up to twenty', async () => {
        const { world, rids } = withRooms(20);
        expect((await assertMayCreateIn(world, world.anne, rids)).map(({ id }) => id)).toEqual(rids);
    });

    it('is refused for more', async () => {
        const { world, rids } = withRooms(21);
        expect(await refusal(assertMayCreateIn(world, world.anne, rids))).toEqual({
            ...{ code: 'invalid-params', field: 'rids', reason: 'too-many-rooms', ceiling: 20 },
        });
    });

    it('is refused if one of them refuses the caller', async () => {
        const { world, rids } = withRooms(3);
        world.statuses.delete(`${rids[2]!}:anne-id`);
        expect(await refusal(assertMayCreateIn(world, world.anne, rids))).toMatchObject({ code: 'error-invalid-room' });
    });
});

it('a federated room takes no invites', async () => {
    const work = async (): Promise<void> => assertInvitable({ ...new World().room, federated: true });
    expect(await refusal(work())).toEqual({ code: 'error-room-type-not-allowed', field: 'rid', reason: 'federated' });
});
