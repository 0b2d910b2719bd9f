import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { setSetting } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

/** What the app makes of a membership when the workspace's REST API is up, down, slow or broken. */

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);
const token: string = (await owner.invite(rid)).body.inviteToken;
const member = await scene.person();
await member.redeem(token);

describe('with REST up', () => {
    it('asks as the caller, of the workspace’s own address only, once, with a time-out', async () => {
        const calls = await scene.callsDuring(() => member.redeem(token));
        const requests = calls.filter(({ name }) => name === 'bridges:getHttpBridge:doCall').map(({ args }) => args[0]);
        expect(requests).toEqual([
            expect.objectContaining({
                method: 'get',
                url: `${scene.workspace.url}/api/v1/subscriptions.getOne`,
                request: expect.objectContaining({
                    params: { roomId: rid },
                    headers: { 'x-user-id': member.userId, 'x-auth-token': member.authToken },
                    timeout: 3000,
                }),
            }),
        ]);
    });

    it('does not ask about a person without a subscription, or with a role in the room', async () => {
        const newcomer = await scene.person();
        for (const person of [newcomer, owner]) {
            expect((await scene.callsDuring(() => person.redeem(token))).filter(({ name }) => name === 'bridges:getHttpBridge:doCall')).toEqual([]);
        }
    });

    it('accepts an address with a trailing slash', async () => {
        await setSetting(scene.workspace.database, 'Site_Url', `${scene.workspace.url}/`);
        expect((await member.redeem(token)).status).toBe(200);
        await setSetting(scene.workspace.database, 'Site_Url', scene.workspace.url);
    });

    it('refuses a person with a pending invitation of the server as unverified', async () => {
        const invited = await scene.person();
        await scene.add(rid, invited);
        await scene.workspace.database.subscriptions.updateOne({ rid, 'u._id': invited.userId }, { $set: { status: 'INVITED' } });
        expect((await invited.redeem(token)).body.errorType).toBe('error-membership-unverified');
        expect(await scene.workspace.database.subscriptions.count({ rid, 'u._id': invited.userId, 'status': 'INVITED' })).toBe(1);
    });

    it('does not let a person with a pending invitation of the server create an invite', async () => {
        const invited = await scene.person({ roles: ['admin', 'user'] });
        await scene.add(rid, invited);
        await scene.workspace.database.subscriptions.updateOne({ rid, 'u._id': invited.userId }, { $set: { status: 'INVITED' } });
        expect((await invited.invite(rid)).body.errorType).toBe('error-invalid-room');
    });

    it('does not ask if the administrator switched it off', async () => {
        await scene.changeSetting('Ask_About_Bans', false);
        const calls = await scene.callsDuring(async () => expect((await member.redeem(token)).body.errorType).toBe('error-membership-unverified'));
        expect(calls.filter(({ name }) => name === 'bridges:getHttpBridge:doCall')).toEqual([]);
        await scene.changeSetting('Ask_About_Bans', true);
    });
});

