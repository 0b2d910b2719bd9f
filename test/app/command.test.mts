import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DAY, LINK, Person, Scene, TOKEN } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person();
    rid = await scene.room(owner);
});
afterAll(() => scene.close());

async function listed(): Promise<any[]> {
    return (await scene.admin.app('GET', 'listInvites')).body;
}

function tokenIn(text: string): string {
    return /#(\S+)/.exec(text)?.[1] ?? '';
}

describe.each(['/invite', '/invite-link'])('%s create', (command) => {
    it('makes a link on a line of its own, and says until when, for how many and how to end it', async () => {
        const text = await owner.types(`${command} create 7d`, rid);
        const token = tokenIn(text);
        expect(token).toMatch(TOKEN);
        expect(text.split('\n')).toContain(LINK(scene.workspace, token));
        expect(text).toContain('It works for 7 days, until 20');
        expect(text).toContain('no limit');
        expect(text).toMatch(/\/invite-link revoke [0-9a-f]{24}/);
        expect((await (await scene.person()).redeem(token)).status).toBe(200);
    });

    it('finds it again, and says so', async () => {
        const room = await scene.room(owner);
        const first = await owner.types(`${command} create 3d`, room);
        const second = await owner.types(`${command} create 3D`, room);
        expect(first).toContain('Here is your invite link');
        expect(second).toContain('You already have this invite link');
        expect(tokenIn(second)).toBe(tokenIn(first));
    });

    it('takes the administrator’s default without a duration', async () => {
        await scene.set('Default_Duration', '2w');
        expect(await owner.types(`${command} create`, rid)).toContain('It works for 14 days');
        await scene.set('Default_Duration', '7d');
    });

    it.each([
        ['90m', 90 * 60_000, 1],
        ['12h', DAY / 2, 1],
        ['36H', 1.5 * DAY, 2],
        ['5w', 35 * DAY, 35],
    ])('%s expires exactly then, and counts as whole days', async (typed, ms, days) => {
        const before = await listed();
        await owner.types(`${command} create ${typed} x${command.length}`, rid);
        const [made] = (await listed()).filter(({ _id }) => !before.some((old) => old._id === _id));
        expect(Date.parse(made.expires) - Date.parse(made.createdAt)).toBe(ms);
        expect(made.days).toBe(days);
    });

    it('takes durations and uses in any order', async () => {
        expect(await owner.types(`${command} create x4 never`, rid)).toMatch(/never expires.*\n.*0 of 4/);
        expect(await owner.types(`${command} create never 4X`, rid)).toContain('You already have');
        expect(await owner.types(`${command} create once 9d`, rid)).toContain('0 of 1');
    });

    it('makes nothing of what it does not understand, and names the word', async () => {
        const before = await scene.stored();
        for (const [line, word] of [
            ['create 7x 8x', '8x'],
            ['create 0d', '0d'],
            ['create -5d', '-5d'],
            ['create tomorrow', 'tomorrow'],
            ['list something', 'something'],
            ['craete 7d', 'craete'],
        ]) {
            const text = await owner.types(`${command} ${line}`, rid);
            expect(text).toContain(`I do not understand \`${word}\``);
            expect(text).toContain(`${command} help`);
        }
        expect(await scene.stored()).toBe(before);
    });

    it('refuses who may not, in words', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        expect(await member.types(`${command} create 7d`, rid)).toContain('Ask an owner of the room');
    });
});

describe('/invite list', () => {
    it('shows this room’s live invites, newest first, and how many have ended', async () => {
        const room = await scene.room(owner);
        const { body: old } = await owner.invite(room, 5, 10);
        const { body: newer } = await owner.invite(room, 0, 0);
        const { body: ended } = await owner.invite(room, 1);
        await owner.invite(rid, 99);
        await scene.age(ended._id, DAY);
        await (await scene.person()).redeem(old.inviteToken);

        const text = await owner.types('/invite list', room);

        const [title, ...lines] = text.split('\n');
        expect(title).toContain('Invite links to');
        expect(lines).toEqual([
            `• \`${newer._id}\` by @${owner.user.username}: never expires, 0/∞`,
            `• \`${old._id}\` by @${owner.user.username}: expires in 5 days, 1/10`,
            'One more has expired or been used up.',
        ]);
        expect(text).not.toMatch(/[A-HJ-NP-Z2-9]{16}/);
    });

    it('shows a member only their own, and says so when there are none', async () => {
        const room = await scene.room(owner);
        await owner.invite(room);
        const member = await scene.person();
        await scene.add(room, member);
        expect(await member.types('/invite-link list', room)).toContain('There are no invite links');
    });
});

