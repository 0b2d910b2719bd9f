import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, MS_PER_MINUTE, type Invite } from '../../src/domain/model/invite.ts';
import { inviteInfo } from '../../src/domain/useCases/inviteInfo.ts';
import { validateToken } from '../../src/domain/useCases/validateToken.ts';
import { refusal, World } from './world.mts';

const WRONG = 'BBBBBBBBBBBBBBBB';

describe('looking up a token', () => {
    it('returns its invite and room until the invite expires', async () => {
        const world = new World();
        const invite = world.invite();
        world.now += 7 * MS_PER_DAY - 1;
        expect(await world.lookUp.open(invite.token)).toEqual({ invite, rooms: [world.room] });
        world.now += 1;
        expect(await refusal(world.lookUp.open(invite.token))).toEqual({ code: 'error-invite-token-expired', field: 'expires' });
    });

    it.each([WRONG, '', 'no token'])('refuses a wrong token: %j', async (token) => {
        const world = new World();
        world.invite({ token: 'no token either' });
        expect(await refusal(world.lookUp.open(token))).toEqual({ code: 'error-invalid-token', field: 'token' });
    });

    it('does not look up text without the form of a token', async () => {
        const world = new World();
        world.invite({ token: 'no token' });
        expect(await refusal(world.lookUp.open('no token'))).toMatchObject({ code: 'error-invalid-token' });
    });

    it('works while a seat is free, and for a caller who already holds one', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        const full = { code: 'error-invite-token-expired', field: 'maxUses' };
        world.claim(invite.id, 'joined', { holder: 'one' });
        expect(await world.lookUp.open(invite.token)).toMatchObject({ invite });
        world.claim(invite.id, 'taken');
        expect(await refusal(world.lookUp.open(invite.token))).toEqual(full);
        expect(await refusal(world.lookUp.open(invite.token, 'another person'))).toEqual(full);
        expect(await world.lookUp.open(invite.token, 'bob-id')).toMatchObject({ invite });
    });

    it('ignores claims to an unlimited invite', async () => {
        const world = new World();
        const invite = world.invite();
        world.claim(invite.id, 'joined');
        expect(await world.lookUp.open(invite.token)).toMatchObject({ invite });
    });

    it('refuses a room that cannot have invites', async () => {
        const world = new World();
        const invite = world.invite();
        world.known[0] = { ...world.room, type: 'd' };
        expect(await refusal(world.lookUp.open(invite.token))).toMatchObject({ code: 'error-room-type-not-allowed' });
    });

    it('refuses a suspended invite without the reason', async () => {
        const world = new World();
        const invite = world.invite();
        world.mustStay = true;
        expect(await world.lookUp.open(invite.token)).toMatchObject({ invite });
        world.creators.clear();
        expect(await refusal(world.lookUp.open(invite.token))).toEqual({ code: 'error-invite-token-expired' });
    });
});

describe('the first of several reasons wins:', () => {
    const makeDirect = (world: World): void => void (world.known[0] = { ...world.room, type: 'd' });

    it.each<[string, Partial<Invite>, boolean, string]>([
        ['expired before used up', { createdAt: 0, maxUses: 1 }, false, 'expires'],
        ['expired before the type of the room', { createdAt: 0 }, true, 'expires'],
        ['used up before the type of the room', { maxUses: 1 }, true, 'maxUses'],
    ])('%s', async (_name, overrides, isDirect, field) => {
        const world = new World();
        const invite = world.invite(overrides);
        world.claim(invite.id, 'joined', { holder: 'another person' });
        if (isDirect) {
            makeDirect(world);
        }
        expect(await refusal(world.lookUp.open(invite.token, 'bob-id'))).toEqual({ code: 'error-invite-token-expired', field });
    });

    it('the type of the room before a ban, and expiry before both', async () => {
        const world = new World();
        world.statuses.set('room:bob-id', 'banned');
        const invite = world.invite();
        const expired = world.invite({ createdAt: 0 });
        expect(await refusal(inviteInfo(world, world.bob, expired.token))).toMatchObject({ field: 'expires' });
        makeDirect(world);
        expect(await refusal(inviteInfo(world, world.bob, invite.token))).toMatchObject({ code: 'error-room-type-not-allowed' });
    });
});

