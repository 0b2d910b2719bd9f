import { beforeEach, describe, expect, it } from '@jest/globals';

import { type Person, refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
let owner: Person;
let creator: Person;
let rid: string;
let token: string;
let inviteId: string;

beforeEach(async () => {
    owner = await scene.person();
    creator = await scene.person();
    rid = await scene.room(owner);
    await scene.add(rid, creator, 'moderator');
    const { body } = await creator.invite(rid);
    token = body.inviteToken;
    inviteId = body._id;
});

const NO_LONGER_VALID = { status: 400, errorType: 'error-invite-token-expired', error: 'Invite token has expired' };

const roles = async (): Promise<unknown> =>
    scene.workspace.database.subscriptions.updateOne({ rid, 'u._id': creator.userId }, { $unset: { roles: '' } });

/** What can happen to the creator of an invite, how it is undone, and what managers read in the list. */
const FATES: Record<string, { happens: () => Promise<unknown>; undone?: () => Promise<unknown>; says: string }> = {
    'is deactivated': {
        happens: () => scene.admin.rest('POST', 'users.setActiveStatus', { userId: creator.userId, activeStatus: false }),
        undone: () => scene.admin.rest('POST', 'users.setActiveStatus', { userId: creator.userId, activeStatus: true }),
        says: 'its creator’s account is deactivated',
    },
    'is deleted': {
        happens: () => scene.admin.rest('POST', 'users.delete', { userId: creator.userId }),
        says: 'its creator’s account was deleted',
    },
    'leaves the room': {
        happens: () => owner.rest('POST', 'groups.kick', { roomId: rid, userId: creator.userId }),
        undone: () => scene.add(rid, creator, 'moderator'),
        says: 'its creator has left the room',
    },
    'loses the permission': {
        happens: roles,
        undone: () => owner.rest('POST', 'groups.addModerator', { roomId: rid, userId: creator.userId }),
        says: 'its creator can no longer create links here',
    },
    'is banned': {
        happens: () => owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: creator.userId }),
        undone: async () => {
            await owner.rest('POST', 'rooms.unbanUser', { roomId: rid, userId: creator.userId });
            await scene.add(rid, creator, 'moderator');
        },
        says: 'its creator can no longer create links here',
    },
};

it('a creator who was banned, and may create links by a role in the workspace, still invites', async () => {
    await scene.changeSetting('Create_Roles', 'user');
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: creator.userId });
    const guest = await scene.person();
    expect((await guest.redeem(token)).status).toBe(200);
    expect((await creator.redeem(token)).body.errorType).toBe('error-user-is-banned');
    expect(await scene.members(rid)).toEqual([owner.user.username, guest.user.username]);
    await scene.changeSetting('Create_Roles', '');
});

describe.each(Object.entries(FATES))('when the creator %s', (_what, { happens, says }) => {
    it('the invite admits nobody, gives no reason, and counts no use', async () => {
        await happens();
        const guest = await scene.person();
        expect(refusal(await guest.redeem(token))).toEqual(NO_LONGER_VALID);
        expect(refusal(await guest.app('POST', 'inviteInfo', { token }))).toEqual(NO_LONGER_VALID);
        expect((await scene.anonymous().app('POST', 'validateInviteToken', { token })).body).toEqual({ valid: false, success: true });
        const elsewhere = await scene.room(guest, 'c');
        expect(await guest.types(`/invite-link use ${token}`, elsewhere)).toBe('That link no longer works. Ask someone in the room for a new one.');
        expect(await scene.members(rid)).not.toContain(guest.user.username);
        expect(await scene.usesOf(inviteId)).toBe(0);
    });

    it('managers read why in the list', async () => {
        await happens();
        expect(await owner.types('/invite list', rid)).toContain(`suspended: ${says}`);
    });

    it('the invite keeps working if the administrator allows it', async () => {
        await scene.changeSetting('Creator_Must_Stay', false);
        try {
            await happens();
            expect((await (await scene.person()).redeem(token)).status).toBe(200);
        } finally {
            await scene.changeSetting('Creator_Must_Stay', true);
        }
    });
});

const UNDONE = Object.entries(FATES).flatMap(([what, { happens, undone }]) => (undone ? [{ what, happens, undone }] : []));

it.each(UNDONE)('the invite works again when the creator $what and that is undone', async ({ happens, undone }) => {
    await happens();
    await undone();
    expect((await (await scene.person()).redeem(token)).status).toBe(200);
    expect(await owner.types('/invite list', rid)).not.toContain('does not work now');
});