describe('/invite use', () => {
    it.each([
        ['the token', (token: string) => token],
        ['the token in small letters', (token: string) => token.toLowerCase()],
        ['the link', (token: string) => LINK(scene.workspace, token)],
        ['the link as chat clients paste it', (token: string) => `<${LINK(scene.workspace, token)}>.`],
    ])('lets the caller in with %s', async (_what, paste) => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room);
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        const text = await guest.types(`/invite-link use ${paste(invite.inviteToken)}`, elsewhere);
        expect(text).toContain('You are now in');
        expect(text).toContain(`${scene.workspace.url}/group/`);
        expect(await scene.members(room)).toContain(guest.user.username);
    });

    it('refuses in words: unknown, expired, used up, no token at all', async () => {
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        const { body: expired } = await owner.invite(rid, 2);
        await scene.age(expired._id, 2 * DAY);
        const { body: usedUp } = await owner.invite(rid, 6, 1);
        await (await scene.person()).redeem(usedUp.inviteToken);

        expect(await guest.types('/invite-link use ABCDEFGHJKLMNPQR', elsewhere)).toContain('not known here');
        expect(await guest.types(`/invite-link use ${expired._id}`, elsewhere)).toContain('not known here');
        expect(await guest.types(`/invite-link use ${expired.inviteToken}`, elsewhere)).toContain('has expired');
        expect(await guest.types(`/invite-link use ${usedUp.inviteToken}`, elsewhere)).toContain('as many people as it may');
        expect(await guest.types('/invite-link use', elsewhere)).toContain('Which link?');
        expect(await scene.members(rid)).not.toContain(guest.user.username);
    });

    it('does not let a banned person in, and cannot tell them from a member', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 5);
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        await guest.redeem(invite.inviteToken);
        await owner.rest('POST', 'rooms.banUser', { roomId: room, userId: guest.userId });
        const before = await scene.stored();

        const text = await guest.types(`/invite-link use ${invite.inviteToken}`, elsewhere);

        expect(text).toContain('or are banned from it');
        expect(text).toContain(`${scene.workspace.url}/group/`);
        expect(await scene.members(room)).toEqual([owner.user.username]);
        expect(await scene.workspace.database.subscriptions.count({ rid: room, status: 'BANNED' })).toBe(1);
        expect(await scene.stored()).toBe(before);
    });

    it('tells an owner of the room that they are in', async () => {
        const { body: invite } = await owner.invite(rid);
        expect(await owner.types(`/invite use ${invite.inviteToken}`, rid)).toContain('already');
    });
});

describe('/invite revoke', () => {
    it.each([
        ['the id', ({ _id }: any) => _id],
        ['the token', ({ inviteToken }: any) => inviteToken],
        ['the link', ({ url }: any) => url],
    ])('ends an invite by %s', async (_what, target) => {
        const { body: invite } = await owner.invite(rid, 13, 13);
        expect(await owner.types(`/invite revoke ${target(invite)}`, rid)).toContain('no longer works');
        expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
    });

    it('does nothing for a stranger, or for what is not there', async () => {
        const { body: invite } = await owner.invite(rid, 14);
        const stranger = await scene.person();
        const elsewhere = await scene.room(stranger, 'c');
        expect(await stranger.types(`/invite-link revoke ${invite._id}`, elsewhere)).toContain('You may not');
        expect(await owner.types('/invite revoke nothing', rid)).toContain('There is no such link');
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });
});

describe('/invite @user, which the app does in the built-in’s place,', () => {
    it('adds people, passes over who is there, and names who is not', async () => {
        const room = await scene.room(owner);
        const [first, second] = await scene.people(2);
        const text = await owner.types(`/invite @${first!.user.username}, @${second!.user.username} @nobody @${owner.user.username}`, room);
        expect(await scene.members(room)).toEqual([owner, first!, second!].map(({ user }) => user.username).sort());
        expect(text).toContain('No user exists by the name of `nobody`.');
        expect(text).toContain(`@${owner.user.username} is already in here.`);
    });

    it('keeps a ban', async () => {
        const room = await scene.room(owner);
        const banned = await scene.person();
        await scene.add(room, banned);
        await owner.rest('POST', 'rooms.banUser', { roomId: room, userId: banned.userId });
        expect(await owner.types(`/invite @${banned.user.username}`, room)).toContain('is already in here');
        expect(await scene.workspace.database.subscriptions.count({ rid: room, status: 'BANNED' })).toBe(1);
    });

    it('is for owners, moderators and administrators', async () => {
        const room = await scene.room(owner);
        const member = await scene.person();
        await scene.add(room, member);
        const friend = await scene.person();
        expect(await member.types(`/invite @${friend.user.username}`, room)).toContain('You may not');
        expect(await scene.members(room)).not.toContain(friend.user.username);
    });
});

describe('answers', () => {
    it('are help without words, and on help', async () => {
        const help = await owner.types('/invite help', rid);
        expect(help).toContain('/invite create 7d');
        expect(await owner.types('/invite', rid)).toBe(help);
        expect(await owner.types('/invite-link HELP', rid)).toContain('/invite-link create 7d');
    });

    it('are seen by the caller alone, in the thread they typed in', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        const messages = await scene.workspace.database.messages.count({ rid });
        await owner.types('/invite create 15d', rid, 'a-thread');
        expect(member.reads()).toEqual([]);
        expect(await scene.workspace.database.messages.count({ rid })).toBe(messages);
        expect(scene.workspace.screens.of(owner.userId!).at(-1)).toMatchObject({ rid, tmid: 'a-thread' });
    });
});
