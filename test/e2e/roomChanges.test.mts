import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { waitFor } from '../tools/waitFor.mts';
import { deleteRoom } from '../workspace/index.mts';
import { refusal, Scene, type Person } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open();
});
afterAll(() => scene.close());
beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner, 'c');
});

const all = async (): Promise<string[]> => {
    const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
    return body.map(({ _id }: { _id: string }) => _id);
};

describe('a deleted room', () => {
    it('takes its invites along, with what was counted for them, and no others', async () => {
        const { body: limited } = await owner.invite(rid, 7, 3);
        const { body: open } = await owner.invite(rid, 7, 0);
        const guest = await scene.person();
        await guest.redeem(limited.inviteToken);
        await (await scene.person()).redeem(open.inviteToken);
        const other = await scene.room(owner);
        const { body: kept } = await owner.invite(other);

        await owner.rest('POST', 'rooms.delete', { roomId: rid });

        await waitFor(async () => expect(await scene.stored()).not.toMatch(new RegExp(`${limited._id}|${open._id}`)));
        expect(refusal(await (await scene.person()).redeem(limited.inviteToken)).errorType).toBe('error-invalid-token');
        expect((await (await scene.person()).redeem(kept.inviteToken)).status).toBe(200);
    });

    it('of which the app was not told takes them along when somebody comes with a link', async () => {
        const { body: first } = await owner.invite(rid, 7, 3);
        const { body: second } = await owner.invite(rid, 8, 3);
        await deleteRoom(scene.workspace.database, rid);
        expect(await all()).toHaveLength(2);
        expect(refusal(await (await scene.person()).redeem(first.inviteToken)).errorType).toBe('error-invalid-room');
        expect(await all()).toEqual([]);
        expect(await scene.stored()).not.toMatch(new RegExp(`${first._id}|${second._id}`));
    });

    it('of which the app was not told takes them along in the night', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        const other = await scene.room(owner);
        const { body: kept } = await owner.invite(other);
        await deleteRoom(scene.workspace.database, rid);
        await scene.workspace.night();
        expect(await scene.stored()).not.toContain(body._id);
        expect(await scene.stored()).toContain(kept._id);
    });

    it('is not taken for deleted while rooms cannot be read', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        const { instance } = scene.workspace;
        const usual = instance.interceptor;
        const guest = await scene.person();
        instance.interceptor = (call, proceed) =>
            call.name.includes('getRoomReader') && call.name.includes('getById') ? Promise.resolve(undefined) : usual(call, proceed);
        try {
            expect(refusal(await guest.redeem(body.inviteToken)).errorType).toBe('error-invalid-room');
            await scene.workspace.night();
        } finally {
            instance.interceptor = usual;
        }
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
    });

    it('leaves its invites to the night when they cannot be removed at once, and harms nobody', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        const { instance } = scene.workspace;
        const usual = instance.interceptor;
        let failed = 0;
        instance.interceptor = (call, proceed) => {
            if (call.name.includes('removeByAssociations')) {
                failed++;
                return Promise.reject(new Error('the database is away'));
            }
            return usual(call, proceed);
        };
        try {
            await owner.rest('POST', 'rooms.delete', { roomId: rid });
            await waitFor(() => expect(failed).toBeGreaterThan(0));
        } finally {
            instance.interceptor = usual;
        }
        await waitFor(async () => expect((await scene.logged()).join('\n')).toContain('The invites to a deleted room could not be removed'));
        expect(await scene.stored()).toContain(body._id);
        await scene.workspace.night();
        expect(await scene.stored()).not.toContain(body._id);
    });
});

describe('an archived room', () => {
    it('lets nobody in by a link and makes no links, and both work again when it is opened', async () => {
        const { body } = await owner.invite(rid);
        const guest = await scene.person();
        await owner.rest('POST', 'channels.archive', { roomId: rid });
        const archived = { status: 400, errorType: 'error-room-type-not-allowed', error: 'This room is archived', field: 'archived' };
        expect(refusal(await guest.redeem(body.inviteToken))).toEqual(archived);
        expect(refusal(await guest.app('POST', 'inviteInfo', { token: body.inviteToken }))).toEqual(archived);
        expect(refusal(await owner.invite(rid, 20))).toEqual(archived);
        expect(await owner.types('/invite create 20d', rid)).toContain('That room is archived');
        expect((await scene.stranger().app('POST', 'validateInviteToken', { token: body.inviteToken })).body.valid).toBe(false);
        await owner.rest('POST', 'channels.unarchive', { roomId: rid });
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
    });
});

describe('a room that becomes one of another type', () => {
    it.each([
        ['p', 200],
        ['d', 400],
        ['l', 400],
    ])('is judged anew: %s', async (type, status) => {
        const { body } = await owner.invite(rid);
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { t: type } });
        expect((await (await scene.person()).redeem(body.inviteToken)).status).toBe(status);
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { t: 'c' } });
    });
});

describe('people of other kinds', () => {
    it.each([
        ['a guest', { roles: ['guest'] }],
        ['a bot', { type: 'bot' as const, roles: ['bot'] }],
    ])('%s comes in', async (_what, user) => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person(user);
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('somebody without a username is told to choose one, and takes no place', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const nameless = await scene.nameless();
        const asked = {
            status: 400,
            errorType: 'invalid-params',
            field: 'username',
            error: expect.stringContaining('choose one') as unknown as string,
        };
        expect(refusal(await nameless.redeem(body.inviteToken))).toEqual(asked);
        expect(refusal(await nameless.app('POST', 'inviteInfo', { token: body.inviteToken }))).toEqual(asked);
        expect(await scene.usesOf(body._id)).toBe(0);
        await scene.workspace.database.users.updateOne({ _id: nameless.userId }, { $set: { username: nameless.user.username } });
        expect((await nameless.redeem(body.inviteToken)).status).toBe(200);
    });

    it('somebody who was deactivated is nobody any more', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        await scene.admin.rest('POST', 'users.setActiveStatus', { userId: guest.userId, activeStatus: false });
        expect((await guest.redeem(body.inviteToken)).status).toBe(401);
        expect(await scene.usesOf(body._id)).toBe(0);
    });
});

describe('an invite that is used up', () => {
    it('tells who used it that they are in, and not to ask for a new one', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect((await guest.app('POST', 'inviteInfo', { token: body.inviteToken })).body.member).toBe(true);
        expect(await scene.usesOf(body._id)).toBe(1);
        const late = await scene.person();
        expect(refusal(await late.redeem(body.inviteToken))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('lets who used it in no second time once they have left', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        await guest.redeem(body.inviteToken);
        await owner.rest('POST', 'channels.kick', { roomId: rid, userId: guest.userId });
        expect(refusal(await guest.redeem(body.inviteToken))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'maxUses' });
        expect(await scene.members(rid)).not.toContain(guest.user.username);
        expect(await scene.usesOf(body._id)).toBe(1);
    });
});