describe('with the rate limit of REST, by which everybody shares the address of the server', () => {
    const { database } = scene.workspace;
    const requests = async (work: () => Promise<unknown>): Promise<string[]> => {
        const calls = (await scene.callsDuring(work)).filter(({ name }) => name === 'bridges:getHttpBridge:doCall');
        return calls.map(({ args }) => (args[0] as { url: string }).url.replace(/.*\//, ''));
    };

    beforeEach(() => setSetting(database, 'API_Enable_Rate_Limiter', true));
    afterEach(async () => {
        await setSetting(database, 'API_Enable_Rate_Limiter', false);
        await setSetting(database, 'API_Enable_Rate_Limiter_Limit_Calls_Default', 10);
    });

    it('asks members to wait once it is reached, and changes nothing', async () => {
        await setSetting(database, 'API_Enable_Rate_Limiter_Limit_Calls_Default', 0);
        const before = [await scene.storeSnapshot(), await database.subscriptions.find()];
        const { status, body, headers } = await member.redeem(token);
        expect({ status, errorType: body.errorType, wait: headers.get('retry-after') }).toEqual({
            ...{ status: 429, errorType: 'error-too-many-requests', wait: '60' },
        });
        expect([await scene.storeSnapshot(), await database.subscriptions.find()]).toEqual(before);
        expect((await (await scene.person()).redeem(token)).status).toBe(200);
        const { checks } = (await scene.admin.app('GET', 'health')).body;
        expect(checks).toContainEqual(expect.objectContaining({ name: 'workspace', status: 'ok' }));
    });

    it('asks about the rooms of a list in two calls, however many they are', async () => {
        await scene.changeSetting('Create_Roles', 'owner, user');
        const invited = await Promise.all(Array.from({ length: 12 }, () => scene.room(owner)));
        for (const room of invited) {
            await scene.add(room, member);
            await owner.invite(room);
        }
        await database.subscriptions.updateOne({ 'rid': invited[0]!, 'u._id': member.userId }, { $set: { status: 'BANNED' } });
        let listed: string[] = [];
        const asked = await requests(async () => {
            const { body } = await member.app('GET', 'invites.list?count=100');
            listed = body.invites.map((invite: { rid: string }) => invite.rid);
        });
        expect(asked.filter((url) => url.startsWith('subscriptions.')).sort()).toEqual(['subscriptions.get', 'subscriptions.getOne']);
        expect([...listed].sort()).toEqual([rid, ...invited.slice(1)].sort());
        await scene.changeSetting('Create_Roles', '');
    });
});

describe('with REST', () => {
    let respond: (request: IncomingMessage) => { status: number; type?: string; body: string } | 'nothing';
    let server: Server;
    let address: string;

    beforeEach(async () => {
        server = createServer((request, response) => {
            const answer = respond(request);
            if (answer !== 'nothing') {
                response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' }).end(answer.body);
            }
        });
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        await setSetting(scene.workspace.database, 'Site_Url', address);
    });
    afterEach(async () => {
        await setSetting(scene.workspace.database, 'Site_Url', scene.workspace.url);
        (server as unknown as { closeAllConnections: () => void }).closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
    });

    const subscription = (extra: object): string => JSON.stringify({ subscription: { rid, u: { _id: member.userId }, ...extra }, success: true });

    it.each([
        ['slow', () => 'nothing' as const],
        ['answering 401', () => ({ status: 401, body: '{"status":"error","message":"You must be logged in to do this."}' })],
        ['answering 500', () => ({ status: 500, body: '{}' })],
        ['answering a page', () => ({ status: 200, type: 'text/html', body: '<html></html>' })],
        ['answering broken JSON', () => ({ status: 200, body: '{"subscription":' })],
        ['answering null', () => ({ status: 200, body: 'null' })],
        ['answering no subscription', () => ({ status: 200, body: '{"subscription":null,"success":true}' })],
        ['answering a text', () => ({ status: 200, body: '{"subscription":"member"}' })],
        ['answering another person’s subscription', () => ({ status: 200, body: subscription({ u: { _id: 'another' } }) })],
        ['answering another room’s', () => ({ status: 200, body: subscription({ rid: 'another' }) })],
        ['answering a status that is not known', () => ({ status: 200, body: subscription({ status: 'ARCHIVED' }) })],
    ])('%s, membership is unverified for redeeming and creating, and nothing changes', async (_what, answer) => {
        respond = answer;
        const administrator = await scene.person({ roles: ['admin', 'user'] });
        await scene.add(rid, administrator);
        const before = [await scene.storeSnapshot(), await scene.workspace.database.subscriptions.find()];
        const [redeemed, created, lookedUp] = await Promise.all([
            member.redeem(token),
            administrator.invite(rid, 60),
            member.app('POST', 'inviteInfo', { token }),
        ]);
        for (const { status, body } of [redeemed, created, lookedUp]) {
            expect({ status, errorType: body.errorType }).toEqual({ status: 400, errorType: 'error-membership-unverified' });
        }
        expect([await scene.storeSnapshot(), await scene.workspace.database.subscriptions.find()]).toEqual(before);
    });

    it('down, newcomers and people with a role in the room are not affected', async () => {
        respond = () => 'nothing';
        await setSetting(scene.workspace.database, 'Site_Url', 'http://127.0.0.1:1');
        expect((await member.redeem(token)).body.errorType).toBe('error-membership-unverified');
        expect((await (await scene.person()).redeem(token)).status).toBe(200);
        expect((await owner.redeem(token)).status).toBe(200);
        expect((await owner.invite(rid, 61)).status).toBe(200);
    });

    it('reporting a ban, the person is banned', async () => {
        respond = () => ({ status: 200, body: subscription({ status: 'BANNED' }) });
        expect((await member.redeem(token)).body.errorType).toBe('error-user-is-banned');
    });
});