describe('looking up a token whose room cannot be read', () => {
    it('deletes all invites to the room if it was deleted', async () => {
        const world = new World();
        const { token } = world.invite({ rid: 'deleted' });
        world.invite({ rid: 'deleted' });
        const other = world.invite();
        expect(await refusal(world.lookUp.open(token))).toEqual({ code: 'error-invalid-room', field: 'rid', reason: 'gone' });
        expect([...world.storedInvites.values()]).toEqual([other]);
        expect(world.steps).toHaveLength(4);
    });

    it('keeps the invite if its creator still has a subscription', async () => {
        const world = new World();
        const { token } = world.invite({ rid: 'unread' });
        world.statuses.set('unread:anne-id', 'member');
        expect(await refusal(world.lookUp.open(token))).toMatchObject({ code: 'error-invalid-room' });
        expect(world.storedInvites.size).toBe(1);
    });
});

it('treats a room managed by attributes like a deleted one, even for expired invites, but keeps the invites', async () => {
    const world = new World();
    const invite = world.invite({ createdAt: 0 });
    world.known[0] = { ...world.room, managedByAttributes: true };
    expect(await refusal(world.lookUp.open(invite.token))).toEqual({ code: 'error-invalid-room', field: 'rid', reason: 'gone' });
    expect(world.storedInvites.size).toBe(1);
});

describe('the limit of wrong tokens', () => {
    it('is ten in ten minutes per person, and valid ones do not count', async () => {
        const world = new World();
        const { token } = world.invite();
        for (let i = 0; i < 10; i++) {
            await world.lookUp.open(token, 'bob-id');
            expect(await refusal(world.lookUp.open(WRONG, 'bob-id'))).toMatchObject({ code: 'error-invalid-token' });
        }
        const refused = { code: 'error-too-many-requests', reason: 'guessing', retryAfter: 600 };
        expect(await refusal(world.lookUp.open(token, 'bob-id'))).toEqual(refused);
        expect(await world.lookUp.open(token, 'another person')).toBeDefined();
        world.now += 10 * MS_PER_MINUTE;
        expect(await world.lookUp.open(token, 'bob-id')).toBeDefined();
    });

    it('is a thousand for all anonymous callers together, and working tokens stay valid after it', async () => {
        const world = new World();
        const { token } = world.invite();
        const expired = world.invite({ createdAt: 0 });
        for (let i = 0; i < 1000; i++) {
            expect(await validateToken(world, i % 2 ? WRONG : expired.token)).toBe(false);
        }
        const refused = { code: 'error-too-many-requests', reason: 'guessing', retryAfter: 600 };
        expect(await refusal(validateToken(world, WRONG))).toEqual(refused);
        // The caller cannot learn that this invite ever existed.
        expect(await refusal(validateToken(world, expired.token))).toEqual(refused);
        expect(await validateToken(world, token)).toBe(true);
        expect(await refusal(world.lookUp.open(WRONG, 'anonymous'))).not.toMatchObject({ retryAfter: 1 });
        world.now += 10 * MS_PER_MINUTE;
        expect(await validateToken(world, WRONG)).toBe(false);
    });
});

it('validateToken rejects if the room cannot be read', async () => {
    const world = new World();
    const { token } = world.invite();
    Object.assign(world.rooms, { byId: () => Promise.reject(new Error('The server failed')) });
    await expect(validateToken(world, token)).rejects.toThrow('The server failed');
});

