import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { waitFor } from '../tools/waitFor.mts';
import { NEVER, type AppCall } from '../workspace/index.mts';
import type { Person } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene({ instances: 2 });
const watchers = await scene.room(scene.admin, 'p', { name: 'watchers' });
let owner: Person;
let rid: string;

beforeAll(async () => {
    await scene.changeSetting('Audit_Room', '#watchers');
    // A job publishes the change of the setting itself.
    await waitFor(async () => expect(await lines()).toEqual([`The setting *Audit room* is now \`"watchers (${watchers})"\`.`]));
});
beforeEach(async () => {
    await scene.workspace.database.messages.deleteMany({ rid: watchers });
    owner = await scene.person();
    rid = await scene.room(owner, 'c');
});

/** Returns the messages of the app's bot in the room. */
async function lines(room = watchers): Promise<string[]> {
    const messages = await scene.workspace.database.messages.find({ 'rid': room, 't': { $exists: false }, 'u.username': /\.bot$/ });
    return messages.map(({ msg }) => msg);
}

/** Returns the room as the audit room names it. */
async function roomLink(): Promise<string> {
    const { name, fname } = (await scene.workspace.database.rooms.findOne({ _id: rid }))!;
    return `[${fname ?? name}](${scene.workspace.url}/channel/${name})`;
}

