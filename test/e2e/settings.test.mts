import { describe, expect, it } from '@jest/globals';

import { giveRoomRole, Modal } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

async function valueOf(id: string): Promise<unknown> {
    const { value, packageValue } = (await scene.adminApi('GET', 'settings')).body.settings[id];
    return value ?? packageValue;
}

it('has its sections in the order of the page', async () => {
    const { settings } = (await scene.adminApi('GET', 'settings')).body as { settings: Record<string, { section: string }> };
    const sections: Record<string, string[]> = {};
    for (const [id, { section }] of Object.entries(settings)) {
        (sections[section] ??= []).push(id);
    }
    expect(Object.entries(sections)).toEqual([
        ['Section_Invite', ['Create_Roles', 'Manage_Roles', 'Add_User_Roles', 'Allow_Email_Invites']],
        ['Section_Limits', ['Default_Duration', 'Default_Uses', 'Max_Days', 'Max_Uses', 'Allow_Never_Expiring', 'Max_Created_Per_Hour']],
        [
            'Section_Links',
            ['Creator_Must_Stay', 'Keep_Ended_Days', 'Keep_History_Days', 'Keep_Requests_Days', 'Send_Notices', 'Link_Address', 'Page_Address'],
        ],
        ['Section_Bans', ['Ask_About_Bans']],
        ['Section_Audit', ['Audit_Room']],
        ['Section_Compatibility', ['Find_Or_Create_As_List', 'Take_Over_Invite']],
    ]);
});

it('has the defaults that README.md names', async () => {
    const { settings } = (await scene.adminApi('GET', 'settings')).body as { settings: Record<string, { packageValue: unknown }> };
    expect(Object.fromEntries(Object.entries(settings).map(([id, { packageValue }]) => [id, packageValue]))).toEqual({
        ...{ Create_Roles: '', Manage_Roles: '', Add_User_Roles: '', Allow_Email_Invites: false },
        ...{ Default_Duration: '7d', Default_Uses: 'unlimited', Max_Days: 0, Max_Uses: 0, Allow_Never_Expiring: true, Max_Created_Per_Hour: 300 },
        ...{ Creator_Must_Stay: true, Keep_Ended_Days: 30, Keep_History_Days: 365, Keep_Requests_Days: 14, Send_Notices: true },
        ...{ Link_Address: '', Page_Address: '', Ask_About_Bans: true, Audit_Room: '' },
        ...{ Find_Or_Create_As_List: false, Take_Over_Invite: true },
    });
});

