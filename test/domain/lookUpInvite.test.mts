import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, MS_PER_MINUTE, type Invite } from '../../src/domain/model/invite.ts';
import { inviteInfo } from '../../src/domain/useCases/inviteInfo.ts';
import { lookUpInvite } from '../../src/domain/useCases/lookUpInvite.ts';
import { validateToken } from '../../src/domain/useCases/validateToken.ts';
import { refusal, World } from './world.mts';

const WRONG = 'BBBBBBBBBBBBBBBB';

describe('a token', () => {
    it('opens its invite and room, up to the moment when it ends', async () => {
        const world = new World();
        const invite = world.invite();
        world.now += 7 * MS_PER_DAY - 1;
        expect(await lookUpInvite(world, invite.token)).toEqual({ invite, room: world.room });
        world.now += 1;
        expect(await refusal(lookUpInvite(world, invite.token))).toEqual({ code: 'error-invite-token-expired', field: 'expires' });
    });

    it.each([WRONG, '', 'no token'])('that is wrong opens nothing: %j', async (token) => {
        const world = new World();
        world.invite({ token: 'no token either' });
        expect(await refusal(lookUpInvite(world, token))).toEqual({ code: 'error-invalid-token', field: 'token' });
    });

    it('that has not the form of one is not even looked up', async () => {
        const world = new World();
        world.invite({ token: 'no token' });
        expect(await refusal(lookUpInvite(world, 'no token'))).toMatchObject({ code: 'error-invalid-token' });
    });

    it('opens as long as there is a place, for somebody in particular with the one that they have', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        const full = { code: 'error-invite-token-expired', field: 'maxUses' };
        world.claim(invite.id, 'joined', { holder: 'one' });
        expect(await lookUpInvite(world, invite.token)).toMatchObject({ invite });
        world.claim(invite.id, 'taken');
        expect(await refusal(lookUpInvite(world, invite.token))).toEqual(full);
        expect(await refusal(lookUpInvite(world, invite.token, 'somebody else'))).toEqual(full);
        expect(await lookUpInvite(world, invite.token, 'bob-id')).toMatchObject({ invite });
    });

    it('without a limit opens whatever was claimed', async () => {
        const world = new World();
        const invite = world.invite();
        world.claim(invite.id, 'joined');
        expect(await lookUpInvite(world, invite.token)).toMatchObject({ invite });
    });

    it('opens no room that nobody can join', async () => {
        const world = new World();
        const invite = world.invite();
        world.known[0] = { ...world.room, type: 'd' };
        expect(await refusal(lookUpInvite(world, invite.token))).toMatchObject({ code: 'error-room-type-not-allowed' });
    });

    it('opens nothing while its creator could not make it any more, and does not say so', async () => {
        const world = new World();
        const invite = world.invite();
        world.mustStay = true;
        expect(await lookUpInvite(world, invite.token)).toMatchObject({ invite });
        world.creators.clear();
        expect(await refusal(lookUpInvite(world, invite.token))).toEqual({ code: 'error-invite-token-expired' });
    });
});

describe('of several things that are wrong, the first is told:', () => {
    const direct = (world: World): void => void (world.known[0] = { ...world.room, type: 'd' });

    it.each<[string, Partial<Invite>, boolean, string]>([
        ['expired before used up', { createdAt: 0, maxUses: 1 }, false, 'expires'],
        ['expired before the type of the room', { createdAt: 0 }, true, 'expires'],
        ['used up before the type of the room', { maxUses: 1 }, true, 'maxUses'],
    ])('%s', async (_what, overrides, isDirect, field) => {
        const world = new World();
        const invite = world.invite(overrides);
        world.claim(invite.id, 'joined', { holder: 'somebody' });
        if (isDirect) {
            direct(world);
        }
        expect(await refusal(lookUpInvite(world, invite.token, 'bob-id'))).toEqual({ code: 'error-invite-token-expired', field });
    });

    it('the type of the room before a ban, and being expired before both', async () => {
        const world = new World();
        world.statuses.set('room:bob-id', 'banned');
        const invite = world.invite();
        const expired = world.invite({ createdAt: 0 });
        expect(await refusal(inviteInfo(world, world.bob, expired.token))).toMatchObject({ field: 'expires' });
        direct(world);
        expect(await refusal(inviteInfo(world, world.bob, invite.token))).toMatchObject({ code: 'error-room-type-not-allowed' });
    });
});

