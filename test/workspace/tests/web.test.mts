import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { APP_PATH, MANIFEST } from '../../project.mts';
import { Client } from '../client.mts';
import { PASSWORD, seed } from '../seed.mts';
import { saveMessage } from '../server/messages.mts';
import type { RoomDocument, UserDocument } from '../store/documents.mts';
import { Workspace } from '../workspace.mts';
import { Scene } from '../../e2e/scene.mts';

describe('a workspace without apps', () => {
    let workspace: Workspace;
    let alice: Client;
    let user: UserDocument;
    let room: RoomDocument;

    beforeAll(async () => {
        workspace = await Workspace.start();
        await seed(workspace.database);
        alice = await Client.login(workspace.url, 'alice', PASSWORD);
        user = (await workspace.database.users.findOne({ username: 'alice' }))!;
        room = (await workspace.database.rooms.findOne({ name: 'general' }))!;
    });
    afterAll(() => workspace.stop());
    afterEach(() => {
        jest.restoreAllMocks();
    });

    it('serves the web client on all of its routes, to anonymous visitors too, and forbids caching', async () => {
        const anonymous = new Client(workspace.url);
        const pages = await Promise.all(
            ['/', '/home', '/login', '/channel/general', '/group/any%20thing'].map((path) => anonymous.request('GET', path)),
        );
        for (const { status, headers, body } of pages) {
            expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
            expect(body).toBe(pages[0]!.body);
        }
        expect(pages[0]!.body).toContain('<base href="/" />');
        const script = await anonymous.request('GET', '/web/main.js');
        expect([script.status, script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
            200,
            expect.stringContaining('javascript'),
            'no-store',
        ]);
        expect((await anonymous.request('GET', '/web/nothing.js')).status).toBe(404);
        expect((await anonymous.request('GET', '/elsewhere')).status).toBe(404);
    });

    it('returns a member’s rooms and their messages, and nothing of a room to a banned person', async () => {
        const bob = await Client.login(workspace.url, 'bob', PASSWORD);
        await alice.rest('POST', 'chat.sendMessage', { message: { rid: room._id, msg: 'hello' } });
        expect((await bob.rest('GET', `channels.history?roomId=${room._id}`)).messages[0]).toMatchObject({ msg: 'hello', u: { username: 'alice' } });
        expect((await bob.rest('GET', 'rooms.info?roomName=general')).room._id).toBe(room._id);
        await expect(bob.rest('GET', 'rooms.info?roomName=secret')).rejects.toThrow('400');

        await alice.rest('POST', 'rooms.banUser', { roomId: room._id, username: 'bob' });
        expect((await bob.rest('GET', 'subscriptions.get')).update).toContainEqual(expect.objectContaining({ name: 'general', status: 'BANNED' }));
        await expect(bob.rest('GET', `channels.history?roomId=${room._id}`)).rejects.toThrow('400');
        await expect(bob.rest('POST', 'chat.sendMessage', { message: { rid: room._id, msg: 'hello' } })).rejects.toThrow('400');
    });

    it('revokes a login on logout, and only that one', async () => {
        const carol = await Client.login(workspace.url, 'carol', PASSWORD);
        const other = await Client.login(workspace.url, 'carol', PASSWORD);
        await carol.rest('POST', 'logout');
        expect((await carol.request('GET', '/api/v1/me')).status).toBe(401);
        expect((await other.request('GET', '/api/v1/me')).status).toBe(200);
    });

    describe('interactions', () => {
        /** Sends an interaction as alice. Returns the listener's argument and the response. */
        async function sendInteraction(
            sent: unknown,
            answer: () => unknown = () => ({ success: true }),
        ): Promise<{ received: any; status: number; body: any }> {
            const listener = jest.spyOn(workspace.instance.manager.getListenerManager(), 'executeListener');
            listener.mockImplementation(async () => answer());
            const { status, body } = await alice.request('POST', '/api/apps/ui.interaction/an-app', sent);
            return { received: listener.mock.lastCall?.[1], status, body };
        }

        const base = { actionId: 'do', triggerId: 'trigger' };

        it('passes on a pressed button with its room and message, and without a room from a modal', async () => {
            const { _id: mid } = await saveMessage(workspace.database, room._id, user, 'text');
            const pressed = { ...base, type: 'blockAction', payload: { blockId: 'b', value: 'v' } };
            const container = { type: 'message', id: mid };
            expect((await sendInteraction({ ...pressed, container, mid, rid: room._id })).received).toEqual({
                ...pressed,
                appId: 'an-app',
                container,
                user: expect.objectContaining({ id: user._id, username: 'alice' }),
                room: expect.objectContaining({ id: room._id, slugifiedName: 'general' }),
                message: expect.objectContaining({ id: mid, text: 'text', sender: expect.objectContaining({ username: 'alice' }) }),
                visitor: undefined,
            });
            const inModal = await sendInteraction({ ...pressed, container: { type: 'view', id: 'view' } });
            expect([inModal.received.room, inModal.received.message]).toEqual([undefined, undefined]);
            const ofEphemeral = await sendInteraction({ ...pressed, container, mid: 'kept-nowhere', rid: room._id });
            expect([ofEphemeral.received.room.id, ofEphemeral.received.message]).toEqual([room._id, undefined]);
        });

        it('does not check whether the person can access the room', async () => {
            const foreign = (await workspace.database.rooms.findOne({ name: 'deutsch' }))!;
            const { received } = await sendInteraction({
                ...base,
                type: 'actionButton',
                rid: foreign._id,
                payload: { context: 'roomAction', more: 'dropped' },
            });
            expect(received).toEqual({
                ...base,
                type: 'actionButton',
                appId: 'an-app',
                user: expect.objectContaining({ id: user._id }),
                room: expect.objectContaining({ id: foreign._id }),
                message: undefined,
                payload: { context: 'roomAction' },
            });
        });

        it('passes on submitted and closed modals', async () => {
            const view = { id: 'view', state: { block: { action: 'value' } } };
            expect((await sendInteraction({ triggerId: 'trigger', type: 'viewSubmit', viewId: 'view', payload: { view } })).received).toEqual({
                type: 'viewSubmit',
                appId: 'an-app',
                actionId: undefined,
                triggerId: 'trigger',
                payload: { view },
                user: expect.objectContaining({ id: user._id }),
            });
            expect((await sendInteraction({ type: 'viewClosed', payload: { viewId: 'view', view, isCleared: true } })).received).toEqual({
                type: 'viewClosed',
                appId: 'an-app',
                actionId: undefined,
                payload: { view, isCleared: true },
                user: expect.objectContaining({ id: user._id }),
            });
        });

        it('returns the app’s response, 500 if the app throws, and 400 for an unknown interaction', async () => {
            const submit = { ...base, type: 'viewSubmit', payload: {} };
            expect(await sendInteraction(submit, () => ({ type: 'errors' }))).toMatchObject({ status: 200, body: { type: 'errors' } });
            expect(await sendInteraction(submit, () => Promise.reject(new Error('broken')))).toMatchObject({
                status: 500,
                body: { error: 'broken' },
            });
            expect(await sendInteraction({ ...base, type: 'constructor' })).toMatchObject({ status: 400, body: { error: 'Unknown action' } });
        });
    });

    it('streams to each person only what is meant for that person, until the instance stops', async () => {
        const headers = { 'x-user-id': alice.userId!, 'x-auth-token': alice.authToken! };
        const open = async (): Promise<ReadableStreamDefaultReader<string>> => {
            const response = await fetch(`${workspace.url}/api/v1/stand-in.stream`, { headers });
            return response.body!.pipeThrough(new TextDecoderStream()).getReader();
        };
        const next = async (reader: ReadableStreamDefaultReader<string>): Promise<any> => JSON.parse((await reader.read()).value!);
        expect((await fetch(`${workspace.url}/api/v1/stand-in.stream`)).status).toBe(401);

        const reader = await open();
        expect(await next(reader)).toEqual({ about: 'ready' });
        const interaction = { type: 'modal.open', triggerId: 'trigger', appId: 'an-app', view: { id: 'view' } };
        workspace.screens.show({ userId: 'another person', rid: room._id, text: 'not for alice' });
        workspace.screens.interact('another person', interaction);
        workspace.screens.show({ userId: user._id, rid: room._id, text: 'for alice' });
        expect(await next(reader)).toMatchObject({ about: 'message', message: { rid: room._id, msg: 'for alice', _id: expect.any(String) } });
        workspace.screens.interact(user._id, interaction);
        expect(await next(reader)).toEqual({ about: 'uiInteraction', interaction });
        expect(workspace.screens.interactionsOf(user._id)).toEqual([interaction]);

        await workspace.kill(workspace.instance);
        await expect(reader.read()).rejects.toThrow();
        await workspace.run(1);
        expect(await next(await open())).toEqual({ about: 'ready' });
    });
});