describe('invite info', () => {
    it('returns the room, the creator, the expiry and whether the caller is a member', async () => {
        const world = new World();
        const { token } = world.invite();
        const expires = world.now + 7 * MS_PER_DAY;
        expect(await inviteInfo(world, world.bob, token)).toEqual({
            room: world.room,
            rooms: [{ room: world.room, member: false }],
            invitedBy: world.anne,
            expires,
            member: false,
            approval: false,
        });
        expect(await inviteInfo(world, world.anne, token)).toMatchObject({ member: true });
    });

    it('is refused to a person who joined and left, once the invite is used up', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.claim(invite.id, 'joined', { holder: 'bob-id' });
        expect(await inviteInfo(world, world.bob, invite.token)).toMatchObject({ member: false });
        world.claim(invite.id, 'joined', { holder: 'another person' });
        expect(await refusal(inviteInfo(world, world.bob, invite.token))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        world.statuses.set('room:bob-id', 'member');
        expect(await inviteInfo(world, world.bob, invite.token)).toMatchObject({ member: true });
    });

    it('is not refused to a person whose attempt is still running', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { holder: 'bob-id' });
        expect(await inviteInfo(world, world.bob, invite.token)).toMatchObject({ member: false });
    });

    it('has no creator after the account was deleted, and no expiry for an endless invite', async () => {
        const world = new World();
        const { token } = world.invite({ userId: 'gone', validFor: 0 });
        expect(await inviteInfo(world, world.bob, token)).toMatchObject({ invitedBy: undefined, expires: null });
    });

    it('counts wrong tokens per caller', async () => {
        const world = new World();
        for (let i = 0; i < 10; i++) {
            await refusal(inviteInfo(world, world.bob, WRONG));
        }
        expect(await refusal(inviteInfo(world, world.bob, WRONG))).toMatchObject({ code: 'error-too-many-requests' });
    });
});

describe('an invite to several rooms', () => {
    function openTwo(overrides: Partial<Invite> = {}): { world: World; invite: Invite } {
        const world = new World();
        world.known.push({ ...world.room, id: 'second' });
        world.statuses.set('second:anne-id', 'member');
        return { world, invite: world.invite({ moreRooms: ['second'], ...overrides }) };
    }
    const idsOf = async (world: World, { token }: Invite): Promise<string[]> => (await world.lookUp.open(token)).rooms.map(({ id }) => id);

    it.each<[string, (world: World) => void, string[]]>([
        ['nothing is closed', () => undefined, ['room', 'second']],
        ['the first is archived', (world) => void (world.known[0] = { ...world.room, archived: true }), ['second']],
        ['the second is archived', (world) => void (world.known[1] = { ...world.room, id: 'second', archived: true }), ['room']],
        ['the first is managed by attributes', (world) => void (world.known[0] = { ...world.room, managedByAttributes: true }), ['second']],
        ['the first was deleted', (world) => void world.known.shift(), ['second']],
        ['its creator left the first', (world) => void world.statuses.delete('room:anne-id'), ['second']],
        ['its creator left the second', (world) => void world.statuses.delete('second:anne-id'), ['room']],
    ])('opens those that are open: %s', async (_what, close, open) => {
        const { world, invite } = openTwo();
        world.mustStay = true;
        close(world);
        expect(await idsOf(world, invite)).toEqual(open);
        expect(world.storedInvites.size).toBe(1);
    });

    it('is refused for the reason of the first one if all are closed', async () => {
        const { world, invite } = openTwo();
        world.known[0] = { ...world.room, archived: true };
        world.known.pop();
        expect(await refusal(idsOf(world, invite))).toMatchObject({ code: 'error-room-type-not-allowed', field: 'archived' });
        expect(world.storedInvites.size).toBe(1);
    });
});

