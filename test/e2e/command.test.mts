import { beforeAll, describe, expect, it } from '@jest/globals';

import { CLICKABLE, DAY, LINK, TOKEN } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

async function listed(): Promise<any[]> {
    return (await scene.admin.app('GET', 'listInvites')).body;
}

function extractToken(text: string): string {
    return /#(\w+)/.exec(text)?.[1] ?? '';
}

describe.each(['/invite', '/invite-link'])('%s create', (command) => {
    let rid: string;
    beforeAll(async () => {
        rid = await scene.room(owner);
    });

    it('shows the link on a line of its own, with its expiry, its uses and how to revoke it', async () => {
        const text = await owner.types(`${command} create 7d`, rid);
        const token = extractToken(text);
        expect(token).toMatch(TOKEN);
        expect(text.split('\n')).toContain(CLICKABLE(scene.workspace, token));
        expect(text).toMatch(/^It expires in 7 days, on \w+, \w+ \d+, 20\d\d, \d\d:\d\d\.$/m);
        expect(text).toContain('Any number of people can use it.');
        expect(text).toMatch(new RegExp(`${command} revoke [0-9a-f]{24}`));
        expect((await (await scene.person()).redeem(token)).status).toBe(200);
    });

    it('finds the same link again, and says so', async () => {
        const room = await scene.room(owner);
        const first = await owner.types(`${command} create 3d`, room);
        const second = await owner.types(`${command} create 3D`, room);
        expect(first).toContain('Here is your invite link');
        expect(second).toContain('You already have this link');
        expect(second).toContain('created today');
        expect(extractToken(second)).toBe(extractToken(first));
    });

    it('uses the administrator’s default without a duration', async () => {
        await scene.changeSetting('Default_Duration', '2w');
        expect(await owner.types(`${command} create`, rid)).toContain('It expires in 14 days');
        await scene.changeSetting('Default_Duration', '7d');
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

    it('accepts durations and uses in any order', async () => {
        expect(await owner.types(`${command} create x4 never`, rid)).toMatch(/never expires.*\n4 of 4 uses left/);
        expect(await owner.types(`${command} create never 4X`, rid)).toContain('You already have this link');
        expect(await owner.types(`${command} create once 9d`, rid)).toContain('1 of 1 use left');
    });

    it.each([
        ['create 7', '7', `\`${command} create 7 days\` or \`${command} create 7 people\``],
        ['create x3 12', '12', `Did you mean \`${command} create 12 days 3 people\`?`],
        ['create 7x 8x', '8x', `\`${command} help create\``],
        ['create 7 10', '7', `\`${command} create 7 days 10 people\``],
        ['create 2 moths', 'moths', `\`${command} create 60 days\``],
        ['create nevr', 'nevr', `\`${command} create never\``],
        ['create 0d', '0d', `\`${command} help create\``],
        ['create weekend', 'weekend', `\`${command} help create\``],
        ['list something', 'something', `\`${command} help list\``],
        ['craete 7d', 'craete', `\`${command} create 7 days\``],
        ['bob', 'bob', `\`${command} help\``],
        ['use ABC DEF', 'DEF', `\`${command} use ABC\``],
    ])('refuses "%s", names the word, and suggests what to type', async (line, word, instead) => {
        const before = await scene.storeSnapshot();
        const text = await owner.types(`${command} ${line}`, rid);
        expect(text).toContain(`I don’t understand \`${word}\``);
        expect(text).toContain(instead);
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('accepts a space between number and unit', async () => {
        expect(await owner.types(`${command} create 3 weeks 10 uses`, rid)).toMatch(/in 21 days[^]*10 of 10 uses left/);
    });

    it('creates a link to another room by its name, under that room’s rules', async () => {
        const other = await scene.room(owner, 'c');
        const name = (await scene.workspace.database.rooms.findOne({ _id: other }))!.name!;
        const text = await owner.types(`${command} create #${name} 7d`, rid);
        expect(text).toContain(`*${name}*`);
        const guest = await scene.person();
        await guest.redeem(extractToken(text));
        expect(await scene.members(other)).toContain(guest.user.username);

        const elsewhere = await scene.room(guest, 'c');
        expect(await guest.types(`${command} create #${name}`, elsewhere)).toBe(
            `You can’t create invite links for this room.\nAsk @${owner.user.username}.`,
        );
    });

    it.each(['an ordinary person', 'an administrator'])(
        'tells %s no more of a private room that they are not in than of one that does not exist',
        async (role) => {
            const secret = await scene.room(owner, 'p');
            const name = (await scene.workspace.database.rooms.findOne({ _id: secret }))!.name!;
            const outsider = await scene.person({ roles: role === 'an administrator' ? ['admin'] : ['user'] });
            const here = await scene.room(outsider, 'c');
            const reply = await outsider.types(`${command} create #${name} 7d`, here);
            // Their own room has a similar name, and is suggested for both.
            expect(reply).toBe(await outsider.types(`${command} create #${name.slice(0, -1)}x 7d`, here));
            expect(reply).toMatch(/^That room does not exist, or you are not a member of it\.\n/);
        },
    );

    it('asks an administrator who is not a member of the room to join it first', async () => {
        expect(await scene.admin.types(`${command} create 7d`, await scene.room(owner, 'c'))).toBe(
            'Join this room first. Only its members can create links for it.',
        );
    });

    it('caps the defaults at the ceilings, and keeps the typed words in its suggestion', async () => {
        await scene.changeSetting('Max_Days', 5);
        await scene.changeSetting('Max_Uses', 10);
        try {
            expect(await owner.types(`${command} create`, rid)).toMatch(/expires in 5 days[^]*10 of 10 uses left/);
            expect(await owner.types(`${command} create 30d x5`, rid)).toContain(`Try \`${command} create 5 days 5 people\``);
            expect(await owner.types(`${command} create 3d x50`, rid)).toContain(`Try \`${command} create 3 days 10 people\``);
        } finally {
            await scene.changeSetting('Max_Days', 0);
            await scene.changeSetting('Max_Uses', 0);
        }
    });

    it('explains a refusal in words', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        expect(await member.types(`${command} create 7d`, rid)).toBe(`You can’t create invite links for this room.\nAsk @${owner.user.username}.`);
    });
});

describe('/invite list', () => {
    it('shows this room’s live invites, newest first, and how many have ended', async () => {
        const room = await scene.room(owner);
        const { body: old } = await owner.invite(room, 5, 10);
        const { body: newer } = await owner.invite(room, 0, 0);
        const { body: ended } = await owner.invite(room, 1);
        await owner.invite(rid, 99);
        await scene.ageInvite(ended._id, DAY);
        await (await scene.person()).redeem(old.inviteToken);

        const text = await owner.types('/invite list', room);

        const [title, ...lines] = text.split('\n');
        expect(title).toContain('Invite links for');
        expect(lines).toEqual([
            `1. never expires, used 0 times, no limit, created by @${owner.user.username}`,
            `\`${newer._id}\``,
            expect.stringMatching(`^2\\. expires in 5 days \\(.+\\), used 1/10, created by @${owner.user.username}$`),
            `\`${old._id}\``,
            '1 link has expired or been used up: `/invite list expired`',
        ]);
        expect(text).not.toMatch(/[A-HJ-NP-Z2-9]{16}/);
    });

    it('explains why links to an archived room are suspended', async () => {
        const room = await scene.room(owner, 'c');
        await owner.invite(room);
        await scene.admin.rest('POST', 'channels.archive', { roomId: room });
        expect(await owner.types('/invite list', room)).toContain('suspended: the room is archived');
    });

    it('shows a member only their own links, and says when there are none', async () => {
        const room = await scene.room(owner);
        await owner.invite(room);
        const member = await scene.person();
        await scene.add(room, member);
        expect(await member.types('/invite-link list', room)).toBe('You have no active invite links for this room.');
    });
});

describe('/invite use', () => {
    it('asks a person without a username to choose one first', async () => {
        const withoutUsername = await scene.withoutUsername();
        const { body } = await owner.invite(rid, 41);
        expect(await withoutUsername.types(`/invite-link use ${body.inviteToken}`, await scene.room(owner, 'c'))).toBe(
            'Your account has no username yet. Choose one first.',
        );
    });

    it.each([
        ['the token', (token: string) => token],
        ['the token in small letters', (token: string) => token.toLowerCase()],
        ['the link', (token: string) => LINK(scene.workspace, token)],
        ['the link as chat clients paste it', (token: string) => `<${LINK(scene.workspace, token)}>.`],
        ['the link as a copied message has it', (token: string) => CLICKABLE(scene.workspace, token)],
    ])('admits the caller with %s', async (_what, paste) => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room);
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        const text = await guest.types(`/invite-link use ${paste(invite.inviteToken)}`, elsewhere);
        expect(text).toContain('You are now in');
        expect(text).toMatch(new RegExp(`\\[(${scene.workspace.url}/group/\\S+)\\]\\(\\1\\)`));
        expect(await scene.members(room)).toContain(guest.user.username);
    });

    it('explains refusals in words: unknown, expired, used up, not a token', async () => {
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        const { body: expired } = await owner.invite(rid, 2);
        await scene.ageInvite(expired._id, 2 * DAY);
        const { body: usedUp } = await owner.invite(rid, 6, 1);
        await (await scene.person()).redeem(usedUp.inviteToken);

        expect(await guest.types('/invite-link use ABCDEFGHJKLMNPQR', elsewhere)).toContain('There is no such link');
        expect(await guest.types(`/invite-link use ${expired._id}`, elsewhere)).toContain('There is no such link');
        expect(await guest.types(`/invite-link use ${expired.inviteToken}`, elsewhere)).toContain('has expired');
        expect(await guest.types(`/invite-link use ${usedUp.inviteToken}`, elsewhere)).toContain('has been used up');
        expect(await guest.types('/invite-link use', elsewhere)).toContain('Which link?');
        expect(await scene.members(rid)).not.toContain(guest.user.username);
    });

    it('does not admit a banned person, and cannot distinguish them from a member', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 5);
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        await guest.redeem(invite.inviteToken);
        await owner.rest('POST', 'rooms.banUser', { roomId: room, userId: guest.userId });
        const before = await scene.storeSnapshot();

        const text = await guest.types(`/invite-link use ${invite.inviteToken}`, elsewhere);

        expect(text).toContain('If it doesn’t open, ask an owner of the room.');
        expect(text).toMatch(new RegExp(`\\[(${scene.workspace.url}/group/\\S+)\\]\\(\\1\\)`));
        expect(await scene.members(room)).toEqual([owner.user.username]);
        expect(await scene.workspace.database.subscriptions.count({ rid: room, status: 'BANNED' })).toBe(1);
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('confirms that an owner is already a member', async () => {
        const { body: invite } = await owner.invite(rid);
        expect(await owner.types(`/invite use ${invite.inviteToken}`, rid)).toContain('already');
    });
});

describe('a room managed by attributes', () => {
    it('has no links for anybody', async () => {
        const managed = await scene.room(owner);
        const { body: invite } = await owner.invite(managed);
        await scene.workspace.database.rooms.updateOne({ _id: managed }, { $set: { abacAttributes: [{ key: 'clearance', values: ['high'] }] } });
        const attributes = 'Attributes decide who is in this room, so nobody can be invited to it.';
        expect(await owner.types('/invite create 7d', managed)).toBe(attributes);
        expect(await owner.types('/invite @somebody', managed)).toBe(attributes);
        const guest = await scene.person();
        const elsewhere = await scene.room(guest, 'c');
        expect(await guest.types(`/invite-link use ${invite.inviteToken}`, elsewhere)).toBe(
            'The room of that link was deleted, or can no longer be joined with a link. Ask the person who sent it.',
        );
    });
});

describe('/invite revoke', () => {
    it.each([
        ['the id', ({ _id }: any) => _id],
        ['the token', ({ inviteToken }: any) => inviteToken],
        ['the link', ({ url }: any) => url],
    ])('revokes an invite by %s', async (_what, target) => {
        const { body: invite } = await owner.invite(rid, 13, 13);
        expect(await owner.types(`/invite revoke ${target(invite)}`, rid)).toContain('no longer works');
        expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
    });

    it('does nothing for an outsider, or for an unknown invite', async () => {
        const { body: invite } = await owner.invite(rid, 14);
        const outsider = await scene.person();
        const elsewhere = await scene.room(outsider, 'c');
        const notYours = 'There is no such link, or you cannot revoke it. Its creator, an owner of the room or an administrator can.';
        for (const target of [invite._id, '0123456789abcdef01234567', 'nothing']) {
            expect(await outsider.types(`/invite-link revoke ${target}`, elsewhere)).toBe(notYours);
        }
        expect(await outsider.types(`/invite-link revoke ${invite.inviteToken}`, elsewhere)).toContain('You can’t do this here.');
        expect(await owner.types('/invite revoke nothing', rid)).toBe(notYours);
        expect(await scene.admin.types('/invite-link revoke nothing', await scene.room(scene.admin, 'c'))).toMatch(/^There is no such link\. It may/);
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });
});

describe('/invite @user, which replaces the built-in command,', () => {
    it('adds people, skips members, and names unknown people', async () => {
        const room = await scene.room(owner);
        const [first, second] = await scene.people(2);
        const text = await owner.types(`/invite @${first!.user.username}, @${second!.user.username} @nobody @${owner.user.username}`, room);
        expect(await scene.members(room)).toEqual([owner, first!, second!].map(({ user }) => user.username).sort());
        expect(text).toContain('There is no user called `nobody`.');
        expect(text).toContain(`@${owner.user.username} is already in this room.`);
    });

    it('keeps a ban', async () => {
        const room = await scene.room(owner);
        const banned = await scene.person();
        await scene.add(room, banned);
        await owner.rest('POST', 'rooms.banUser', { roomId: room, userId: banned.userId });
        expect(await owner.types(`/invite @${banned.user.username}`, room)).toContain('is already in this room');
        expect(await scene.workspace.database.subscriptions.count({ rid: room, status: 'BANNED' })).toBe(1);
    });

    it('is for owners, moderators and administrators', async () => {
        const room = await scene.room(owner);
        const member = await scene.person();
        await scene.add(room, member);
        const friend = await scene.person();
        expect(await member.types(`/invite @${friend.user.username}`, room)).toContain('You can’t do this here');
        expect(await scene.members(room)).not.toContain(friend.user.username);
    });
});

describe('/invite list', () => {
    it('pages, twenty at a time', async () => {
        const room = await scene.room(owner);
        await Promise.all(Array.from({ length: 23 }, (_, n) => owner.invite(room, n + 1, 1)));
        const first = await owner.types('/invite list', room);
        expect(first.match(/^\d+\. /gm)).toHaveLength(20);
        expect(first).toContain('These are 1–20 of 23. More: `/invite list 2`');
        const second = await owner.types('/invite list 2', room);
        expect(second.match(/^\d+\. /gm)).toHaveLength(3);
        expect(second).not.toContain('More:');
        expect(await owner.types('/invite list 9', room)).toBe(second);
        const ids = (text: string) => text.match(/`[0-9a-f]{24}`/g)!;
        expect(new Set([...ids(first), ...ids(second)]).size).toBe(23);
    });

    it('all shows administrators every link of the workspace, with its room', async () => {
        const text = await scene.admin.types('/invite-link list all', await scene.room(scene.admin, 'c'));
        expect(text).toContain('All invite links of the workspace');
        expect(text).toMatch(/, for \*room-\d+\*/);
        expect(text).toMatch(/More: `\/invite-link list all 2`/);
        expect(await owner.types('/invite list all', rid)).toBe('Only administrators can list the links of all rooms. For this room: `/invite list`');
    });
});

describe('buttons', () => {
    it('revoke a new invite if the client shows them, after a question', async () => {
        const { body: invite } = await owner.invite(rid, 71, 2);
        await owner.types('/invite create 71d x2', rid);
        const [button, ...more] = owner.buttons();
        expect(more).toEqual([]);
        expect(button!.label).toBe('Revoke this link');
        expect(await owner.presses(button!, rid)).toMatch(/^Revoke this link\?.*\nexpires in 71 days/);
        expect((await scene.anonymous().app('POST', 'validateInviteToken', { token: invite.inviteToken })).body.valid).toBe(true);
        const [confirm, ...others] = owner.buttons();
        expect(others).toEqual([]);
        expect(await owner.presses(confirm!, rid)).toContain('no longer works');
        expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
        expect(await owner.presses(button!, rid)).toContain('There is no such link');
    });

    it('are beside the links that the reader may revoke, and nowhere else', async () => {
        const room = await scene.room(owner);
        const moderator = await scene.person();
        await scene.add(room, moderator, 'moderator');
        const { body: own } = await moderator.invite(room, 1);
        const { body: others } = await owner.invite(room, 2);
        await moderator.types('/invite list', room);
        // Whoever may create links in a room manages all of its links.
        expect(moderator.buttons().map(({ value }) => value)).toEqual([others._id, own._id]);
        await owner.rest('POST', 'groups.kick', { roomId: room, userId: moderator.userId });
        await scene.add(room, moderator);
        await moderator.types('/invite list', room);
        expect(moderator.buttons().map(({ value }) => value)).toEqual([own._id]);
        await owner.types('/invite list', room);
        expect(owner.buttons().map(({ value }) => value)).toEqual([others._id, own._id]);
    });

    it('do nothing for an outsider who presses one', async () => {
        const { body: invite } = await owner.invite(rid, 72);
        await owner.types('/invite create 72d', rid);
        const [button] = owner.buttons();
        const outsider = await scene.person();
        expect(await outsider.presses(button!, rid)).toBe('');
        expect(await outsider.presses(button!, await scene.room(outsider))).toContain('you cannot revoke it');
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });

    it('of an unknown kind, or without an invite, do nothing', async () => {
        const before = await scene.storeSnapshot();
        for (const forged of [
            { actionId: 'something-else', value: 'x' },
            { actionId: 'revoke-invite', value: undefined },
            { actionId: 'revoke-invite', value: { $ne: null } },
            { actionId: 'toString', value: 'x' },
        ]) {
            expect(await owner.presses({ label: '', blockId: 'b', ...forged } as never, rid)).toBe('');
        }
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('replies', () => {
    it('are help for an empty command and for help', async () => {
        const help = await owner.types('/invite help', rid);
        expect(help).toContain('/invite create 7 days 10 people');
        expect(await owner.types('/invite', rid)).toBe(help);
        expect(await owner.types('/invite-link HELP', rid)).toContain('/invite-link create 7 days');
    });

    it('are visible to the caller only, in the thread of the command', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        const messages = await scene.workspace.database.messages.count({ rid });
        await owner.types('/invite create 15d', rid, 'a-thread');
        expect(member.reads()).toEqual([]);
        expect(await scene.workspace.database.messages.count({ rid })).toBe(messages);
        expect(scene.workspace.screens.of(owner.userId!).at(-1)).toMatchObject({ rid, tmid: 'a-thread' });
    });
});