describe('a workspace below a path', () => {
    let scene: Scene;

    beforeAll(async () => {
        scene = await Scene.open({ path: '/chat' });
    });
    afterAll(() => scene.close());

    it('is served below that path only', async () => {
        const { url } = scene.workspace;
        const host = new Client(url.replace(/\/chat$/, ''));
        const statuses = (paths: string[]): Promise<number[]> => Promise.all(paths.map(async (path) => (await host.request('GET', path)).status));
        expect(await statuses(['/chat', '/chat/', '/chat?x=1', '/chat/home', '/chat/web/main.js', '/chat/api/info'])).toEqual([
            200, 200, 200, 200, 200, 200,
        ]);
        expect(await statuses(['/', '/home', '/chatter', '/web/main.js', '/api/info', `${APP_PATH}/listInvites`])).toEqual([
            404, 404, 404, 404, 404, 404,
        ]);
        expect((await host.request('GET', '/chat/home')).body).toContain('<base href="/chat/" />');
    });

    it('lets the app read bans over REST, and serves the app’s buttons and translations', async () => {
        const owner = await scene.person();
        const guest = await scene.person();
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid);
        expect(invite.url).toContain(`${scene.workspace.url}/`);
        await scene.add(rid, guest);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect((await guest.request('GET', '/api/apps/actionButtons')).body).toBeInstanceOf(Array);
        expect((await guest.request('GET', '/api/apps/languages')).body.apps).toContainEqual(
            expect.objectContaining({ id: MANIFEST.id, languages: expect.objectContaining({ en: expect.any(Object) }) }),
        );
    });
});

it('rejects an invalid path', async () => {
    await expect(Workspace.start({ path: 'chat/' })).rejects.toThrow('chat/');
});
