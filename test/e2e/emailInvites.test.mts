import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { setSetting, type AppCall, type MailServer, type ReceivedMail } from '../workspace/index.mts';
import { LINK, refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Links that the workspace sends by e-mail. */

const scene = await useScene();
const { workspace } = scene;
const owner = await scene.person({ username: 'olga', name: 'Olga Owner' });
const rid = await scene.room(owner);
const { name: roomName } = (await workspace.database.rooms.findOne({ _id: rid }))!;
const ann = await scene.person({ username: 'ann', email: 'Ann@Example.com' });
const bob = await scene.person({ username: 'bob', email: 'bob@example.com' });
let mailServer: MailServer;

async function send(emails: unknown, fields: object = { rid }, sender: Person = owner): Promise<any> {
    const answer = await sender.app('POST', 'invites.send', { emails, ...fields });
    await workspace.mailSent();
    return answer;
}

/** Returns the only token in an e-mail. The text and the HTML have the same link. */
function tokenIn({ text, html }: ReceivedMail): string {
    const [token, ...others] = [...text.matchAll(/join#([A-HJ-NP-Z2-9]{16})/g)].map(([, found]) => found!);
    expect(others).toEqual([]);
    expect(readable(html)).toContain(LINK(workspace, token!));
    return token!;
}

/** Returns the text of HTML as a person reads it. */
function readable(html: string): string {
    return html.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
}

async function invites(person: Person = owner): Promise<any[]> {
    return (await person.app('GET', 'invites.list?count=100')).body.invites;
}

function isEmailCall({ name }: AppCall): boolean {
    return name.includes('getEmailCreator');
}

describe('sends nothing and creates nothing', () => {
    async function refusedSending(expected: object, ...call: Parameters<typeof send>): Promise<void> {
        const before = await scene.storeSnapshot();
        expect(refusal(await send(...call))).toMatchObject(expected);
        expect(await scene.storeSnapshot()).toBe(before);
    }

    it('while the administrator does not allow it', async () => {
        await workspace.receiveMail();
        const expected = { status: 403, errorType: 'not_authorized', error: 'The setting Allow_Email_Invites is off' };
        await refusedSending(expected, ['ann@example.com']);
        expect(await owner.types('/invite email ann@example.com', rid)).toBe(
            'Links cannot be sent by e-mail here unless an administrator allows it. Create one and send it yourself: `/invite create once`',
        );
        await scene.changeSetting('Allow_Email_Invites', true);
    });

    it.each([
        ['a mail server', 'SMTP_Host'],
        ['a sender', 'From_Email'],
    ])('without %s', async (_what, id) => {
        await workspace.receiveMail();
        await setSetting(workspace.database, id, '');
        await refusedSending({ status: 400, errorType: 'error-email-not-configured' }, ['ann@example.com']);
        expect(await owner.types('/invite email ann@example.com', rid)).toBe(
            'This workspace cannot send e-mails, so I sent nothing. An administrator can set up a mail server.',
        );
        await workspace.receiveMail();
    });

    it('for people who may not create links in the room', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        await refusedSending({ status: 403, errorType: 'not_authorized', error: 'Not authorized' }, ['ann@example.com'], { rid }, member);
        await refusedSending({ status: 400, errorType: 'error-invalid-room' }, ['ann@example.com'], { rid }, scene.admin);
        const { _id } = (await owner.app('POST', 'invites.create', { rid })).body.invite;
        await refusedSending({ status: 403, errorType: 'not_authorized' }, ['ann@example.com'], { inviteId: _id }, member);
        await refusedSending({ status: 400, errorType: 'error-invalid-room' }, ['ann@example.com'], { inviteId: _id }, scene.admin);
        await refusedSending({ status: 400, errorType: 'invalid-invitation-id' }, ['ann@example.com'], { inviteId: 'none' }, scene.admin);
    });

    it.each([
        ['no list', 'ann@example.com', {}, 'emails'],
        ['an empty list', [], {}, 'emails'],
        ['something else than texts', ['ann@example.com', 7], {}, 'emails'],
        ['more than 50 addresses', Array.from({ length: 51 }, (_, n) => `p${n}@example.com`), {}, 'emails'],
        ['a number of uses', ['ann@example.com'], { maxUses: 2 }, 'maxUses'],
        ['an audience', ['ann@example.com'], { audience: null }, 'audience'],
        ['a room and an invite', ['ann@example.com'], { inviteId: 'x' }, 'rid'],
        ['an unknown notice', ['ann@example.com'], { notify: 'all' }, 'notify'],
        ['a label that is too long', ['ann@example.com'], { label: 'x'.repeat(65) }, 'label'],
    ])('for %s', async (_what, emails, fields, field) => {
        await refusedSending({ status: 400, errorType: 'invalid-params', field }, emails, { rid, ...fields });
    });

    it('for terms that the workspace does not allow', async () => {
        await refusedSending({ status: 400, errorType: 'invalid-number-of-days' }, ['ann@example.com'], { rid, expires: '2020-01-01' });
    });

    it('for something else than an object', async () => {
        expect(refusal(await owner.app('POST', 'invites.send', ['ann@example.com']))).toMatchObject({ errorType: 'invalid-params' });
    });
});

describe('with a mail server', () => {
    beforeAll(async () => {
        mailServer = await scene.receiveMail();
        await scene.changeSetting('Allow_Email_Invites', true);
    });
    beforeEach(() => {
        mailServer.mails.length = 0;
    });

    it('invites.list says that links can be sent', async () => {
        expect((await owner.app('GET', 'invites.list')).body).toMatchObject({ mayEmail: true });
        await setSetting(workspace.database, 'From_Email', '');
        expect((await owner.app('GET', 'invites.list')).body).toMatchObject({ mayEmail: false });
        await workspace.receiveMail();
        await scene.changeSetting('Allow_Email_Invites', false);
        expect((await owner.app('GET', 'invites.list')).body).toMatchObject({ mayEmail: false });
        await scene.changeSetting('Allow_Email_Invites', true);
    });

    it('each address gets a link that lets in only its verified account, once', async () => {
        const { status, body } = await send(['ann@example.com', 'bob@example.com'], { rid, expires: '7d', label: 'Fair', notify: 'none' });
        expect({ status, body }).toEqual({ status: 200, body: { sent: ['ann@example.com', 'bob@example.com'], failed: [], success: true } });
        expect(mailServer.mails.map(({ from, to }) => [from, to])).toEqual([
            ['workspace@example.com', ['ann@example.com']],
            ['workspace@example.com', ['bob@example.com']],
        ]);
        const [toAnn, toBob] = mailServer.mails.map(tokenIn) as [string, string];
        expect(refusal(await bob.redeem(toAnn))).toMatchObject({ status: 403, errorType: 'error-not-invited' });
        const carol = await scene.person({ username: 'carol' });
        const emails = [{ address: 'bob@example.com', verified: false }];
        await workspace.database.users.updateOne({ _id: carol.userId! }, { $set: { emails } });
        expect(refusal(await carol.redeem(toBob))).toMatchObject({ status: 403, errorType: 'error-not-invited' });
        expect((await ann.redeem(toAnn)).status).toBe(200);
        expect(await scene.members(rid)).toContain('ann');
        const second = await scene.person({ username: 'ann.two', email: 'ann@example.com' });
        expect(refusal(await second.redeem(toAnn))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'maxUses' });

        const listed = (await invites()).filter(({ label }) => label === 'Fair');
        expect(listed).toMatchObject([
            { audience: { emails: ['bob@example.com'] }, maxUses: 1, notify: 'none', days: 7, state: 'active' },
            { audience: { emails: ['ann@example.com'] }, maxUses: 1, state: 'used-up' },
        ]);
        expect(await owner.types(`/invite show ${listed[0]._id}`, rid)).toContain('It is only for bob example.com');
    });

    it('says who invites where, until when, and under which conditions', async () => {
        await send(['bob@example.com'], { rid, expires: '2030-02-03T04:05Z', label: 'For managers only', approval: true });
        const [mail] = mailServer.mails as [ReceivedMail];
        expect(mail.subject).toBe(`Olga Owner invites you to ${roomName}`);
        expect(mail.text.split('\n\n')).toEqual([
            `Olga Owner (@olga) invites you to ${roomName} on Rocket.Chat.`,
            'To join, open this link:',
            LINK(workspace, tokenIn(mail)),
            'The link works once, and only for bob@example.com. You need an account in this workspace with that verified address. It expires on Sun, Feb 3, 2030, 04:05 UTC.',
            'A manager of the room then decides whether to let you in.',
            'If you did not expect this e-mail, you can ignore it.',
        ]);
        expect(readable(mail.html).replace(/\s+/g, ' ').trim()).toBe(mail.text.replace(/\s+/g, ' '));
        expect(mail.html).not.toContain('For managers only');
    });

    it('is in the language of the workspace', async () => {
        await setSetting(workspace.database, 'Language', 'de');
        await setSetting(workspace.database, 'Site_Name', '');
        await send(['bob@example.com'], { rid, expires: null });
        await setSetting(workspace.database, 'Language', 'en');
        await setSetting(workspace.database, 'Site_Name', 'Rocket.Chat');
        const [{ subject, text, html }] = mailServer.mails as [ReceivedMail];
        expect(subject).toBe(`Olga Owner lädt dich in ${roomName} ein`);
        expect(text).toContain(`Olga Owner (@olga) lädt dich in ${roomName} ein.`);
        expect(text).toContain('Er läuft nie ab.');
        expect(html).toContain('<html lang="de">');
    });

    it('goes once to each address, and not to those that are invalid', async () => {
        const invalid = [
            ...['ann', '@example.com', 'ann@', 'ann@example', 'ann@@example.com', 'ann@bob@example.com', 'ann@-x.com', 'ann@x-.com', 'ann@x.c0'],
            ...['ann@example..com', '.ann@example.com', 'ann.@example.com', 'a..n@example.com', ' ann@example.com', 'ann @example.com'],
            ...['ann@example.com,bob@example.com', '"ann"@example.com', 'Ann <ann@example.com>', 'ann@example.com\r\nBcc: bob@example.com'],
            ...['ann\u0000@example.com', 'ann%x.com@example.com', `${'a'.repeat(65)}@example.com`, `ann@${'a.'.repeat(123)}example`],
        ];
        const { body } = await send(['bob@example.com', 'BOB@example.com', ...invalid, "o'neil+x@sub.example.com", 'bob@example.com']);
        expect(body).toEqual({
            sent: ['bob@example.com', "o'neil+x@sub.example.com"],
            failed: invalid.map((email) => ({ email, reason: 'invalid-address' })),
            success: true,
        });
        expect(mailServer.mails.map(({ to }) => to)).toEqual([['bob@example.com'], ["o'neil+x@sub.example.com"]]);
    });

    it('takes the terms of an invite, and only its managers can do that', async () => {
        const { invite } = (await owner.app('POST', 'invites.create', { rid, expires: '3d', maxUses: 9, label: 'Base', approval: true })).body;
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        expect((await send(['bob@example.com'], { inviteId: invite._id }, moderator)).body.sent).toEqual(['bob@example.com']);
        const [copy] = (await invites()).filter(({ userId }) => userId === moderator.userId);
        const { expires, label, approval, notify } = invite;
        expect(copy).toMatchObject({ rid, expires, label, approval, notify, maxUses: 1, audience: { emails: ['bob@example.com'] } });
        const endless = (await owner.app('POST', 'invites.create', { rid, expires: null })).body.invite;
        await send(['bob@example.com'], { inviteId: endless._id });
        expect(mailServer.mails.at(-1)!.text).toContain('It never expires.');
    });

    it('removes the link again if the server does not take the e-mail, and goes on', async () => {
        const before = (await invites()).length;
        let calls = 0;
        const { body } = await scene.intercept(
            (call, proceed) => (isEmailCall(call) && ++calls === 2 ? Promise.reject(new Error('[invalid email]')) : proceed()),
            () => send(['ann@example.com', 'bob@example.com', 'carol@example.com']),
        );
        expect(body).toMatchObject({ sent: ['ann@example.com', 'carol@example.com'], failed: [{ email: 'bob@example.com', reason: 'not-sent' }] });
        expect((await invites()).length).toBe(before + 2);
        expect(mailServer.mails.map(({ to: [to] }) => to)).toEqual(['ann@example.com', 'carol@example.com']);
    });

    it('says so if the link can be neither stored nor sent nor removed', async () => {
        const isOfInvite = ({ args }: AppCall): boolean => JSON.stringify(args).includes('"invite:');
        const isWrite = (call: AppCall): boolean => call.name.includes('createWithAssociations') && isOfInvite(call);
        const unstored = await scene.intercept(
            (call, proceed) => (isWrite(call) ? Promise.reject(new Error('The database is gone')) : proceed()),
            () => send(['bob@example.com']),
        );
        const isRemoval = (call: AppCall): boolean => call.name.includes('removeByAssociations') && isOfInvite(call);
        const unremoved = await scene.intercept(
            (call, proceed) => (isEmailCall(call) || isRemoval(call) ? Promise.reject(new Error('The server is gone')) : proceed()),
            () => send(['bob@example.com']),
        );
        const failed = [{ email: 'bob@example.com', reason: 'not-sent' }];
        expect([unstored.body, unremoved.body]).toEqual([
            { sent: [], failed, success: true },
            { sent: [], failed, success: true },
        ]);
        const logged = (await scene.logged()).join('\n');
        expect(logged).toContain('An invite could not be sent by e-mail');
        expect(logged).toContain('An invite that was not sent could not be removed');
        expect(mailServer.mails).toEqual([]);
    });

    it('does not learn that a mail server refuses the address later', async () => {
        const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        mailServer.refuse('gone@example.com');
        expect((await send(['gone@example.com'])).body).toMatchObject({ sent: ['gone@example.com'], failed: [] });
        printed.mockRestore();
        expect(mailServer.mails).toEqual([]);
    });

    it('counts each link for the limit per hour', async () => {
        const sender = await scene.person();
        await scene.add(rid, sender, 'owner');
        await scene.changeSetting('Max_Created_Per_Hour', 2);
        const addresses = ['a@example.com', 'b@example.com', 'c@example.com', 'nobody', 'd@example.com'];
        const { body } = await send(addresses, { rid }, sender);
        const typed = await sender.types('/invite email e@example.com', rid);
        await scene.changeSetting('Max_Created_Per_Hour', 300);
        expect(body).toEqual({
            sent: ['a@example.com', 'b@example.com'],
            failed: [
                { email: 'c@example.com', reason: 'too-many' },
                { email: 'nobody', reason: 'invalid-address' },
                { email: 'd@example.com', reason: 'too-many' },
            ],
            success: true,
        });
        expect(mailServer.mails).toHaveLength(2);
        expect(typed).toBe('You have created too many links in the last hour, so nothing was sent: `e@example.com`');
    });

    it('holds the limit per hour for many calls at once', async () => {
        const sender = await scene.person();
        await scene.add(rid, sender, 'owner');
        await scene.changeSetting('Max_Created_Per_Hour', 2);
        const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => send([`p${n}@example.com`], { rid }, sender)));
        await scene.changeSetting('Max_Created_Per_Hour', 300);
        expect(answers.flatMap(({ body }) => body.sent)).toHaveLength(2);
        expect(mailServer.mails).toHaveLength(2);
    });

    it('lets no name add a header, a line, a link, markup or a placeholder of the server', async () => {
        const hostile = 'Eve\r\nBcc: x@example.com <img src=x> [Site_Name] __Site_Url__ {Yes and} "q" https://evil.example ____Site_Name____';
        const eve = await scene.person({ username: 'eve', name: hostile });
        const room = await scene.room(eve);
        await workspace.database.rooms.updateOne({ _id: room }, { $set: { fname: `${hostile}\u2028\u0007</p>` } });
        expect((await send(['bob@example.com'], { rid: room, label: hostile.slice(0, 60) }, eve)).status).toBe(200);
        const [{ to, subject, text, html }] = mailServer.mails as [ReceivedMail];
        expect(to).toEqual(['bob@example.com']);
        expect(mailServer.mails).toHaveLength(1);
        const shown = 'Eve Bcc: x@example.com <img src=x> (Site_Name) _Site_Url_ (Yes and) "q" https …';
        expect(subject).toBe(`${shown} invites you to ${shown}`);
        expect(text.split('\n')[0]).toBe(`${shown} (@eve) invites you to ${shown} on Rocket.Chat.`);
        expect(html.match(/<[a-z]+/g)).toEqual(['<html', '<head', '<meta', '<body', ...['<p', '<p', '<p', '<a', '<p', '<p']]);
        expect(readable(html)).toContain('<img src=x> [Site_Name] __Site_Url__ {Yes and} "q" https …');
        tokenIn(mailServer.mails[0]!);
    });

    describe('the command', () => {
        it('sends to all addresses, and says who got a link and who did not', async () => {
            const reply = await owner.types(
                '/invite email ann@example.com, <bob@example.com>;mailto:carol@example.com for 7d "Spring fair" x@y',
                rid,
            );
            await workspace.mailSent();
            expect(reply).toBe(
                `Sent by e-mail, each with a link of its own to *${roomName}*: \`ann@example.com\`, \`bob@example.com\`, \`carol@example.com\`\n` +
                    'Not a valid address, so nothing was sent: `x@y`',
            );
            expect(mailServer.mails.map(({ to: [to] }) => to)).toEqual(['ann@example.com', 'bob@example.com', 'carol@example.com']);
            expect((await invites()).filter(({ label }) => label === 'Spring fair').map(({ days }) => days)).toEqual([7, 7, 7]);
        });

        it('takes another room and an end, by a synonym', async () => {
            const elsewhere = await scene.room(owner);
            expect(await owner.types(`/invite mail bob@example.com until 2030-01-02 #${roomName} once approval`, elsewhere)).toContain(
                `*${roomName}*`,
            );
            await workspace.mailSent();
            const [newest] = await invites();
            expect(newest).toMatchObject({ rid, approval: true, maxUses: 1 });
            expect(newest.expires).toMatch(/^2030-01-0/);
        });

        it.each([
            ['email', 'To whom? Type `/invite email ann@example.com 7 days`'],
            ['email 7d', 'To whom? Type `/invite email ann@example.com 7 days`'],
            ['email bob@example.com x5', 'I don’t understand `x5`'],
            ['email bob@example.com 7d for @ann', 'I don’t understand'],
            ['email bob@example.com 7dd', 'I don’t understand `7dd`, so I did nothing.\nDid you mean `/invite email bob@example.com 7d`?'],
            ['email bob@example.com #no-such-room', 'That room does not exist, or you are not a member of it.'],
            [`email bob@example.com 7d "a ${'x'.repeat(65)}"`, 'A label can have at most 64 characters.'],
            [`email ${Array.from({ length: 51 }, (_, n) => `p${n}@x.co`).join(' ')}`, 'One command sends at most 50 e-mails.'],
            ['help email', '`/invite email ann@example.com 7 days` sends a link by e-mail.'],
        ])('does nothing for "%s", and says what to do', async (line, reply) => {
            const before = await scene.storeSnapshot();
            expect(await owner.types(`/invite ${line}`, rid)).toContain(reply);
            expect(await scene.storeSnapshot()).toBe(before);
            expect(mailServer.mails).toEqual([]);
        });

        it('is for people who are in the room and may create links there', async () => {
            expect(await bob.types(`/invite email bob@example.com #${roomName}`, await scene.room(bob))).toBe(
                'That room does not exist, or you are not a member of it.',
            );
            const member = await scene.person();
            await scene.add(rid, member);
            expect(await member.types('/invite email bob@example.com', rid)).toContain('You can’t create invite links for this room.');
        });

        it('offers a shorter validity if the workspace asks for one', async () => {
            await scene.changeSetting('Max_Days', 3);
            expect(await owner.types('/invite email bob@example.com 7d', rid)).toBe(
                'Links can be valid for at most 3 days here. Try `/invite email bob@example.com 3 days`',
            );
            await scene.changeSetting('Max_Days', 0);
        });
    });
});
