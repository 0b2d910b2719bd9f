import { describe, expect, it } from '@jest/globals';

import { DAY, LINK, NOT_LOGGED_IN, refusal, TOKEN } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

describe('create', () => {
    it('returns the invite with all its fields, and its link', async () => {
        const before = Date.now();
        const { status, body } = await owner.invite(rid, 10, 3);
        expect(status).toBe(200);
        expect(body).toEqual({
            _id: expect.stringMatching(/^[0-9a-f]{24}$/),
            rid,
            userId: owner.userId,
            days: 10,
            maxUses: 3,
            uses: 0,
            createdAt: expect.any(String),
            _updatedAt: body.createdAt,
            expires: new Date(Date.parse(body.createdAt) + 10 * DAY).toISOString(),
            inviteToken: expect.stringMatching(TOKEN),
            url: LINK(scene.workspace, body.inviteToken),
            success: true,
        });
        expect(Date.parse(body.createdAt)).toBeGreaterThanOrEqual(before);
    });

    it('creates an invite that never expires for 0 days', async () => {
        const { body } = await owner.invite(rid, 0, 1);
        expect({ days: body.days, expires: body.expires }).toEqual({ days: 0, expires: null });
    });

    it.each([
        [1, 0],
        [36_500, 0],
        [4, 1_000_000],
    ])('accepts any number: %d days, %d uses', async (days, maxUses) => {
        const { status, body } = await owner.invite(rid, days, maxUses);
        expect({ status, days: body.days, maxUses: body.maxUses }).toEqual({ status: 200, days, maxUses });
    });

    it('lets moderators, and administrators who are in the room, create as well', async () => {
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        expect((await moderator.invite(rid)).status).toBe(200);

        const open = await scene.room(owner, 'c');
        await scene.add(open, scene.admin);
        expect((await scene.admin.invite(open)).status).toBe(200);
    });

    it('is never cached by a proxy or a browser', async () => {
        expect((await owner.invite(rid)).headers.get('cache-control')).toBe('no-store');
    });

    it('returns a one-element array if the administrator chose that', async () => {
        await scene.changeSetting('Find_Or_Create_As_List', true);
        const { body } = await owner.invite(rid, 12);
        await scene.changeSetting('Find_Or_Create_As_List', false);
        expect(body).toEqual([expect.objectContaining({ days: 12, success: true })]);
    });
});

describe('find', () => {
    it('returns the caller’s own equal invite unchanged', async () => {
        const first = await owner.invite(rid, 20, 2);
        const second = await owner.invite(rid, 20, 2);
        expect(second.body).toEqual(first.body);
    });

    it('creates another invite for another room, person, validity or number of uses', async () => {
        const other = await scene.room(owner);
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const invites = await Promise.all([
            owner.invite(rid, 21, 2),
            owner.invite(rid, 21, 3),
            owner.invite(rid, 22, 2),
            owner.invite(other, 21, 2),
            moderator.invite(rid, 21, 2),
        ]);
        expect(new Set(invites.map(({ body }) => body._id)).size).toBe(5);
    });

    it('creates another invite when the old one has expired', async () => {
        const { body: old } = await owner.invite(rid, 30);
        await scene.ageInvite(old._id, 30 * DAY);
        const { body } = await owner.invite(rid, 30);
        expect(body._id).not.toBe(old._id);
    });

    it('creates another invite when the old one is used up', async () => {
        const { body: old } = await owner.invite(rid, 31, 1);
        await (await scene.person()).redeem(old.inviteToken);
        const { body } = await owner.invite(rid, 31, 1);
        expect(body._id).not.toBe(old._id);
    });

    it('returns the same invite to many equal concurrent requests', async () => {
        const answers = await Promise.all(Array.from({ length: 15 }, () => owner.invite(rid, 40)));
        expect(new Set(answers.map(({ body }) => body.inviteToken)).size).toBe(1);
    });
});