describe('the audit room', () => {
    it('reports created, used and removed invites and banned attempts, one line each and without tokens', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        await owner.invite(rid, 7, 3);
        const guest = await scene.person();
        await guest.redeem(body.inviteToken);
        await guest.redeem(body.inviteToken);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: guest.userId });
        await guest.redeem(body.inviteToken);
        await owner.types(`/invite revoke ${body._id}`, rid);
        const room = await roomLink();
        const link = `\`@${owner.user.username}\`’s invite link (\`${body._id}\`)`;
        expect(await lines()).toEqual([
            `\`@${owner.user.username}\` created an invite link for ${room} (\`${body._id}\`): valid for 7 days, for 3 people.`,
            `\`@${guest.user.username}\` joined ${room} with ${link}: 1 of 3 uses.`,
            `\`@${guest.user.username}\` is banned from ${room} and tried to use ${link}.`,
            `\`@${owner.user.username}\` revoked ${link} for ${room}.`,
        ]);
        expect((await lines()).join()).not.toContain(body.inviteToken);
    });

    it('reports what managers change, in the words of the change', async () => {
        const { body } = await owner.invite(rid, 7, 3);
        const update = (changes: object): Promise<unknown> => owner.app('POST', 'invites.update', { inviteId: body._id, ...changes });
        await update({ maxUses: 5 });
        await update({ expires: 'never', maxUses: 0 });
        await update({ paused: true });
        await update({ paused: false });
        await owner.types(`/invite rotate ${body._id}`, rid);
        const link = `\`@${owner.user.username}\`’s invite link (\`${body._id}\`)`;
        const changed = `\`@${owner.user.username}\` changed ${link} for ${await roomLink()}. Now:`;
        expect((await lines()).slice(1)).toEqual([
            `${changed} valid for 7 days, for 5 people.`,
            `${changed} never expires, for any number of people.`,
            `${changed} paused.`,
            `${changed} no longer paused.`,
            `\`@${owner.user.username}\` replaced the token of ${link} for ${await roomLink()}. The old link no longer works.`,
        ]);
    });

    it('reports each decision on a request in one line, and the request itself in none', async () => {
        const { invite } = (await owner.app('POST', 'invites.create', { rid, approval: true })).body;
        const [first, second] = (await scene.people(2)) as [Person, Person];
        const ids = [await first.redeem(invite.inviteToken), await second.redeem(invite.inviteToken)].map(({ body }) => body.request._id);
        expect(await lines()).toHaveLength(1);
        await owner.app('POST', 'invites.approve', { requestId: ids[0] });
        await owner.app('POST', 'invites.deny', { requestId: ids[1] });
        const link = `\`@${owner.user.username}\`’s invite link (\`${invite._id}\`)`;
        const [room, manager] = [await roomLink(), `\`@${owner.user.username}\``];
        expect((await lines()).slice(1)).toEqual([
            `${manager} approved \`@${first.user.username}\` for ${room} with ${link}.`,
            `${manager} denied \`@${second.user.username}\` for ${room} with ${link}.`,
        ]);
    });

    it('names an invite whose creator was deleted, and a room that was deleted by its id', async () => {
        await scene.changeSetting('Creator_Must_Stay', false);
        await waitFor(async () => expect(await lines()).toHaveLength(1));
        const { body } = await owner.invite(rid);
        await scene.workspace.database.users.deleteMany({ _id: owner.userId! });
        const guest = await scene.person();
        await guest.redeem(body.inviteToken);
        expect((await lines()).at(-1)).toContain(`with a deleted user’s invite link (\`${body._id}\`): 1 use so far.`);
        await scene.workspace.database.rooms.deleteMany({ _id: rid });
        await scene.admin.app('DELETE', `removeInvite/${body._id}`);
        expect((await lines()).at(-1)).toContain(`(\`${body._id}\`) for \`${rid}\`.`);
        await scene.changeSetting('Creator_Must_Stay', true);
        await waitFor(async () => expect((await lines()).at(-1)).toMatch(/^The setting .* `true`\.$/));
    });

    it.each([
        ['90 minutes once', 'valid for 90 minutes, for 1 person'],
        ['1h', 'valid for 1 hour, for any number of people'],
        ['12h x10', 'valid for 12 hours, for 10 people'],
        ['1d', 'valid for 1 day, for any number of people'],
        ['never', 'never expires, for any number of people'],
    ])('describes the terms of %s', async (terms, described) => {
        await owner.types(`/invite create ${terms}`, rid);
        expect(await lines()).toEqual([expect.stringMatching(new RegExp(`: ${described}\\.$`))]);
    });

    it('speaks the language of the workspace', async () => {
        const { settings } = scene.workspace.database;
        await settings.updateOne({ _id: 'Language' }, { $set: { value: 'de' } });
        const { body } = await owner.invite(rid, 1, 2);
        await (await scene.person()).redeem(body.inviteToken);
        await settings.updateOne({ _id: 'Language' }, { $set: { value: 'en' } });
        const room = await roomLink();
        expect(await lines()).toEqual([
            `\`@${owner.user.username}\` hat einen Einladungslink für ${room} erstellt (\`${body._id}\`): gültig für 1 Tag, für 2 Personen.`,
            expect.stringContaining(
                `ist ${room} mit dem Einladungslink von \`@${owner.user.username}\` (\`${body._id}\`) beigetreten: 1 von 2 Nutzungen.`,
            ),
        ]);
    });

    it('reports a banned person who looks up a link or creates one, only once in a while however often they try', async () => {
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
        await scene.workspace.database.messages.deleteMany({ rid: watchers, msg: / created an invite link / });
        const about = `\`@${guest.user.username}\` is banned from ${await roomLink()} and tried to`;
        // Each of the two instances counts for itself.
        const messages = new Set((await lines()).map((line) => line.replace(/[0-9a-f]{24}/, '<id>')));
        expect(messages).toEqual(
            new Set([`${about} use \`@${owner.user.username}\`’s invite link (\`<id>\`).`, `${about} create an invite link for it.`]),
        );
        expect((await lines()).length).toBeLessThanOrEqual(4);
    });

    it('reports a person who joins and leaves repeatedly only once in a while', async () => {
        const { body } = await owner.invite(rid);
        const guest = await scene.person();
        for (let times = 0; times < 6; times++) {
            expect((await guest.redeem(body.inviteToken)).status).toBe(200);
            await owner.rest('POST', 'channels.kick', { roomId: rid, userId: guest.userId });
        }
        const joined = (await lines()).filter((line) => line.includes(' joined '));
        expect(joined.length).toBeGreaterThan(0);
        // Each of the two instances counts for itself.
        expect(joined.length).toBeLessThanOrEqual(2);
    });

    it('reports a changed setting once, however many instances receive it', async () => {
        await scene.changeSetting('Max_Uses', 500);
        await waitFor(async () => expect(await lines()).toEqual(['The setting *Maximum uses per link* is now `500`.']));
        await scene.changeSetting('Max_Uses', 0);
        await waitFor(async () => expect(await lines()).toHaveLength(2));
        // The message of the instance that asked last comes first.
        await scene.changeSetting('Max_Days', 400);
        await waitFor(async () =>
            expect(await lines()).toEqual([
                'The setting *Maximum uses per link* is now `500`.',
                'The setting *Maximum uses per link* is now `0`.',
                'The setting *Maximum validity in days* is now `400`.',
            ]),
        );
        await scene.changeSetting('Max_Days', 0);
        await waitFor(async () => expect(await lines()).toHaveLength(4));
    });

    it('reports a change of a setting after a time without an audit room, whatever the value was then', async () => {
        await scene.changeSetting('Max_Uses', 500);
        await waitFor(async () => expect(await lines()).toEqual(['The setting *Maximum uses per link* is now `500`.']));
        const former = `The setting *Audit room* is now \`""\`.`;
        await scene.changeSetting('Audit_Room', '');
        await waitFor(async () => expect(await lines()).toContain(former));
        await scene.changeSetting('Max_Uses', 0);
        // The stored value is deleted, so the change is published again. A late job would find a room and publish to it.
        await scene.workspace.jobsDone();
        expect(await scene.storeSnapshot()).not.toContain('audited-setting:Max_Uses');
        await scene.changeSetting('Audit_Room', 'watchers');
        await waitFor(async () => expect((await lines()).join()).toContain('"watchers ('));
        await scene.changeSetting('Max_Uses', 500);
        await waitFor(async () => expect((await lines()).filter((line) => line.includes('`500`'))).toHaveLength(2));
        await scene.changeSetting('Max_Uses', 0);
        await waitFor(async () => expect((await lines()).at(-1)).toContain('`0`'));
        expect((await lines()).filter((line) => line.includes('*Maximum uses per link*'))).toHaveLength(3);
    });

    it('reports to both rooms when another room takes its place', async () => {
        const others = await scene.room(scene.admin, 'p', { name: 'others' });
        await scene.changeSetting('Audit_Room', others);
        const line = `The setting *Audit room* is now \`"others (${others})"\`.`;
        await waitFor(async () => expect(await lines(others)).toEqual([line]));
        expect(await lines()).toEqual([line]);
        await scene.changeSetting('Audit_Room', 'watchers');
        await waitFor(async () => expect(await lines()).toHaveLength(2));
    });

    it('stays the chosen room, whatever its name is now and whatever room takes that name', async () => {
        const squatter = await scene.person();
        await scene.workspace.database.rooms.updateOne({ _id: watchers }, { $set: { name: 'renamed' } });
        const taken = await scene.room(squatter, 'c', { name: 'watchers' });
        await owner.invite(rid);
        expect(await lines()).toHaveLength(1);
        expect(await lines(taken)).toEqual([]);
        await scene.workspace.database.rooms.deleteMany({ _id: taken });
        await scene.workspace.database.rooms.updateOne({ _id: watchers }, { $set: { name: 'watchers' } });
    });

    it('must exist when it is chosen', async () => {
        await expect(scene.changeSetting('Audit_Room', 'there-is-no-such-room')).rejects.toThrow('There is no room called "there-is-no-such-room".');
    });

    it('shows names without marks that change the text direction', async () => {
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { fname: '\u202Egnidaer\u2066 \u200Fcircle' } });
        await owner.invite(rid);
        expect((await lines()).join()).toContain('[gnidaer circle](');
    });

    it('shows names as text, and mentions nobody', async () => {
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name: 'a`b', fname: 'x` @all\n#general [y](https://evil.example)' } });
        await owner.invite(rid);
        const [line = ''] = await lines();
        expect(line).toMatch(/ for \[x\s+all\s+general\s+y\s+https\s+evil\.example\]\(http:\/\/\S+\/channel\/a%60b\) \(`/);
        expect(line).not.toContain('\n');
        // The server finds mentions with this expression, also inside code.
        expect(line).not.toMatch(/(^|\s|>)[@#]/);
    });
});

describe('an operation is not disturbed', () => {
    /** Creates, uses and removes an invite. */
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

    it('and reported, by a read-only room in which the bot was unmuted', async () => {
        const { rooms } = scene.workspace.database;
        await rooms.updateOne({ _id: watchers }, { $set: { ro: true, unmuted: ['invite-manager.bot'] } });
        await useAll();
        expect(await lines()).toHaveLength(3);
        await rooms.updateOne({ _id: watchers }, { $unset: { ro: '', unmuted: '' } });
    });

    it('by a room that was deleted', async () => {
        const room = await scene.room(scene.admin, 'p', { name: 'short-lived' });
        await scene.changeSetting('Audit_Room', room);
        await scene.workspace.database.rooms.deleteMany({ _id: room });
        await useAll();
        expect((await failures()).join()).toContain(`There is no room ${room}`);
        await scene.changeSetting('Audit_Room', 'watchers');
    });

    it.each([
        ['takes no message', () => Promise.reject(new Error('full')), 'full'],
        ['never answers', () => NEVER, 'No answer within 2000 ms'],
    ] as const)('by a room that %s', async (_what, answer, reason) => {
        const isToAuditRoom = ({ name, args }: AppCall): boolean =>
            name === 'bridges:getMessageBridge:doCreate' && (args[0] as { room: { id: string } }).room.id === watchers;
        await scene.intercept(
            (call, proceed) => (isToAuditRoom(call) ? answer() : proceed()),
            async () => {
                await useAll();
                expect((await failures()).join()).toContain(reason);
            },
        );
    });

    it('without an audit room, and nothing is published or reported', async () => {
        await scene.changeSetting('Audit_Room', '');
        // The last message arrives a moment after its record is deleted.
        await scene.workspace.jobsDone();
        const before = { published: await lines(), failed: await failures() };
        await useAll();
        expect({ published: await lines(), failed: await failures() }).toEqual(before);
    });
});
