import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Modal, setSetting } from '../workspace/index.mts';
import type { Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** The server setting Site_Url is empty, so no link has an address. Requests whose reply shows a link change nothing. */

const scene = await useScene();
const { database } = scene.workspace;
const FAILED = { status: 500, body: { errorType: 'error-internal' } };
const WRONG = 'Something went wrong';

let owner: Person;
let rid: string;
let invite: any;

beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner);
    invite = (await owner.app('POST', 'invites.create', { rid, maxUses: 5 })).body.invite;
    await setSetting(database, 'Site_Url', '');
    // This empties the app's cache, too.
    await scene.agePermissions();
});

afterEach(async () => {
    await setSetting(database, 'Site_Url', scene.workspace.url);
    await scene.changeSetting('Page_Address', '');
});

describe('nothing is stored by', () => {
    it.each<[string, () => Promise<unknown>]>([
        ['invites.create', () => owner.app('POST', 'invites.create', { rid })],
        ['findOrCreateInvite', () => owner.invite(rid, 3, 2)],
        ['invites.update', () => owner.app('POST', 'invites.update', { inviteId: invite._id, label: 'Fair' })],
        ['invites.rotateToken', () => owner.app('POST', 'invites.rotateToken', { inviteId: invite._id })],
    ])('%s', async (_name, request) => {
        const before = await scene.storeSnapshot();
        expect(await request()).toMatchObject(FAILED);
        expect(await request()).toMatchObject(FAILED);
        expect(await scene.storeSnapshot()).toBe(before);
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });

    it.each(['create 3d', 'create new', 'edit 1 3d', 'pause 1', 'rotate 1'])('/invite %s', async (command) => {
        await owner.types('/invite list', rid);
        const before = await scene.storeSnapshot();
        expect(await owner.types(`/invite ${command}`, rid)).toContain(WRONG);
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('the modal', async () => {
        const modal = await Modal.byRoomAction(owner, rid);
        const before = await scene.storeSnapshot();
        await modal.submit();
        expect(JSON.stringify(modal.errors)).toContain(WRONG);
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('what shows no link works:', () => {
    it('a manager lists, changes and revokes the links of others', async () => {
        const manager = await scene.person();
        await scene.add(rid, manager, 'owner');
        const listed = await manager.app('GET', `invites.list?rid=${rid}`);
        expect(listed).toMatchObject({ status: 200, body: { invites: [{ _id: invite._id }] } });
        expect(listed.body.invites[0]).not.toHaveProperty('url');
        expect((await manager.app('GET', `invites.info?inviteId=${invite._id}`)).body.invite).toMatchObject({ _id: invite._id, label: null });
        const updated = await manager.app('POST', 'invites.update', { inviteId: invite._id, label: 'Fair' });
        expect(updated).toMatchObject({ status: 200, body: { invite: { label: 'Fair' } } });
        expect((await manager.app('POST', 'invites.revoke', { inviteId: invite._id })).status).toBe(200);
        expect((await owner.app('GET', `invites.list?rid=${rid}`)).body.invites).toEqual([]);
    });

    it('the creator revokes a link in the modal', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).press('Active links');
        expect(modal.text).toContain('used 0/5');
        await scene.changeSetting('Page_Address', 'https://chat.example.com/i');
        await (await modal.press('Manage 1')).press('Revoke this link');
        await modal.press('Yes, revoke it');
        expect(modal.text).toContain('no longer works');
    });

    it.each(['', 'https://chat.example.com/i'])(
        'a person comes in by /invite use, whose reply names the room (short address: %j)',
        async (address) => {
            await scene.changeSetting('Page_Address', address);
            const guest = await scene.person();
            const lobby = await scene.room(guest);
            const name = (await database.rooms.findOne({ _id: rid }))!.name!;
            expect(await guest.types(`/invite use ${invite.inviteToken}`, lobby)).toBe(`Welcome! You are now in *${name}*: \`#${name}\``);
            expect(await scene.members(rid)).toContain(guest.user.username);
            expect(await guest.types(`/invite use ${invite.inviteToken}`, lobby)).toContain(`already in *${name}*`);
        },
    );

    it('links with a short address of their own', async () => {
        await scene.changeSetting('Page_Address', 'https://chat.example.com/i');
        const { status, body } = await owner.app('POST', 'invites.rotateToken', { inviteId: invite._id });
        expect({ status, url: body.invite.url }).toEqual({ status: 200, url: `https://chat.example.com/i#${body.invite.inviteToken}` });
        expect((await owner.invite(rid, 3, 2)).status).toBe(200);
    });
});
