import { describe, expect, it } from '@jest/globals';

import { deleteRoom } from '../workspace/index.mts';
import { DAY, marksClaim, NOT_LOGGED_IN, Person, refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();

describe('redeem', () => {
    it('admits the caller, returns the room, and counts one use', async () => {
        const rid = await scene.room(owner, 'p', { topic: 'A topic' });
        const { body: invite } = await owner.invite(rid, 7, 5);
        const guest = await scene.person();

        const { status, body } = await guest.redeem(invite.inviteToken);

        const name = (await scene.workspace.database.rooms.findOne({ _id: rid }))!.name;
        expect({ status, body }).toEqual({
            status: 200,
            body: {
                room: { _id: rid, rid, name, fname: name, t: 'p', topic: 'A topic' },
                rooms: [{ _id: rid, name, fname: name, t: 'p', joined: true }],
                success: true,
            },
        });
        expect(await scene.members(rid)).toEqual([guest.user.username, owner.user.username].sort());
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('names the parent of a discussion', async () => {
        const parent = await scene.room(owner);
        const discussion = await scene.room(owner, 'p', { prid: parent });
        const { body: invite } = await owner.invite(discussion);
        const { body } = await (await scene.person()).redeem(invite.inviteToken);
        expect(body.room).toMatchObject({ _id: discussion, prid: parent });
    });

    it('admits people whose accounts lack what newer servers store', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid);
        const guest = await scene.person();
        const [{ body }, calls] = await scene.intercept(
            async ({ name, args }, proceed) => {
                const read = (await proceed()) as Record<string, unknown> | undefined;
                if (!name.includes('getUserReader:getById') || args[0] !== guest.userId) {
                    return read;
                }
                const { emails: _emails, roles: _roles, settings: _settings, utcOffset: _utcOffset, ...rest } = read!;
                return { ...rest, emails: undefined, roles: undefined };
            },
            async () => [await guest.redeem(invite.inviteToken), await guest.types('/invite-link list', rid)] as const,
        );
        expect(body.success).toBe(true);
        expect(calls).toContain('invite links');
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('joins nobody to a room that is deleted meanwhile', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        const answer = await scene.intercept(
            async (call, proceed) => {
                const result = await proceed();
                if (marksClaim(call)) {
                    await scene.workspace.database.rooms.deleteMany({ _id: rid });
                }
                return result;
            },
            () => guest.redeem(invite.inviteToken),
        );
        expect(answer.status).not.toBe(200);
        expect(await scene.members(rid)).not.toContain(guest.user.username);
    });

    it('admits people to an old room without a display name', async () => {
        const rid = await scene.room(owner);
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $unset: { fname: '' } });
        const { body: invite } = await owner.invite(rid);
        const guest = await scene.person();
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('returns success to a member, and counts no use', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 2);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect((await owner.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('counts one use for one person who clicks many times at once', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 3);
        const guest = await scene.person();
        const answers = await Promise.all(Array.from({ length: 8 }, () => guest.redeem(invite.inviteToken)));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('admits exactly as many people as there are seats, however many come at once', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 3);
        const answers = await Promise.all((await scene.people(10)).map((person) => person.redeem(invite.inviteToken)));
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
        expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.errorType))).toEqual(
            new Set(['error-invite-token-expired']),
        );
        expect(await scene.members(rid)).toHaveLength(4);
        expect(await scene.usesOf(invite._id)).toBe(3);
    });

    it('does not count again when a person left and comes back', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 3);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: guest.userId });
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });
});

