import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { setPermission, setSetting } from '../workspace/index.mts';
import type { Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** The app follows the workspace's permission table, which callers with a login let it read. */

const CREATE = 'create-invite-links';
const MANAGE = 'manage-invite-links';
const ADD = 'add-user-to-joined-room';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

/** Sends a request with a login, so that a due table is read. */
const follow = (person = owner): Promise<unknown> => person.app('GET', 'invites.list?userId=me');

/** Changes the table, and lets the app read it. */
async function change(permission: string, ...roles: string[]): Promise<void> {
    await setPermission(scene.workspace.database, permission, roles);
    await scene.agePermissions();
    await follow();
}

async function mayCreate(person: Person): Promise<{ endpoint: boolean; chat: boolean }> {
    const { status, body } = await person.invite(rid, 3);
    expect([200, 'not_authorized']).toContain(status === 200 ? 200 : body.errorType);
    return { endpoint: status === 200, chat: (await person.types('/invite create 3d', rid)).includes('/join#') };
}

const ALLOWED = { endpoint: true, chat: true };
const REFUSED = { endpoint: false, chat: false };

afterEach(async () => {
    await scene.workspace.database.permissions.deleteMany({});
    await scene.agePermissions();
    await follow();
});

describe('an administrator changes the table, and the app follows:', () => {
    it('owners lose the right to create links, in chat as well, and get it back', async () => {
        expect(await mayCreate(owner)).toEqual(ALLOWED);
        await scene.changePermission(CREATE, 'admin', 'moderator');
        await scene.agePermissions();
        expect((await owner.invite(rid, 3)).body.errorType).toBe('not_authorized');
        expect(await mayCreate(owner)).toEqual(REFUSED);
        await scene.changePermission(CREATE, 'admin', 'owner');
        await scene.agePermissions();
        expect(await mayCreate(owner)).toEqual(ALLOWED);
    });

    it('chat goes by what an endpoint has read', async () => {
        await scene.changePermission(CREATE, 'admin');
        await scene.agePermissions();
        expect(await owner.types('/invite create 3d', rid)).toContain('/join#');
        await follow();
        expect(await owner.types('/invite create 3d', rid)).not.toContain('/join#');
    });

    it('nobody may create links', async () => {
        await change(CREATE);
        expect(await mayCreate(owner)).toEqual(REFUSED);
    });

    it('the links of creators who lost the right are suspended', async () => {
        const { body: invite } = await owner.invite(rid, 5);
        await change(CREATE, 'admin');
        const guest = await scene.person();
        expect((await guest.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        await change(CREATE, 'admin', 'owner');
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
    });

    it('a role that the administrator created may create links', async () => {
        await scene.workspace.database.roles.insertOne({ _id: 'Xk3vQ9', name: 'inviters' });
        const inviter = await scene.person({ roles: ['user', 'Xk3vQ9'] });
        const moderator = await scene.person();
        await scene.add(rid, inviter);
        await scene.add(rid, moderator, 'moderator');
        expect((await inviter.invite(rid, 3)).body.errorType).toBe('not_authorized');
        await scene.changePermission(CREATE, 'admin', 'Xk3vQ9');
        await scene.agePermissions();
        expect((await inviter.invite(rid, 3)).status).toBe(200);
        expect(await mayCreate(moderator)).toEqual(REFUSED);
    });

    it('other roles list and revoke all links, on servers that have the permission', async () => {
        const reporter = await scene.person({ roles: ['user', 'bot'] });
        const statuses = async (): Promise<number[]> =>
            Promise.all([reporter, scene.admin].map(async (person) => (await person.app('GET', 'listInvites')).status));
        expect(await statuses()).toEqual([403, 200]);
        await change(MANAGE, 'bot');
        expect(await statuses()).toEqual([200, 403]);
        expect((await owner.app('GET', 'listInvites')).status).toBe(403);
    });

    it('other roles add people by name', async () => {
        const member = await scene.person();
        await scene.add(rid, member, 'leader');
        const [first, second] = (await scene.people(2)) as [Person, Person];
        await member.types(`/invite @${first.user.username}`, rid);
        await change(ADD, 'leader');
        await member.types(`/invite @${second.user.username}`, rid);
        const members = await scene.members(rid);
        expect(members).not.toContain(first.user.username);
        expect(members).toContain(second.user.username);
    });
});

describe('a role setting', () => {
    it('counts in place of the table, until it is empty again', async () => {
        const leader = await scene.person();
        await scene.add(rid, leader, 'leader');
        await change(CREATE, 'owner');
        await scene.changeSetting('Create_Roles', 'leader');
        expect(await mayCreate(leader)).toEqual(ALLOWED);
        expect(await mayCreate(owner)).toEqual(REFUSED);
        await scene.changeSetting('Create_Roles', '');
        expect(await mayCreate(leader)).toEqual(REFUSED);
        expect(await mayCreate(owner)).toEqual(ALLOWED);
    });
});

describe('the table is read', () => {
    it('with the caller’s login, at the workspace’s own address, with a time-out, and at most every ten minutes', async () => {
        await scene.agePermissions();
        const reads = await scene.permissionReadsDuring(async () => {
            await follow();
            await follow(scene.admin);
            await owner.types('/invite list', rid);
            await scene.anonymous().app('POST', 'validateInviteToken', { token: 'none' });
        });
        expect(reads).toMatchObject([
            {
                method: 'get',
                url: `${scene.workspace.url}/api/v1/permissions.listAll`,
                request: { params: {}, headers: { 'x-user-id': owner.userId, 'x-auth-token': owner.authToken }, timeout: 3000 },
            },
        ]);
    });

    it('once for requests at the same time', async () => {
        await scene.agePermissions();
        expect(await scene.permissionReadsDuring(() => Promise.all([follow(), follow(scene.admin), owner.invite(rid, 3)]))).toHaveLength(1);
    });

    it('again if the clock was wrong when it was read', async () => {
        const { appPersistence } = scene.workspace.database;
        await appPersistence.updateOne({ 'data.kind': 'permissions' }, { $inc: { 'data.readAt': 1e12 } });
        expect(await scene.permissionReadsDuring(() => scene.agePermissions().then(() => follow()))).toHaveLength(1);
    });

    it('not with the login of callers if the administrator does not allow that', async () => {
        await scene.changeSetting('Ask_About_Bans', false);
        await scene.changePermission(CREATE, 'admin');
        await scene.agePermissions();
        expect(await scene.permissionReadsDuring(() => follow())).toEqual([]);
        expect(await mayCreate(owner)).toEqual(ALLOWED);
        await scene.changeSetting('Ask_About_Bans', true);
        expect(await mayCreate(owner)).toEqual(REFUSED);
    });
});

describe('a failing store', () => {
    const failing = (call: RegExp, work: () => Promise<unknown>): Promise<unknown> =>
        scene.intercept(({ name }, proceed) => (call.test(name) ? Promise.reject(new Error('The database is gone')) : proceed()), work);

    it('refuses in place of going back to the defaults, and recovers', async () => {
        await change(CREATE, 'admin');
        await scene.agePermissions();
        await failing(/readByAssociations/, async () => expect((await owner.invite(rid, 3)).body.errorType).toBe('error-internal'));
        expect((await owner.invite(rid, 3)).body.errorType).toBe('not_authorized');
    });

    it('is reported if what was read cannot be shared, and this instance goes by it', async () => {
        await scene.changePermission(CREATE, 'admin');
        await scene.agePermissions();
        await failing(/updateByAssociations/, () => follow());
        expect(await mayCreate(owner)).toEqual(REFUSED);
        expect((await scene.logged()).join('\n')).toContain('The permissions of the workspace could not be stored');
    });
});

describe('an answer that is not the workspace’s table', () => {
    let respond: (request: IncomingMessage) => { status: number; type?: string; body: string } | 'nothing';
    let asked: number;
    let server: Server;
    const member = scene.person();

    beforeEach(async () => {
        asked = 0;
        server = createServer((request, response) => {
            asked++;
            const answer = respond(request);
            if (answer !== 'nothing') {
                response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' }).end(answer.body);
            }
        });
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        await change(CREATE, 'admin');
        await change(MANAGE, 'admin');
        await scene.agePermissions();
        await setSetting(scene.workspace.database, 'Site_Url', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
    afterEach(async () => {
        await setSetting(scene.workspace.database, 'Site_Url', scene.workspace.url);
        (server as unknown as { closeAllConnections: () => void }).closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
    });

    const ALL = ['user', 'owner'];
    const entries = (...ids: string[]): object[] => ids.map((_id) => ({ _id, roles: ALL }));
    const table = (update: unknown, rest: object = { remove: [], success: true }): string => JSON.stringify({ update, ...rest });
    const WHOLE = entries(CREATE, MANAGE, ADD);

    it.each([
        ['an error', { status: 500, body: table(WHOLE) }],
        ['a refusal', { status: 401, body: table(WHOLE) }],
        ['a page', { status: 200, type: 'text/html', body: table(WHOLE) }],
        ['broken JSON', { status: 200, body: table(WHOLE).slice(1) }],
        ['null', { status: 200, body: 'null' }],
        ['a list', { status: 200, body: JSON.stringify(WHOLE) }],
        ['no success', { status: 200, body: table(WHOLE, { remove: [], success: false }) }],
        ['no list of removed permissions', { status: 200, body: table(WHOLE, { success: true }) }],
        ['no permissions', { status: 200, body: table('all') }],
        ['an empty table', { status: 200, body: table([]) }],
        ['a table without the permission to create links', { status: 200, body: table(entries(MANAGE, ADD)) }],
        ['a table without the permission to add people', { status: 200, body: table([null, ...entries(CREATE, MANAGE)]) }],
        ['a permission twice', { status: 200, body: table([...WHOLE, ...entries(CREATE)]) }],
        ['roles that are a text', { status: 200, body: table([{ _id: CREATE, roles: 'user' }, ...entries(MANAGE, ADD)]) }],
        ['roles that are no texts', { status: 200, body: table([...entries(CREATE, ADD), { _id: MANAGE, roles: [['user']] }]) }],
        ['no roles', { status: 200, body: table([{ _id: CREATE }, ...entries(MANAGE, ADD)]) }],
        ['too many roles', { status: 200, body: table([{ _id: CREATE, roles: Array(1001).fill('user') }, ...entries(MANAGE, ADD)]) }],
        ['a role of any length', { status: 200, body: table([{ _id: CREATE, roles: ['user', 'x'.repeat(201)] }, ...entries(MANAGE, ADD)]) }],
        ['a table of any length', { status: 200, body: table(WHOLE, { remove: ['x'.repeat(4 * 1024 * 1024)], success: true }) }],
    ])('lets nobody do more: %s', async (_what, answer) => {
        respond = () => answer;
        expect((await owner.invite(rid, 3)).body.errorType).toBe('not_authorized');
        expect((await (await member).app('GET', 'listInvites')).status).toBe(403);
        expect(asked).toBe(1);
    });

    it('names roles that do not exist: only those who hold them may', async () => {
        respond = () => ({ status: 200, body: table([{ _id: CREATE, roles: ['__proto__', 'no-such-role'] }, ...entries(ADD)]) });
        expect((await owner.invite(rid, 3)).body.errorType).toBe('not_authorized');
        expect((await (await member).app('GET', 'listInvites')).status).toBe(403);
    });

    it('lacks a permission that was known: that one stays', async () => {
        respond = () => ({ status: 200, body: table(entries(CREATE, ADD)) });
        expect((await owner.invite(rid, 3)).status).toBe(200);
        expect((await owner.app('GET', 'listInvites')).status).toBe(403);
        expect((await scene.admin.app('GET', 'listInvites')).status).toBe(200);
    });

    it('does not come in time: the request goes on after the time-out, and the next ones do not wait', async () => {
        respond = () => 'nothing';
        const waits: number[] = [];
        for (let turn = 0; turn < 3; turn++) {
            const before = Date.now();
            expect((await owner.invite(rid, 3)).body.errorType).toBe('not_authorized');
            waits.push(Date.now() - before);
        }
        expect(asked).toBe(1);
        expect(waits[0]).toBeGreaterThan(2500);
        expect(waits[1]! + waits[2]!).toBeLessThan(2500);
    });

    it('cannot be asked for: what was known counts', async () => {
        await setSetting(scene.workspace.database, 'Site_Url', '');
        expect((await owner.invite(rid, 3)).body.errorType).toBe('not_authorized');
        expect(asked).toBe(0);
    });
});

it('a record that cannot be read is passed over', async () => {
    const { appPersistence } = scene.workspace.database;
    await change(CREATE, 'admin');
    await appPersistence.updateOne({ 'data.kind': 'permissions' }, { $set: { 'data.roles': { [CREATE]: ['user'] } } });
    await scene.agePermissions();
    expect(await owner.types('/invite create 3d', rid)).toContain('/join#');
    expect((await scene.logged()).join('\n')).toContain('A record cannot be read and is passed over: permissions');
});
