import { beforeEach, describe, expect, it } from '@jest/globals';

import { InviteError } from '../../src/domain/model/errors.ts';
import type { Invite } from '../../src/domain/model/invite.ts';
import { publishSettled } from '../../src/domain/useCases/publishSettled.ts';
import { redeemInvite, type RedeemResult } from '../../src/domain/useCases/redeemInvite.ts';
import type { Room } from '../../src/domain/ports.ts';
import { refusal, World } from './world.mts';

let world: World;
let second: Room;
let third: Room;
beforeEach(() => {
    world = new World();
    second = { ...world.room, id: 'second', name: 'second' };
    third = { ...world.room, id: 'third', name: 'third' };
    world.known.push(second, third);
});

const toAll = (overrides: Partial<Invite> = {}): Invite => world.invite({ moreRooms: ['second', 'third'], ...overrides });
const redeem = ({ token }: Invite): Promise<RedeemResult> => redeemInvite(world, world.bob, token);
const refused = (code: string, rid: string): object => expect.objectContaining({ kind: 'refused', person: world.bob, code, rids: [rid] });

describe('an invite to three rooms', () => {
    it('lets a newcomer into all of them, for one use', async () => {
        const invite = toAll({ maxUses: 1 });
        expect(await redeem(invite)).toEqual({ kind: 'joined', room: world.room, rooms: [world.room, second, third].map((room) => ({ room })) });
        expect((await world.usageStore.of(invite)).uses).toBe(1);
        expect(world.published).toEqual([{ kind: 'joined', person: world.bob, invite, rank: 0, isFirst: true, rids: ['room', 'second', 'third'] }]);
    });

    it('lets a member of some into the others, and names the first room that they are in', async () => {
        world.statuses.set('second:bob-id', 'member');
        const invite = toAll();
        expect(await redeem(invite)).toMatchObject({ kind: 'joined', rooms: [{ room: { id: 'room' } }, { room: second }, { room: third }] });
        expect(world.published).toMatchObject([{ kind: 'joined', rids: ['room', 'third'] }]);
        expect(await redeem(invite)).toMatchObject({ kind: 'already-member', room: world.room, rooms: [{}, {}, {}] });
        expect(world.published).toHaveLength(1);
    });

    it('leaves out a closed room, which looks like none, and publishes that', async () => {
        world.known[0] = { ...world.room, archived: true };
        const result = await redeem(toAll());
        expect(result).toEqual({
            kind: 'joined',
            room: second,
            rooms: [{ rid: 'room', refusal: new InviteError('error-invalid-room') }, { room: second }, { room: third }],
        });
        const joined = expect.objectContaining({ kind: 'joined', rids: ['second', 'third'] });
        expect(world.published).toEqual([joined, refused('error-invalid-room', 'room')]);
    });

    it('leaves out a room from which the person is banned, and publishes that', async () => {
        world.statuses.set('second:bob-id', 'banned');
        expect(await redeem(toAll())).toMatchObject({
            kind: 'joined',
            room: world.room,
            rooms: [{ room: world.room }, { rid: 'second', refusal: { code: 'error-user-is-banned' } }, { room: third }],
        });
        expect(world.published).toContainEqual(refused('error-user-is-banned', 'second'));
    });

    it('is refused if no room lets the person in', async () => {
        ['room', 'second', 'third'].forEach((rid) => world.statuses.set(`${rid}:bob-id`, 'banned'));
        expect(await refusal(redeem(toAll()))).toMatchObject({ code: 'error-user-is-banned' });
        expect(world.storedClaims.size).toBe(0);
    });

    it('asks once for all rooms if a manager must approve', async () => {
        world.known[2] = { ...third, archived: true };
        const invite = toAll({ approval: true });
        expect(await redeem(invite)).toMatchObject({ kind: 'requested', rooms: [world.room, second], request: { moreRooms: ['second', 'third'] } });
        expect(await redeem(invite)).toMatchObject({ kind: 'requested' });
        expect(world.storedRequests.size).toBe(1);
    });

    it('needs no approval for a person who came into all rooms meanwhile', async () => {
        const invite = toAll({ approval: true });
        const { ofPerson } = world.requests;
        await redeem(invite);
        Object.assign(world.requests, {
            ofPerson: async (inviteId: string, personId: string) => {
                ['room', 'second', 'third'].forEach((rid) => world.statuses.set(`${rid}:bob-id`, 'member'));
                return (await ofPerson(inviteId, personId)).map((request) => ({ ...request, state: 'approved' as const }));
            },
        });
        expect(await redeem(invite)).toMatchObject({ kind: 'already-member', room: world.room, rooms: [{}, {}, {}] });
        expect(world.storedRequests.size).toBe(1);
    });
});

describe('an attempt that turns out to have succeeded', () => {
    it('is published with the rooms that the person came into', async () => {
        world.statuses.set('second:bob-id', 'member').set('room:bob-id', 'member');
        const invite = toAll();
        await publishSettled(world, invite, world.claim(invite.id, 'taken', { rids: ['second', 'third'] }));
        await publishSettled(world, invite, world.claim(invite.id, 'taken'));
        await publishSettled(world, invite, world.claim(invite.id, 'taken', { holder: 'gone-id' }));
        expect(world.published).toEqual([
            { kind: 'settled', person: world.bob, invite, rids: ['second'] },
            { kind: 'settled', person: world.bob, invite, rids: ['room', 'second'] },
        ]);
    });

    it('is published with the only room, although the person has left it', async () => {
        const invite = world.invite();
        await publishSettled(world, invite, world.claim(invite.id, 'taken'));
        expect(world.published).toEqual([{ kind: 'settled', person: world.bob, invite, rids: ['room'] }]);
    });
});
