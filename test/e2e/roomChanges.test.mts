import { beforeEach, describe, expect, it } from '@jest/globals';

import { waitFor } from '../tools/waitFor.mts';
import { deleteRoom } from '../workspace/index.mts';
import { type Person, refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner, 'c');
});

const all = async (): Promise<string[]> => {
    const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
    return body.map(({ _id }: { _id: string }) => _id);
};

describe('a deleted room', () => {
    it('deletes its invites with their claims and counters, and no others', async () => {
        const { body: limited } = await owner.invite(rid, 7, 3);
        const { body: open } = await owner.invite(rid, 7, 0);
        const guest = await scene.person();
        await guest.redeem(limited.inviteToken);
        await (await scene.person()).redeem(open.inviteToken);
        const other = await scene.room(owner);
        const { body: kept } = await owner.invite(other);

        await owner.rest('POST', 'rooms.delete', { roomId: rid });

        await waitFor(async () => expect(await scene.storeSnapshot()).not.toMatch(new RegExp(`${limited._id}|${open._id}`)));
        expect(refusal(await (await scene.person()).redeem(limited.inviteToken)).errorType).toBe('error-invalid-token');
        expect((await (await scene.person()).redeem(kept.inviteToken)).status).toBe(200);
    });

    it('without an event deletes them when a person opens a link', async () => {
        const { body: first } = await owner.invite(rid, 7, 3);
        const { body: second } = await owner.invite(rid, 8, 3);
        await deleteRoom(scene.workspace.database, rid);
        expect(await all()).toHaveLength(2);
        expect(refusal(await (await scene.person()).redeem(first.inviteToken)).errorType).toBe('error-invalid-room');
        expect(await all()).toEqual([]);
        expect(await scene.storeSnapshot()).not.toMatch(new RegExp(`${first._id}|${second._id}`));
    });

    it('without an event deletes them in the night', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        const other = await scene.room(owner);
        const { body: kept } = await owner.invite(other);
        await deleteRoom(scene.workspace.database, rid);
        await scene.workspace.night();
        expect(await scene.storeSnapshot()).not.toContain(body._id);
        expect(await scene.storeSnapshot()).toContain(kept._id);
    });

    it('is not treated as deleted while rooms cannot be read', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        const guest = await scene.person();
        await scene.intercept(
            ({ name }, proceed) => (name.includes('getRoomReader') && name.includes('getById') ? Promise.resolve(undefined) : proceed()),
            async () => {
                expect(refusal(await guest.redeem(body.inviteToken)).errorType).toBe('error-invalid-room');
                await scene.workspace.night();
            },
        );
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
    });

    it('leaves its invites to the nightly job when they cannot be removed at once', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        let failed = 0;
        await scene.intercept(
            ({ name }, proceed) => {
                if (name.includes('removeByAssociations')) {
                    failed++;
                    return Promise.reject(new Error('the database is away'));
                }
                return proceed();
            },
            async () => {
                await owner.rest('POST', 'rooms.delete', { roomId: rid });
                await waitFor(() => expect(failed).toBeGreaterThan(0));
            },
        );
        await waitFor(async () => expect((await scene.logged()).join('\n')).toContain('The invites to a deleted room could not be removed'));
        expect(await scene.storeSnapshot()).toContain(body._id);
        await scene.workspace.night();
        expect(await scene.storeSnapshot()).not.toContain(body._id);
    });
});

describe('an archived room', () => {
    it('admits nobody and accepts no new links until it is unarchived', async () => {
        const { body } = await owner.invite(rid);
        const guest = await scene.person();
        await owner.rest('POST', 'channels.archive', { roomId: rid });
        const archived = { status: 400, errorType: 'error-room-type-not-allowed', error: 'This room is archived', field: 'archived' };
        expect(refusal(await guest.redeem(body.inviteToken))).toEqual(archived);
        expect(refusal(await guest.app('POST', 'inviteInfo', { token: body.inviteToken }))).toEqual(archived);
        expect(refusal(await owner.invite(rid, 20))).toEqual(archived);
        expect(await owner.types('/invite create 20d', rid)).toContain('That room is archived');
        expect((await scene.anonymous().app('POST', 'validateInviteToken', { token: body.inviteToken })).body.valid).toBe(false);
        await owner.rest('POST', 'channels.unarchive', { roomId: rid });
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
    });
});

describe('a room whose type changes', () => {
    it.each([
        ['p', 200],
        ['d', 400],
        ['l', 400],
    ])('is checked again: %s', async (type, status) => {
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
    ])('%s joins', async (_what, user) => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person(user);
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('a person without a username is asked to choose one, and takes no seat', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const withoutUsername = await scene.withoutUsername();
        const noUsername = {
            status: 400,
            errorType: 'invalid-params',
            field: 'username',
            error: expect.stringContaining('choose one') as unknown as string,
        };
        expect(refusal(await withoutUsername.redeem(body.inviteToken))).toEqual(noUsername);
        expect(refusal(await withoutUsername.app('POST', 'inviteInfo', { token: body.inviteToken }))).toEqual(noUsername);
        expect(await scene.usesOf(body._id)).toBe(0);
        await scene.workspace.database.users.updateOne({ _id: withoutUsername.userId }, { $set: { username: withoutUsername.user.username } });
        expect((await withoutUsername.redeem(body.inviteToken)).status).toBe(200);
    });

    it('a deactivated person counts as anonymous', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        await scene.admin.rest('POST', 'users.setActiveStatus', { userId: guest.userId, activeStatus: false });
        expect((await guest.redeem(body.inviteToken)).status).toBe(401);
        expect(await scene.usesOf(body._id)).toBe(0);
    });
});

describe('an invite that is used up', () => {
    it('reports success to a person who used it and is still a member', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect((await guest.app('POST', 'inviteInfo', { token: body.inviteToken })).body.member).toBe(true);
        expect(await scene.usesOf(body._id)).toBe(1);
        const late = await scene.person();
        expect(refusal(await late.redeem(body.inviteToken))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('does not readmit a person who used it and left', async () => {
        const { body } = await owner.invite(rid, 7, 1);
        const guest = await scene.person();
        await guest.redeem(body.inviteToken);
        await owner.rest('POST', 'channels.kick', { roomId: rid, userId: guest.userId });
        expect(refusal(await guest.redeem(body.inviteToken))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'maxUses' });
        expect(await scene.members(rid)).not.toContain(guest.user.username);
        expect(await scene.usesOf(body._id)).toBe(1);
    });
});

it('a room that is shared with other servers later admits nobody, and no use is counted', async () => {
    const { body } = await owner.invite(rid, 7, 2);
    await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { federated: true } });
    expect(refusal(await (await scene.person()).redeem(body.inviteToken)).errorType).toBe('error-room-type-not-allowed');
    expect(await scene.members(rid)).toEqual([owner.user.username]);
    expect(await scene.usesOf(body._id)).toBe(0);
});
