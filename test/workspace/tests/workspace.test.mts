import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client } from '../client.mts';
import { Prompt } from '../console/prompt.mts';
import { PASSWORD, seed } from '../seed.mts';
import { Workspace } from '../workspace.mts';
import { Scene } from '../../e2e/scene.mts';

let scene: Scene;

beforeAll(async () => {
    scene = await Scene.open();
    await scene.workspace.database.users.deleteMany({ type: 'user' });
    await seed(scene.workspace.database);
});
afterAll(() => scene.close());

it('runs lines as a person in a room, and prints what that person reads', async () => {
    const printed: string[] = [];
    const prompt = new Prompt(scene.workspace, (text) => printed.push(text));
    for (const line of ['/as alice', '/in secret', '/invite create 6d', '/who', '/rooms', 'hello']) {
        await prompt.type(line);
    }
    expect(printed.join('\n')).toContain('alice (owner)');
    expect(printed.join('\n')).toContain('private #secret');
    expect(scene.workspace.screens.of((await scene.workspace.database.users.findOne({ username: 'alice' }))!._id).at(-1)!.text).toContain(
        'It expires in 6 days',
    );
    expect((await scene.workspace.database.messages.find({ msg: 'hello' })).map(({ u }) => u.username)).toEqual(['alice']);
    await expect(prompt.type('/as nobody')).rejects.toThrow('nobody');
    await prompt.type('/as alice');
    await prompt.type('/as carol');
    await expect(prompt.type('/in nowhere')).rejects.toThrow('nowhere');
});

describe('the REST API', () => {
    it('returns its version to anyone, and their profile to people who are logged in', async () => {
        expect((await new Client(scene.workspace.url).request('GET', '/api/info')).body).toMatchObject({
            version: expect.stringMatching(/^8\./),
            success: true,
        });
        const alice = await Client.login(scene.workspace.url, 'alice', PASSWORD);
        expect(await alice.rest('GET', 'me')).toMatchObject({ username: 'alice', success: true });
        expect((await new Client(scene.workspace.url).request('GET', '/api/v1/me')).status).toBe(401);
        await expect(Client.login(scene.workspace.url, 'alice', 'wrong')).rejects.toThrow();
    });

    it('logs in by token too', async () => {
        const alice = await Client.login(scene.workspace.url, 'alice', PASSWORD);
        const { body } = await alice.request('POST', '/api/v1/login', { resume: alice.authToken });
        expect(body).toMatchObject({ status: 'success', data: { userId: alice.userId, authToken: alice.authToken } });
    });

    it('creates and deletes people and rooms, with the permission only', async () => {
        const admin = await Client.login(scene.workspace.url, 'admin', PASSWORD);
        const { user } = await admin.rest('POST', 'users.create', { username: 'erin', password: 'x' });
        const erin = await Client.login(scene.workspace.url, 'erin', 'x');
        await expect(erin.rest('POST', 'users.create', { username: 'frank', password: 'x' })).rejects.toThrow('403');
        const { group } = await erin.rest('POST', 'groups.create', { name: 'erins', members: ['bob'] });
        expect(await erin.rest('GET', `subscriptions.getOne?roomId=${group._id}`)).toMatchObject({ subscription: { roles: ['owner'] } });
        await expect(admin.rest('POST', 'rooms.delete', { roomId: group._id })).rejects.toThrow('400');
        await erin.rest('POST', 'rooms.delete', { roomId: group._id });
        expect(await erin.rest('GET', `subscriptions.getOne?roomId=${group._id}`)).toMatchObject({ subscription: null });
        await admin.rest('POST', 'users.delete', { userId: user._id });
        await expect(Client.login(scene.workspace.url, 'erin', 'x')).rejects.toThrow();
    });

    it('lists the permissions with their roles to any login, and lets an administrator change them', async () => {
        const alice = await Client.login(scene.workspace.url, 'alice', PASSWORD);
        const admin = await Client.login(scene.workspace.url, 'admin', PASSWORD);
        const listed = (roles: string[]): unknown => ({ _id: 'create-invite-links', roles, _updatedAt: expect.any(String) });
        expect(await alice.rest('GET', 'permissions.listAll')).toEqual({
            update: expect.arrayContaining([listed(['admin', 'owner', 'moderator'])]),
            remove: [],
            success: true,
        });
        expect((await new Client(scene.workspace.url).request('GET', '/api/v1/permissions.listAll')).status).toBe(401);

        const change = (_id: string, ...roles: string[]): unknown => ({ permissions: [{ _id, roles }] });
        await expect(alice.rest('POST', 'permissions.update', change('create-invite-links', 'user'))).rejects.toThrow('403');
        await expect(admin.rest('POST', 'permissions.update', change('no-such-permission', 'user'))).rejects.toThrow('400');
        await expect(admin.rest('POST', 'permissions.update', change('create-invite-links', 'no-such-role'))).rejects.toThrow('400');
        const { permissions } = await admin.rest('POST', 'permissions.update', change('create-invite-links', 'admin'));
        expect(permissions).toContainEqual(listed(['admin']));
        await admin.rest('POST', 'permissions.update', change('create-invite-links', 'admin', 'owner', 'moderator'));
    });

    it('runs commands only in rooms that the caller can access', async () => {
        const carol = await Client.login(scene.workspace.url, 'carol', PASSWORD);
        const { database } = scene.workspace;
        const secret = await database.rooms.findOne({ name: 'secret' });
        await database.subscriptions.deleteMany({ 'rid': secret!._id, 'u._id': carol.userId });
        const { status } = await carol.request('POST', '/api/v1/commands.run', { command: 'invite-link', params: 'help', roomId: secret!._id });
        expect(status).toBe(403);
    });

    it('rejects a body that is not JSON, and one over 100 kB', async () => {
        const answer = async (body: string): Promise<number> =>
            (await fetch(`${scene.workspace.url}/api/v1/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
        expect(await answer('{')).toBe(400);
        expect(await answer(JSON.stringify({ a: 'x'.repeat(110_000) }))).toBe(413);
    });
});

it('keeps people, rooms, logins, the app and its data over a restart', async () => {
    const data = mkdtempSync(join(tmpdir(), 'data-'));
    try {
        const first = await Scene.open({ data });
        const owner = await first.person();
        const rid = await first.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 3);
        await first.close();

        const second = await Workspace.start({ data });
        const again = new Client(second.url, owner.userId, owner.authToken, owner.appId);
        expect((await again.app('POST', 'findOrCreateInvite', { rid, days: 7, maxUses: 3 })).body.inviteToken).toBe(invite.inviteToken);
        await second.stop();
    } finally {
        rmSync(data, { recursive: true, force: true });
    }
});
