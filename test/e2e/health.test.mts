import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { setSetting } from '../workspace/index.mts';
import { refusal } from './scene.mts';
import { useScene } from './useScene.mts';

/** What works of what the app depends on, for administrators. */

const scene = await useScene();
const owner = await scene.person();
const { database } = scene.workspace;
await scene.room(scene.admin);

interface Check {
    name: string;
    status: string;
    [detail: string]: unknown;
}

async function check(name: string, administrator = scene.admin): Promise<Check | undefined> {
    const { body } = await administrator.app('GET', 'health');
    return body.checks.find((one: Check) => one.name === name);
}

async function withSiteUrl(url: string, work: () => Promise<void>): Promise<void> {
    const { value } = (await database.settings.findOne({ _id: 'Site_Url' }))!;
    await setSetting(database, 'Site_Url', url);
    await work().finally(() => setSetting(database, 'Site_Url', value));
}

/** Returns the check of the clock if the instance that answers at the Site URL has this time, or does not give it. */
async function clockBeside(date: Date | undefined): Promise<Check | undefined> {
    const server = createServer((_request, response) => {
        response.sendDate = false;
        response.writeHead(200, { 'content-type': 'application/json', 'connection': 'close', ...(date && { date: date.toUTCString() }) }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    let clock: Check | undefined;
    await withSiteUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
        clock = await check('clock');
    });
    await new Promise((resolve) => server.close(resolve));
    return clock;
}

afterEach(async () => {
    await scene.changeSetting('Ask_About_Bans', true);
    await scene.changeSetting('Allow_Email_Invites', false);
    await scene.changeSetting('Create_Roles', '');
    await scene.changeSetting('Take_Over_Invite', true);
});

it('is for people who manage all invites', async () => {
    expect(refusal(await owner.app('GET', 'health'))).toMatchObject({ status: 403, errorType: 'not_authorized' });
    const { status, body } = await scene.admin.app('GET', 'health');
    expect(status).toBe(200);
    expect(body.checks.map(({ name }: Check) => name).sort()).toEqual(['bans', 'clock', 'command', 'email', 'permissions', 'workspace']);
});

describe('of a workspace', () => {
    it('that answers, all is well', async () => {
        expect(await check('workspace')).toEqual({ name: 'workspace', status: 'ok' });
        expect(await check('clock')).toMatchObject({ status: 'ok', aheadSeconds: 0 });
        expect(await check('bans')).toMatchObject({ status: 'ok' });
        expect(await check('command')).toMatchObject({ status: 'ok' });
        const permissions = await check('permissions');
        expect(permissions).toMatchObject({ status: 'ok', overridden: [] });
        expect(Date.now() - Date.parse(String(permissions!.readAt))).toBeLessThan(10 * 60 * 1000);
    });

    it('that the app does not reach at its Site URL, nor bans', async () => {
        // A role in a room proves that a person is not banned, so an administrator without one shows it.
        const administrator = await scene.person({ roles: ['admin', 'user'] });
        await scene.add(await scene.room(owner), administrator);
        await withSiteUrl('http://127.0.0.1:9', async () => {
            expect(await check('workspace')).toMatchObject({ status: 'failed' });
            expect(await check('clock')).toMatchObject({ status: 'unknown' });
            expect(await check('bans', administrator)).toEqual({ name: 'bans', status: 'failed' });
        });
        expect(await check('bans', administrator)).toEqual({ name: 'bans', status: 'ok' });
    });

    it('whose instances have different times', async () => {
        const ahead = await clockBeside(new Date(Date.now() + 120_000));
        expect(ahead).toMatchObject({ name: 'clock', status: 'warning' });
        expect(Math.abs(Number(ahead!.aheadSeconds) - 119)).toBeLessThan(10);
        const behind = await clockBeside(new Date(Date.now() - 120_000));
        expect(behind).toMatchObject({ name: 'clock', status: 'warning' });
        expect(Math.abs(Number(behind!.aheadSeconds) + 120)).toBeLessThan(10);
        expect(await clockBeside(undefined)).toEqual({ name: 'clock', status: 'unknown' });
    });

    it('whose administrator allows no calls with logins', async () => {
        await scene.changeSetting('Ask_About_Bans', false);
        for (const name of ['workspace', 'clock', 'bans', 'permissions']) {
            expect(await check(name)).toMatchObject({ name, status: 'off' });
        }
    });

    it('whose administrator is in no room cannot tell about bans', async () => {
        const { body } = await (await scene.person({ roles: ['admin', 'user'] })).app('GET', 'health');
        expect(body.checks).toContainEqual({ name: 'bans', status: 'unknown' });
    });

    it('where a setting gives a permission to other roles', async () => {
        await scene.changeSetting('Create_Roles', 'user');
        expect(await check('permissions')).toMatchObject({ status: 'ok', overridden: ['create-invite-links'] });
    });

    it('where links are sent by e-mail', async () => {
        expect(await check('email')).toEqual({ name: 'email', status: 'off' });
        await scene.changeSetting('Allow_Email_Invites', true);
        const { value } = (await database.settings.findOne({ _id: 'SMTP_Host' })) ?? { value: '' };
        await setSetting(database, 'SMTP_Host', '');
        expect(await check('email')).toEqual({ name: 'email', status: 'failed' });
        await setSetting(database, 'SMTP_Host', 'smtp.example.com');
        await setSetting(database, 'From_Email', 'chat@example.com');
        expect(await check('email')).toEqual({ name: 'email', status: 'ok' });
        await setSetting(database, 'SMTP_Host', value);
    });

    it('where /invite is the server’s own', async () => {
        await scene.changeSetting('Take_Over_Invite', false);
        expect(await check('command')).toEqual({ name: 'command', status: 'off' });
        await scene.changeSetting('Take_Over_Invite', true);
        await scene.workspace.restart((instance) => instance.commands.commands.delete('invite'));
        expect(await check('command')).toEqual({ name: 'command', status: 'failed' });
    });

    it('whose permissions could not be read lately', async () => {
        await scene.agePermissions();
        await withSiteUrl('http://127.0.0.1:9', async () => {
            expect(await check('permissions')).toMatchObject({ name: 'permissions', status: 'failed', readAt: expect.any(String) });
        });
    });
});