describe('refusals change nothing:', () => {
    async function expectRefused(answer: () => Promise<Parameters<typeof refusal>[0]>, expected: object): Promise<void> {
        const before = await scene.storeSnapshot();
        expect(refusal(await answer())).toEqual(expected);
        expect(await scene.storeSnapshot()).toBe(before);
    }

    it.each([
        ['no credentials', {}],
        ['wrong ones', { 'x-user-id': 'somebody', 'x-auth-token': 'something' }],
        ['half of them', { 'x-auth-token': 'something' }],
    ])('with %s, the server’s own 401', async (_what, headers) => {
        const { status, body } = await scene
            .anonymous()
            .request('POST', new URL(LINK(scene.workspace, '')).pathname.replace('join', 'findOrCreateInvite'), { rid }, headers);
        expect({ status, body }).toEqual({ status: 401, body: NOT_LOGGED_IN });
    });

    it.each([
        ['a missing field', { rid: 'x', days: 1 }, 'maxUses', 'The field "maxUses" is required'],
        ['a field of the wrong type', { rid: 'x', days: '7', maxUses: 0 }, 'days', 'The field "days" must be a number'],
        ['an object where a string is due', { rid: { $ne: null }, days: 7, maxUses: 0 }, 'rid', 'The field "rid" must be a non-empty string'],
        ['an empty string', { rid: '', days: 7, maxUses: 0 }, 'rid', 'The field "rid" must be a non-empty string'],
        ['an unknown field', { rid: 'x', days: 7, maxUses: 0, uses: 5 }, 'uses', 'The field "uses" is not known'],
    ])('%s', async (_what, body, field, error) => {
        await expectRefused(() => owner.app('POST', 'findOrCreateInvite', body), { status: 400, errorType: 'invalid-params', error, field });
    });

    it.each([[[]], [[{ rid: 'x' }]]])('a body that is not an object: %j', async (body) => {
        await expectRefused(() => owner.app('POST', 'findOrCreateInvite', body), {
            status: 400,
            errorType: 'invalid-params',
            error: 'The request body must be an object',
        });
    });

    it('a person without the role', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        await expectRefused(() => member.invite(rid), { status: 400, errorType: 'not_authorized', error: 'Not authorized' });
    });

    it('an administrator outside a private room learns no more than of a room that does not exist', async () => {
        const invalidRoom = { status: 400, errorType: 'error-invalid-room', error: 'Invalid room', field: 'rid' };
        await expectRefused(() => scene.admin.invite(rid), invalidRoom);
        await expectRefused(() => scene.admin.invite('there-is-no-such-room'), invalidRoom);
    });

    it('a person banned from the room', async () => {
        const administrator = await scene.person({ roles: ['admin', 'user'] });
        await scene.add(rid, administrator);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: administrator.userId });
        await expectRefused(() => administrator.invite(rid), {
            status: 400,
            errorType: 'error-user-is-banned',
            error: 'User is banned from this room',
        });
    });

    it('a room whose attributes decide who is in it', async () => {
        const managed = await scene.room(owner);
        await scene.workspace.database.rooms.updateOne({ _id: managed }, { $set: { abacAttributes: [{ key: 'clearance', values: ['high'] }] } });
        await expectRefused(() => owner.invite(managed), { status: 400, errorType: 'error-invalid-room', error: 'Invalid room', field: 'rid' });
    });

    it('a room that is shared with other servers', async () => {
        const shared = await scene.room(owner);
        await scene.workspace.database.rooms.updateOne({ _id: shared }, { $set: { federated: true } });
        await expectRefused(() => owner.invite(shared), {
            status: 400,
            errorType: 'error-room-type-not-allowed',
            error: 'This type of room does not accept invites',
            field: 'rid',
        });
        expect(await owner.types('/invite create', shared)).toBe('Rooms that are shared with other servers cannot have invite links.');
    });

    it('a direct message', async () => {
        const direct = await scene.direct(scene.admin, owner);
        await expectRefused(() => scene.admin.invite(direct), {
            status: 400,
            errorType: 'error-room-type-not-allowed',
            error: 'This type of room does not accept invites',
            field: 'rid',
        });
    });

    it.each([[-1], [1.5], [1e300], [100_000_000]])('%d days', async (days) => {
        const answer = await owner.invite(rid, days);
        expect({ status: answer.status, errorType: answer.body.errorType, field: answer.body.details.field }).toEqual({
            status: 400,
            errorType: 'invalid-number-of-days',
            field: 'days',
        });
    });

    it.each([[-1], [0.5], [1e300]])('%d uses', async (maxUses) => {
        const answer = await owner.invite(rid, 1, maxUses);
        expect({ status: answer.status, errorType: answer.body.errorType, field: answer.body.details.field }).toEqual({
            status: 400,
            errorType: 'invalid-number-of-uses',
            field: 'maxUses',
        });
    });

    it('more than the administrator’s ceilings allow, unlimited validity and uses included', async () => {
        await scene.changeSetting('Max_Days', 30);
        await scene.changeSetting('Max_Uses', 10);
        try {
            for (const days of [31, 0]) {
                await expectRefused(() => owner.invite(rid, days, 5), {
                    status: 400,
                    errorType: 'invalid-number-of-days',
                    error: 'The number of days must be between 1 and 30, the maximum of this workspace',
                    field: 'days',
                });
            }
            for (const maxUses of [11, 0]) {
                await expectRefused(() => owner.invite(rid, 29, maxUses), {
                    status: 400,
                    errorType: 'invalid-number-of-uses',
                    error: 'The number of uses must be between 1 and 10, the maximum of this workspace',
                    field: 'maxUses',
                });
            }
            expect((await owner.invite(rid, 30, 10)).status).toBe(200);
        } finally {
            await scene.changeSetting('Max_Days', 0);
            await scene.changeSetting('Max_Uses', 0);
        }
    });
});