describe('a token to a room that cannot be found', () => {
    it('is forgotten with all others to it when the room was deleted', async () => {
        const world = new World();
        const { token } = world.invite({ rid: 'deleted' });
        world.invite({ rid: 'deleted' });
        const other = world.invite();
        expect(await refusal(lookUpInvite(world, token))).toEqual({ code: 'error-invalid-room', field: 'rid', reason: 'gone' });
        expect([...world.storedInvites.values()]).toEqual([other]);
        expect(world.steps).toHaveLength(4);
    });

    it('is kept when somebody is still in the room', async () => {
        const world = new World();
        const { token } = world.invite({ rid: 'unread' });
        world.statuses.set('unread:anne-id', 'member');
        expect(await refusal(lookUpInvite(world, token))).toMatchObject({ code: 'error-invalid-room' });
        expect(world.storedInvites.size).toBe(1);
    });
});

it('a room whose attributes decide who is in it is like one that is gone, also for expired invites, and keeps its invites', async () => {
    const world = new World();
    const invite = world.invite({ createdAt: 0 });
    world.known[0] = { ...world.room, managedByAttributes: true };
    expect(await refusal(lookUpInvite(world, invite.token))).toEqual({ code: 'error-invalid-room', field: 'rid', reason: 'gone' });
    expect(world.storedInvites.size).toBe(1);
});

describe('who tries wrong tokens', () => {
    it('has ten in ten minutes, and right ones do not count', async () => {
        const world = new World();
        const { token } = world.invite();
        for (let i = 0; i < 10; i++) {
            await lookUpInvite(world, token, 'bob-id');
            expect(await refusal(lookUpInvite(world, WRONG, 'bob-id'))).toMatchObject({ code: 'error-invalid-token' });
        }
        const wait = { code: 'error-too-many-requests', reason: 'guessing', retryAfter: 600 };
        expect(await refusal(lookUpInvite(world, token, 'bob-id'))).toEqual(wait);
        expect(await lookUpInvite(world, token, 'somebody else')).toBeDefined();
        world.now += 10 * MS_PER_MINUTE;
        expect(await lookUpInvite(world, token, 'bob-id')).toBeDefined();
    });

    it('without saying who they are has a thousand with all others, while right ones go on to be answered', async () => {
        const world = new World();
        const { token } = world.invite();
        const expired = world.invite({ createdAt: 0 });
        for (let i = 0; i < 1000; i++) {
            expect(await validateToken(world, i % 2 ? WRONG : expired.token)).toBe(false);
        }
        const wait = { code: 'error-too-many-requests', reason: 'guessing', retryAfter: 600 };
        expect(await refusal(validateToken(world, WRONG))).toEqual(wait);
        // Nor can it be told now that there was such an invite once.
        expect(await refusal(validateToken(world, expired.token))).toEqual(wait);
        expect(await validateToken(world, token)).toBe(true);
        expect(await refusal(lookUpInvite(world, WRONG, 'strangers'))).not.toMatchObject({ retryAfter: 1 });
        world.now += 10 * MS_PER_MINUTE;
        expect(await validateToken(world, WRONG)).toBe(false);
    });
});

it('whether it is valid is not said when that could not be found out', async () => {
    const world = new World();
    const { token } = world.invite();
    Object.assign(world.rooms, { byId: () => Promise.reject(new Error('The server is gone')) });
    await expect(validateToken(world, token)).rejects.toThrow('The server is gone');
});

describe('what an invite says', () => {
    it('to who is not in the room, and to who is', async () => {
        const world = new World();
        const { token } = world.invite();
        const expires = world.now + 7 * MS_PER_DAY;
        expect(await inviteInfo(world, world.bob, token)).toEqual({ room: world.room, invitedBy: world.anne, expires, member: false });
        expect(await inviteInfo(world, world.anne, token)).toMatchObject({ member: true });
    });

    it('is refused to who came in by it and has left, once it is used up', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.claim(invite.id, 'joined', { holder: 'bob-id' });
        expect(await inviteInfo(world, world.bob, invite.token)).toMatchObject({ member: false });
        world.claim(invite.id, 'joined', { holder: 'somebody else' });
        expect(await refusal(inviteInfo(world, world.bob, invite.token))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        world.statuses.set('room:bob-id', 'member');
        expect(await inviteInfo(world, world.bob, invite.token)).toMatchObject({ member: true });
    });

    it('is not refused to whose attempt is still under way', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { holder: 'bob-id' });
        expect(await inviteInfo(world, world.bob, invite.token)).toMatchObject({ member: false });
    });

    it('is who made it, as long as there is such a person, and that it never ends', async () => {
        const world = new World();
        const { token } = world.invite({ userId: 'gone', validFor: 0 });
        expect(await inviteInfo(world, world.bob, token)).toMatchObject({ invitedBy: undefined, expires: null });
    });

    it('counts a wrong token as the caller’s own', async () => {
        const world = new World();
        for (let i = 0; i < 10; i++) {
            await refusal(inviteInfo(world, world.bob, WRONG));
        }
        expect(await refusal(inviteInfo(world, world.bob, WRONG))).toMatchObject({ code: 'error-too-many-requests' });
    });
});
