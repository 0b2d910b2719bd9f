import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { NEVER } from '../workspace/engine/appCalls.mts';
import { addUserToRoom } from '../workspace/server/rooms.mts';
import { Scene, type Person } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;
let watchers: string;

beforeAll(async () => {
    scene = await Scene.open({ instances: 2 });
    watchers = await scene.room(scene.admin, 'p', { name: 'watchers' });
    const bot = await scene.workspace.database.users.findOne({ type: 'app' });
    await addUserToRoom(scene.workspace.database, watchers, bot!);
    await scene.set('Audit_Room', '#watchers');
});
afterAll(() => scene.close());
beforeEach(async () => {
    await scene.workspace.database.messages.deleteMany({ rid: watchers });
    owner = await scene.person();
    rid = await scene.room(owner, 'c');
});

/** What the app's bot has said in the audit room, but of this room itself being chosen: settings are told when their job has run. */
async function lines(): Promise<string[]> {
    const messages = await scene.workspace.database.messages.find({ 'rid': watchers, 't': { $exists: false }, 'u.username': /\.bot$/ });
    return messages.map(({ msg }) => msg).filter((line) => !line.includes('`Audit_Room`'));
}

async function roomName(): Promise<string> {
    return (await scene.workspace.database.rooms.findOne({ _id: rid }))!.name!;
}

describe('the audit room', () => {
    it('is told of invites made, used and removed, and of the banned who try, in a line each and without tokens', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        await owner.invite(rid, 7, 3);
        const guest = await scene.person();
        await guest.redeem(body.inviteToken);
        await guest.redeem(body.inviteToken);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: guest.userId });
        await guest.redeem(body.inviteToken);
        await owner.types(`/invite revoke ${body._id}`, rid);
        const room = await roomName();
        expect(await lines()).toEqual([
            `@${owner.user.username} made invite \`${body._id}\` to \`${room}\`: at most 7 days, 3 uses.`,
            `@${guest.user.username} joined \`${room}\` by invite \`${body._id}\`.`,
            `@${guest.user.username}, who is banned from \`${room}\`, tried invite \`${body._id}\`.`,
            `@${owner.user.username} removed invite \`${body._id}\` to \`${room}\`.`,
        ]);
        expect((await lines()).join()).not.toContain(body.inviteToken);
    });

    it('is told of a banned person who looks where a link leads or makes one, once in a while however often they try', async () => {
        const { body } = await owner.invite(rid);
        const guest = await scene.person({ roles: ['admin'] });
        await guest.redeem(body.inviteToken);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: guest.userId });
        await scene.workspace.database.messages.deleteMany({ rid: watchers });
        for (let times = 0; times < 4; times++) {
            expect((await guest.app('POST', 'inviteInfo', { token: body.inviteToken })).body.errorType).toBe('error-user-is-banned');
            expect((await guest.redeem(body.inviteToken)).body.errorType).toBe('error-user-is-banned');
            expect((await guest.invite(rid)).body.errorType).toBe('error-user-is-banned');
        }
        const about = `@${guest.user.username}, who is banned from \`${await roomName()}\`, tried`;
        // Two instances, each of which tells for itself.
        expect(new Set(await lines())).toEqual(new Set([`${about} invite \`${body._id}\`.`, `${about} to make an invite.`]));
        expect((await lines()).length).toBeLessThanOrEqual(4);
    });

    it('is told of a changed setting once, however many instances hear of it', async () => {
        await scene.set('Max_Uses', 500);
        await vi.waitFor(async () => expect(await lines()).toEqual(['Setting `Max_Uses` was changed to `500`.']));
        await scene.set('Max_Uses', 0);
        await vi.waitFor(async () => expect(await lines()).toHaveLength(2));
        // What the last instance asked for comes before what is asked for now.
        await scene.set('Max_Days', 400);
        await vi.waitFor(async () =>
            expect(await lines()).toEqual([
                'Setting `Max_Uses` was changed to `500`.',
                'Setting `Max_Uses` was changed to `0`.',
                'Setting `Max_Days` was changed to `400`.',
            ]),
        );
        await scene.set('Max_Days', 0);
        await vi.waitFor(async () => expect(await lines()).toHaveLength(4));
    });

    it('shows a room’s name as text', async () => {
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name: 'a`b', fname: 'x` @all\n[y](https://evil.example)' } });
        await owner.invite(rid);
        expect((await lines())[0]).toMatch(/ to `x @all \[y\]\(https:\/\/evil\.example\)`: /);
        expect((await lines())[0]).not.toContain('\n');
    });
});

describe('nothing is disturbed', () => {
    /** Makes, uses and removes an invite. */
    async function useAll(): Promise<void> {
        const { status, body } = await owner.invite(rid);
        expect(status).toBe(200);
        const guest = await scene.person();
        expect((await guest.redeem(body.inviteToken)).status).toBe(200);
        expect((await owner.app('DELETE', `removeInvite/${body._id}`)).body).toBe(true);
    }

    it.each(['there-is-no-such-room', 'not-for-bots'])('by a room that is not there for the bot: %s', async (name) => {
        if (name === 'not-for-bots') {
            await scene.room(scene.admin, 'p', { name });
        }
        await scene.set('Audit_Room', name);
        try {
            await useAll();
            expect((await scene.logged()).join('\n')).toContain('The audit room could not be written to');
        } finally {
            await scene.set('Audit_Room', 'watchers');
        }
    });

    it('by a room that takes no message, or never answers', async () => {
        for (const answer of [() => Promise.reject(new Error('full')), () => NEVER]) {
            const usual = scene.workspace.instances.map(({ interceptor }) => interceptor);
            scene.workspace.instances.forEach((instance, index) => {
                instance.interceptor = (call, proceed) =>
                    /getCreator:finish|doCreate|:create/.test(call.name) && isMessage(call) ? answer() : usual[index]!(call, proceed);
            });
            try {
                await useAll();
            } finally {
                scene.workspace.instances.forEach((instance, index) => {
                    instance.interceptor = usual[index]!;
                });
            }
        }
    });

    it('where nobody wants it', async () => {
        await scene.set('Audit_Room', '');
        try {
            await useAll();
        } finally {
            await scene.set('Audit_Room', 'watchers');
        }
    });
});

function isMessage(call: { name: string }): boolean {
    return /message/i.test(call.name);
}