describe('the seats of an invite', () => {
    const counter = (inviteId: string, uses: number) => ({ id: 'c', inviteId, uses, lastAt: 0, claimIds: [], foldedAt: 0 });
    const join = (inviteId: string, outcome: 'joined' | 'expired' = 'joined') => ({
        ...{ id: 'e', inviteId, label: null, rids: ['room'], personId: 'bob-id', invitedBy: 'anne-id', at: 0, rank: 0, outcome },
    });

    it.each<[string, string | undefined, boolean, (world: World, invite: Invite) => void]>([
        ['for a person who may be in a counter', 'bob-id', true, () => undefined],
        ['not for another person', 'carol-id', false, () => undefined],
        ['not for an anonymous caller', undefined, false, () => undefined],
        ['not if there are more uses than seats', 'bob-id', false, (world, { id }) => void world.storedCounters.set('c', counter(id, 3))],
        ['not without a counter', 'bob-id', false, (world, { id }) => claimTwice(world, id)],
        ['not by a join of another invite', 'bob-id', false, (world) => void world.storedHistory.set('e', join('other'))],
        ['not by a refusal', 'bob-id', false, (world, { id }) => void world.storedHistory.set('e', join(id, 'expired'))],
        ['for a person whose join is one of several', 'bob-id', true, (world) => void world.storedHistory.set('f', { ...join('other'), id: 'f' })],
    ])('are taken, but %s', async (_who, callerId, isOpen, change) => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.storedCounters.set('c', counter(invite.id, 2));
        world.storedHistory.set('e', join(invite.id));
        change(world, invite);
        const opened = world.lookUp.open(invite.token, callerId);
        if (isOpen) {
            expect(await opened).toMatchObject({ invite });
        } else {
            expect(await refusal(opened)).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        }
    });

    function claimTwice(world: World, inviteId: string): void {
        world.storedCounters.clear();
        ['carol-id', 'dave-id'].forEach((holder) => world.claim(inviteId, 'joined', { holder }));
    }

    it('that are left do not include those of others, nor one that the caller used', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 4 });
        expect(await world.lookUp.seatsLeftFor(world.invite(), 'bob-id')).toBeUndefined();
        world.claim(invite.id, 'taken', { holder: 'carol-id' });
        world.claim(invite.id, 'taken');
        expect(await world.lookUp.seatsLeftFor(invite, 'bob-id')).toBe(3);
        world.claim(invite.id, 'joined');
        expect(await world.lookUp.seatsLeftFor(invite, 'bob-id')).toBe(2);
        world.storedCounters.set('c', counter(invite.id, 9));
        expect(await world.lookUp.seatsLeftFor(invite, 'bob-id')).toBe(0);
    });

    it('are left to admission where the caller says so, unless the invite is closed', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'joined', { holder: 'carol-id' });
        const full = { code: 'error-invite-token-expired', field: 'maxUses' };
        expect(await world.lookUp.assertOpen(invite, 'bob-id', async () => true)).toEqual([world.room]);
        expect(await refusal(world.lookUp.assertOpen(invite, 'bob-id', async () => false))).toEqual(full);
        world.known[0] = { ...world.room, archived: true };
        expect(await refusal(world.lookUp.assertOpen(invite, 'bob-id', async () => true))).toEqual(full);
    });
});

describe('looking again before the join', () => {
    it('follows the audience by what the person is now', async () => {
        const world = new World();
        const invite = world.invite();
        const editor = { ...world.bob, roles: ['editor'] };
        world.storedInvites.set(invite.id, { ...invite, audience: { roles: ['editor'] } });
        expect(await refusal(world.lookUp.assertStillOpen(invite, editor))).toEqual({ code: 'error-not-invited' });
        world.people[1] = editor;
        expect(await world.lookUp.assertStillOpen(invite, world.bob)).toMatchObject({ rooms: [world.room] });
        world.people.pop();
        expect(await world.lookUp.assertStillOpen(invite, editor)).toMatchObject({ rooms: [world.room] });
    });

    it('refuses a token that was replaced, and forgets what was read', async () => {
        const world = new World();
        const invite = world.invite();
        let forgotten = 0;
        Object.assign(world, {
            forgetReads: () => {
                forgotten++;
            },
        });
        await world.lookUp.assertStillOpen(invite, world.bob);
        expect(forgotten).toBe(1);
        world.storedInvites.set(invite.id, { ...invite, token: 'AAAAAAAAAAAAAAAA' });
        expect(await refusal(world.lookUp.assertStillOpen(invite, world.bob))).toEqual({ code: 'error-invalid-token', field: 'token' });
    });

    it('an anonymous caller may try any number of tokens that do not exist', async () => {
        const world = new World();
        for (let n = 0; n < 1100; n++) {
            await refusal(world.lookUp.byToken(WRONG));
        }
        expect(world.wrongTokens.size).toBe(0);
    });
});
