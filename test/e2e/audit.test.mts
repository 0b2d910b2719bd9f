import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { waitFor } from '../tools/waitFor.mts';
import { NEVER } from '../workspace/index.mts';
import { Scene, type Person } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;
let watchers: string;

beforeAll(async () => {
    scene = await Scene.open({ instances: 2 });
    watchers = await scene.room(scene.admin, 'p', { name: 'watchers' });
    await scene.set('Audit_Room', '#watchers');
    // That it was chosen is told as well, and comes when its job has run.
    await waitFor(async () => expect(await lines()).toEqual([`The setting \`Audit_Room\` is now \`"watchers (${watchers})"\`.`]));
});
afterAll(() => scene.close());
beforeEach(async () => {
    await scene.workspace.database.messages.deleteMany({ rid: watchers });
    owner = await scene.person();
    rid = await scene.room(owner, 'c');
});

/** What the app's bot has said in the room. */
async function lines(room = watchers): Promise<string[]> {
    const messages = await scene.workspace.database.messages.find({ 'rid': room, 't': { $exists: false }, 'u.username': /\.bot$/ });
    return messages.map(({ msg }) => msg);
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
            `\`@${owner.user.username}\` created invite \`${body._id}\` for \`${room}\`: 7 days, 3 uses.`,
            `\`@${guest.user.username}\` joined \`${room}\` with invite \`${body._id}\`.`,
            `\`@${guest.user.username}\` is banned from \`${room}\` and tried to use invite \`${body._id}\`.`,
            `\`@${owner.user.username}\` revoked invite \`${body._id}\` for \`${room}\`.`,
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
            expect((await guest.redeem((await owner.invite(rid, 30 + times)).body.inviteToken)).body.errorType).toBe('error-user-is-banned');
        }
        await scene.workspace.database.messages.deleteMany({ rid: watchers, msg: / created invite / });
        const about = `\`@${guest.user.username}\` is banned from \`${await roomName()}\` and tried to`;
        // Two instances, each of which tells for itself.
        const told = new Set((await lines()).map((line) => line.replace(/[0-9a-f]{24}/, '<id>')));
        expect(told).toEqual(new Set([`${about} use invite \`<id>\`.`, `${about} create an invite.`]));
        expect((await lines()).length).toBeLessThanOrEqual(4);
    });

    it('is told once in a while of a person who joins and leaves again and again', async () => {
        const { body } = await owner.invite(rid);
        const guest = await scene.person();
        for (let times = 0; times < 6; times++) {
            expect((await guest.redeem(body.inviteToken)).status).toBe(200);
            await owner.rest('POST', 'channels.kick', { roomId: rid, userId: guest.userId });
        }
        const joined = (await lines()).filter((line) => line.includes(' joined '));
        expect(joined.length).toBeGreaterThan(0);
        // Two instances, each of which tells for itself.
        expect(joined.length).toBeLessThanOrEqual(2);
    });

    it('is told of a changed setting once, however many instances hear of it', async () => {
        await scene.set('Max_Uses', 500);
        await waitFor(async () => expect(await lines()).toEqual(['The setting `Max_Uses` is now `500`.']));
        await scene.set('Max_Uses', 0);
        await waitFor(async () => expect(await lines()).toHaveLength(2));
        // What the last instance asked for comes before what is asked for now.
        await scene.set('Max_Days', 400);
        await waitFor(async () =>
            expect(await lines()).toEqual([
                'The setting `Max_Uses` is now `500`.',
                'The setting `Max_Uses` is now `0`.',
                'The setting `Max_Days` is now `400`.',
            ]),
        );
        await scene.set('Max_Days', 0);
        await waitFor(async () => expect(await lines()).toHaveLength(4));
    });

    it('is told of what a setting becomes after a time in which nobody watched, whatever it was then', async () => {
        await scene.set('Max_Uses', 500);
        await waitFor(async () => expect(await lines()).toEqual(['The setting `Max_Uses` is now `500`.']));
        const former = `The setting \`Audit_Room\` is now \`""\`.`;
        await scene.set('Audit_Room', '');
        await waitFor(async () => expect(await lines()).toContain(former));
        await scene.set('Max_Uses', 0);
        // Nothing of it is kept, so that it is told anew. A job that came late would find a room and tell of it.
        await scene.workspace.jobsDone();
        expect(await scene.stored()).not.toContain('audited-setting:Max_Uses');
        await scene.set('Audit_Room', 'watchers');
        await waitFor(async () => expect((await lines()).join()).toContain('"watchers ('));
        await scene.set('Max_Uses', 500);
        await waitFor(async () => expect((await lines()).filter((line) => line.includes('`500`'))).toHaveLength(2));
        await scene.set('Max_Uses', 0);
        await waitFor(async () => expect((await lines()).at(-1)).toContain('`0`'));
        expect((await lines()).filter((line) => line.includes('`Max_Uses`'))).toHaveLength(3);
    });

    it('is told when another room takes its place, and so is that', async () => {
        const others = await scene.room(scene.admin, 'p', { name: 'others' });
        await scene.set('Audit_Room', others);
        const line = `The setting \`Audit_Room\` is now \`"others (${others})"\`.`;
        await waitFor(async () => expect(await lines(others)).toEqual([line]));
        expect(await lines()).toEqual([line]);
        await scene.set('Audit_Room', 'watchers');
        await waitFor(async () => expect(await lines()).toHaveLength(2));
    });

    it('is the room that was chosen, whatever it is called now and whoever takes its name', async () => {
        const squatter = await scene.person();
        await scene.workspace.database.rooms.updateOne({ _id: watchers }, { $set: { name: 'renamed' } });
        const taken = await scene.room(squatter, 'c', { name: 'watchers' });
        await owner.invite(rid);
        expect(await lines()).toHaveLength(1);
        expect(await lines(taken)).toEqual([]);
        await scene.workspace.database.rooms.deleteMany({ _id: taken });
        await scene.workspace.database.rooms.updateOne({ _id: watchers }, { $set: { name: 'watchers' } });
    });

    it('must be there when it is chosen', async () => {
        await expect(scene.set('Audit_Room', 'there-is-no-such-room')).rejects.toThrow('There is no room called "there-is-no-such-room".');
    });

    it('shows names without marks that turn the direction of the line', async () => {
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { fname: '\u202Egnidaer\u2066 \u200Fcircle' } });
        await owner.invite(rid);
        expect((await lines()).join()).toContain('`gnidaer circle`');
    });

    it('shows names as text, and calls nobody', async () => {
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name: 'a`b', fname: 'x` @all\n#general [y](https://evil.example)' } });
        await owner.invite(rid);
        const [line = ''] = await lines();
        expect(line).toMatch(/ for `x all general \[y\]\(https:\/\/evil\.example\)`: /);
        expect(line).not.toContain('\n');
        // So the server finds whom a message mentions, in code as well.
        expect(line).not.toMatch(/(^|\s|>)[@#]/);
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

    const FAILED = 'The audit room could not be written to';
    const failures = async (): Promise<string[]> => (await scene.logged()).filter((line) => line.includes(FAILED));

    it.each<[string, object, string]>([
        ['that is read-only', { ro: true }, 'the room is readonly'],
        ['in which the bot was muted', { muted: ['invite-manager.bot'] }, 'You_have_been_muted'],
    ])('by a room %s', async (_which, state, reason) => {
        const { rooms } = scene.workspace.database;
        await rooms.updateOne({ _id: watchers }, { $set: state });
        const before = (await failures()).length;
        await useAll();
        expect((await failures()).slice(before)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining(reason)));
        expect(await lines()).toEqual([]);
        await rooms.updateOne({ _id: watchers }, { $unset: { ro: '', muted: '' } });
    });

    it('by a room that was deleted', async () => {
        const room = await scene.room(scene.admin, 'p', { name: 'short-lived' });
        await scene.set('Audit_Room', room);
        await scene.workspace.database.rooms.deleteMany({ _id: room });
        await useAll();
        expect((await failures()).join()).toContain(`There is no room ${room}`);
        await scene.set('Audit_Room', 'watchers');
    });

    it.each([
        ['takes no message', () => Promise.reject(new Error('full')), 'full'],
        ['never answers', () => NEVER, 'No answer within 2000 ms'],
    ] as const)('by a room that %s', async (_what, answer, reason) => {
        const usual = scene.workspace.instances.map(({ interceptor }) => interceptor);
        scene.workspace.instances.forEach((instance, index) => {
            instance.interceptor = (call, proceed) => (call.name === 'bridges:getMessageBridge:doCreate' ? answer() : usual[index]!(call, proceed));
        });
        try {
            await useAll();
            expect((await failures()).join()).toContain(reason);
        } finally {
            scene.workspace.instances.forEach((instance, index) => {
                instance.interceptor = usual[index]!;
            });
        }
    });

    it('where nobody wants it: nothing is told, and nothing reported', async () => {
        await scene.set('Audit_Room', '');
        // The last line comes a moment after the record of it is deleted.
        await scene.workspace.jobsDone();
        const before = { told: await lines(), failed: await failures() };
        await useAll();
        expect({ told: await lines(), failed: await failures() }).toEqual(before);
    });
});