describe('a ban', () => {
    it('is not undone by any link, and says so; once lifted, the link works again', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 2);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: guest.userId });

        const answer = await guest.redeem(invite.inviteToken);

        expect(refusal(answer)).toEqual({ status: 400, errorType: 'error-user-is-banned', error: 'User is banned from this room' });
        expect(await scene.members(rid)).toEqual([owner.user.username]);
        expect(await scene.workspace.database.subscriptions.count({ rid, 'u._id': guest.userId, 'status': 'BANNED' })).toBe(1);
        expect(await scene.usesOf(invite._id)).toBe(1);

        await owner.rest('POST', 'rooms.unbanUser', { roomId: rid, userId: guest.userId });
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('holds for an administrator as for everybody', async () => {
        const rid = await scene.room(owner, 'c');
        const { body: invite } = await owner.invite(rid);
        await scene.add(rid, scene.admin);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: scene.admin.userId });
        expect((await scene.admin.redeem(invite.inviteToken)).body.errorType).toBe('error-user-is-banned');
        expect(await scene.workspace.database.subscriptions.count({ rid, status: 'BANNED' })).toBe(1);
    });

    it('is unverified, and nothing changes, when the workspace does not say', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        const before = await scene.storeSnapshot();
        const { body } = await scene.intercept(
            ({ name }, proceed) => (name === 'bridges:getHttpBridge:doCall' ? Promise.reject(new Error('connect ECONNREFUSED')) : proceed()),
            () => guest.redeem(invite.inviteToken),
        );
        expect(body.errorType).toBe('error-membership-unverified');
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('refusals let nobody in and change nothing:', () => {
    async function expectRefused(guest: Person, token: unknown, expected: object): Promise<void> {
        const before = [await scene.storeSnapshot(), await scene.workspace.database.subscriptions.find()];
        expect(refusal(await guest.redeem(token))).toEqual(expected);
        expect([await scene.storeSnapshot(), await scene.workspace.database.subscriptions.find()]).toEqual(before);
    }

    it('an unknown token, one of another form, and a record id', async () => {
        const guest = await scene.person();
        const { body: invite } = await owner.invite(await scene.room(owner));
        const invalid = { status: 400, errorType: 'error-invalid-token', error: 'Invalid invite token', field: 'token' };
        await expectRefused(guest, 'ABCDEFGHJKLMNPQR', invalid);
        await expectRefused(guest, invite.inviteToken.toLowerCase(), invalid);
        await expectRefused(guest, ` ${invite.inviteToken}`, invalid);
        await expectRefused(guest, invite._id, invalid);
    });

    it.each([[{ $ne: null }], [7], [null], [['A']]])('a value that is not a token: %j', async (token) => {
        await expectRefused(await scene.person(), token, {
            status: 400,
            errorType: 'invalid-params',
            error: 'The field "token" must be a string',
            field: 'token',
        });
    });

    it('an expired invite', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 1);
        await scene.ageInvite(invite._id, DAY);
        await expectRefused(await scene.person(), invite.inviteToken, {
            status: 400,
            errorType: 'error-invite-token-expired',
            error: 'Invite token has expired',
            field: 'expires',
        });
    });

    it('a used-up invite', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 1, 1);
        await (await scene.person()).redeem(invite.inviteToken);
        await expectRefused(await scene.person(), invite.inviteToken, {
            status: 400,
            errorType: 'error-invite-token-expired',
            error: 'Invite token has expired',
            field: 'maxUses',
        });
    });

    it('a removed invite', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner));
        await owner.app('DELETE', `removeInvite/${invite._id}`);
        await expectRefused(await scene.person(), invite.inviteToken, {
            status: 400,
            errorType: 'error-invalid-token',
            error: 'Invalid invite token',
            field: 'token',
        });
    });

    it('an invite to a deleted room', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid);
        await deleteRoom(scene.workspace.database, rid);
        expect(refusal(await (await scene.person()).redeem(invite.inviteToken))).toEqual({
            status: 400,
            errorType: 'error-invalid-room',
            error: 'Invalid room',
            field: 'rid',
        });
    });

    it('a room that is now managed by attributes', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid);
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { abacAttributes: [{ key: 'clearance', values: ['high'] }] } });
        await expectRefused(await scene.person(), invite.inviteToken, {
            status: 400,
            errorType: 'error-invalid-room',
            error: 'Invalid room',
            field: 'rid',
        });
    });

    it('an anonymous caller', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner));
        const { status, body } = await scene.anonymous().app('POST', 'useInviteToken', { token: invite.inviteToken });
        expect({ status, body }).toEqual({ status: 401, body: NOT_LOGGED_IN });
    });
});

describe('a join that fails', () => {
    it.each([
        ['with an error', () => Promise.reject(new Error('error-app-prevented'))],
        ['without a word', () => Promise.resolve()],
    ])('%s returns the use, and hides the cause', async (_how, fail) => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        const answer = await scene.intercept(
            ({ name }, proceed) => (name === 'bridges:getRoomBridge:doUpdate' ? fail() : proceed()),
            () => guest.redeem(invite.inviteToken),
        );

        expect(refusal(answer)).toMatchObject({ status: 500, errorType: 'error-internal' });
        expect(JSON.stringify(answer.body)).not.toContain('prevented');
        expect(await scene.usesOf(invite._id)).toBe(0);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });
});