it('leads administrators to the console, in every language', async () => {
    const { settings } = (await scene.adminApi('GET', 'settings')).body as { settings: Record<string, { i18nDescription: string }> };
    const { apps } = (await scene.admin.request('GET', '/api/apps/languages')).body as {
        apps: { id: string; languages: Record<string, Record<string, string>> }[];
    };
    const { languages } = apps.find(({ id }) => id === scene.admin.appId)!;
    expect(Object.keys(languages).sort()).toEqual(['de', 'en', 'es', 'fr', 'pt-br']);
    for (const texts of Object.values(languages)) {
        const [, path] = /`(\/api\/[^`]*)`/.exec(texts[settings.Manage_Roles!.i18nDescription]!)!;
        const response = await fetch(scene.workspace.url + path!);
        expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
        expect(await response.text()).toContain('console.js');
    }
});

describe('an invalid value is refused with the reason, and not saved:', () => {
    it.each([
        ['Create_Roles', 'admin, ownr', 'There is no role called "ownr".'],
        ['Manage_Roles', 'boss', 'There is no role called "boss".'],
        ['Add_User_Roles', 7, 'Enter the names of roles, or nothing.'],
        ['Default_Duration', 'a while', 'Enter a value such as 90 minutes, 12 hours, 7 days, 2 weeks or never, at most 36500 days.'],
        // A link of this length could not be created.
        ['Default_Duration', '999999999 weeks', 'Enter a value such as 90 minutes, 12 hours, 7 days, 2 weeks or never, at most 36500 days.'],
        ['Default_Uses', '10', 'Enter a value such as 10 people, once or unlimited.'],
        ['Max_Days', -1, 'Enter a whole number, 0 or more.'],
        ['Max_Days', '30', 'Enter a whole number, 0 or more.'],
        ['Max_Uses', 1.5, 'Enter a whole number, 0 or more.'],
        ['Keep_Requests_Days', 0, 'Enter a whole number from 1 to 36500.'],
        // With so many days, requests and the nightly job would fail.
        ['Keep_Requests_Days', 1e9, 'Enter a whole number from 1 to 36500.'],
        ['Keep_History_Days', 1e9, 'Enter a whole number from 0 to 36500.'],
        ['Keep_Ended_Days', 36501, 'Enter a whole number from 0 to 36500.'],
        ['Allow_Never_Expiring', 'no', 'Choose on or off.'],
        ['Link_Address', 'chat.example.com', 'Enter an address such as https://chat.example.com, or nothing.'],
        ['Link_Address', 'https://chat.example.com/?a=b', 'Enter an address such as https://chat.example.com, or nothing.'],
        ['Page_Address', 'https://chat.example.com/i#', 'Enter an address such as https://chat.example.com/i, or nothing.'],
        ['Page_Address', 'https://chat.example.com/i?to=', 'Enter an address such as https://chat.example.com/i, or nothing.'],
        ['Page_Address', 'javascript:alert(1)', 'Enter an address such as https://chat.example.com/i, or nothing.'],
    ])('%s: %j', async (id, value, reason) => {
        const before = await valueOf(id);
        await expect(scene.changeSetting(id, value)).rejects.toThrow(`'Not saved: ${reason}'`);
        expect(await valueOf(id)).toEqual(before);
    });
});

describe('a change takes effect at once, on the running app:', () => {
    it('who may create', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        const leader = await scene.person();
        await scene.add(rid, leader, 'leader');
        expect((await leader.invite(rid)).body.errorType).toBe('not_authorized');

        await scene.changeSetting('Create_Roles', 'leader , user');
        expect((await leader.invite(rid)).status).toBe(200);
        expect((await member.invite(rid)).status).toBe(200);

        await scene.changeSetting('Create_Roles', 'leader');
        expect((await leader.invite(rid)).status).toBe(200);
        expect((await member.invite(rid)).body.errorType).toBe('not_authorized');
        expect((await owner.invite(rid)).body.errorType).toBe('not_authorized');
        await scene.changeSetting('Create_Roles', ' , ');
    });

    it('a custom role, by its name', async () => {
        await scene.workspace.database.roles.insertOne({ _id: 'Xk3vQ9', name: 'inviters' });
        const inviter = await scene.person({ roles: ['user', 'Xk3vQ9'] });
        await scene.add(rid, inviter);
        expect((await inviter.invite(rid)).body.errorType).toBe('not_authorized');
        await scene.changeSetting('Create_Roles', 'admin, inviters');
        expect((await inviter.invite(rid)).status).toBe(200);
        await scene.changeSetting('Create_Roles', ' , ');
        expect((await inviter.invite(rid)).body.errorType).toBe('not_authorized');
    });

    it('who may list and remove all', async () => {
        const reporter = await scene.person({ roles: ['user', 'bot'] });
        const { body: invite } = await owner.invite(rid, 50);
        await scene.changeSetting('Manage_Roles', 'bot');
        expect((await reporter.app('GET', 'listInvites')).status).toBe(200);
        expect((await scene.admin.app('GET', 'listInvites')).status).toBe(403);
        expect((await reporter.app('DELETE', `removeInvite/${invite._id}`)).body).toBe(true);
        await scene.changeSetting('Manage_Roles', '');
        expect((await reporter.app('GET', 'listInvites')).status).toBe(403);
    });

    it('who may add people by name', async () => {
        const leader = await scene.person();
        await scene.add(rid, leader);
        await giveRoomRole(scene.workspace.database, rid, leader.userId!, 'leader');
        const friend = await scene.person();
        await scene.changeSetting('Add_User_Roles', 'leader');
        await leader.types(`/invite @${friend.user.username}`, rid);
        expect(await scene.members(rid)).toContain(friend.user.username);
        await scene.changeSetting('Add_User_Roles', '');
    });

    it('the defaults of the command', async () => {
        await scene.changeSetting('Default_Duration', '90m');
        await scene.changeSetting('Default_Uses', 'x5');
        const text = await owner.types('/invite create', rid);
        expect(text).toContain('90 minutes');
        expect(text).toContain('5 of 5 uses left');
        await scene.changeSetting('Default_Duration', ' 3 days ');
        await scene.changeSetting('Default_Uses', '10 uses');
        expect(await owner.types('/invite create', rid)).toMatch(/in 3 days[^]*10 of 10 uses left/);
        await scene.changeSetting('Default_Duration', '7d');
        await scene.changeSetting('Default_Uses', 'unlimited');
    });

    it('whether invites may never expire', async () => {
        await scene.changeSetting('Allow_Never_Expiring', false);
        const { status, body } = await owner.invite(rid, 0);
        expect({ status, errorType: body.errorType, error: body.error, details: body.details }).toEqual({
            status: 400,
            errorType: 'invalid-number-of-days',
            error: 'The number of days must not be 0, because this workspace does not allow invites that never expire',
            details: { field: 'days' },
        });
        expect(await owner.types('/invite create never', rid)).toContain('Links that never expire are not allowed here');
        expect((await owner.invite(rid, 100_000)).status).toBe(200);
        await scene.changeSetting('Allow_Never_Expiring', true);
        expect((await owner.invite(rid, 0)).status).toBe(200);
    });

    it('the address of links, while the app still calls the workspace at its own', async () => {
        await scene.changeSetting('Link_Address', 'https://chat.example.com/community/');
        const { body: invite } = await owner.invite(rid, 51);
        expect(invite.url).toMatch(new RegExp(`^https://chat\\.example\\.com/community/api/apps/public/[0-9a-f-]{36}/join#${invite.inviteToken}$`));
        expect(await owner.types('/invite create 51d', rid)).toContain(invite.url);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        await scene.changeSetting('Link_Address', '');
    });

    it('the short address of links, in each link that the app writes, and in those that it reads', async () => {
        await scene.changeSetting('Link_Address', 'https://chat.example.com/community');
        await scene.changeSetting('Page_Address', 'https://chat.example.com/i');
        const { body: invite } = await owner.invite(rid, 52);
        const link = `https://chat.example.com/i#${invite.inviteToken}`;
        expect(invite.url).toBe(link);
        expect((await owner.app('GET', `invites.info?inviteId=${invite._id}`)).body.invite.url).toBe(link);
        expect(await owner.types('/invite create 52d', rid)).toContain(link);
        expect(await owner.types(`/invite show ${link}`, rid)).toContain(link);
        await owner.types(`/invite share ${invite._id}`, rid);
        expect((await scene.workspace.database.messages.find({ rid })).at(-1)!.msg).toContain(link);
        const modal = await Modal.byRoomAction(owner, rid);
        await modal.fill({ 'duration': 'other', 'other-duration': '52 days' }).submit();
        expect(modal.fields.link).toBe(link);
        const guest = await scene.person();
        expect(await guest.types(`/invite-link use ${link}`, await scene.room(guest))).toContain('Welcome!');
        await scene.changeSetting('Page_Address', '');
        expect((await owner.invite(rid, 52)).body.url).toContain('https://chat.example.com/community/api/apps/public/');
        await scene.changeSetting('Link_Address', '');
    });
});

describe('a setting of the server that is missing', () => {
    const change = (_id: string, value: unknown): Promise<unknown> =>
        scene.workspace.database.settings.updateOne({ _id }, value === undefined ? { $unset: { value: '' } } : { $set: { value } });

    it.each([
        ['Language', ''],
        ['Language', undefined],
        ['Site_Name', undefined],
    ])('%s, stored as %j, stops nobody', async (id, value) => {
        const former = (await scene.workspace.database.settings.findOne({ _id: id }))!.value;
        await change(id, value);
        const { body } = await owner.invite(rid);
        const guest = await scene.person();
        expect(await guest.types(`/invite-link use ${body.inviteToken}`, await scene.room(guest))).toContain('You are now in');
        expect(await owner.types(`/invite-link share ${body._id}`, rid)).toContain('Shared here.');
        await change(id, former);
    });
});
