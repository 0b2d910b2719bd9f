import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { Client, MailServer } from '../index.mts';
import { setSetting } from '../server/settings.mts';
import { Workspace } from '../workspace.mts';
import { installProbe } from './probe.mts';

let workspace: Workspace;
let probe: Client;
let mailServer: MailServer;
let printed: ReturnType<typeof jest.spyOn>;

beforeAll(async () => {
    workspace = await Workspace.start();
    probe = await installProbe(workspace, ['email.send', 'server-setting.read']);
});
afterAll(() => workspace.stop());

beforeEach(() => {
    printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
    printed.mockRestore();
});

/** Lets the app evaluate an expression. Returns its value, or the message of its error. */
async function evaluate(code: string): Promise<{ value?: unknown; error?: string }> {
    return (await probe.app('POST', 'evaluate', { code })).body;
}

/** Lets the app send an e-mail, and waits until it was sent or given up. */
async function send(email: object): Promise<{ value?: unknown; error?: string }> {
    const answer = await evaluate(`modify.getCreator().getEmailCreator().send(${JSON.stringify(email)}).then(() => 'accepted')`);
    await workspace.mailSent();
    return answer;
}

const read = (id: string): Promise<{ value?: unknown; error?: string }> =>
    evaluate(`read.getEnvironmentReader().getServerSettings().getValueById('${id}')`);

const HELLO = { subject: 'Hello', text: 'Come in' };

describe('without a mail server', () => {
    it('an app reads that none is set up, and its e-mails are accepted and lost', async () => {
        expect(await read('SMTP_Host')).toEqual({ value: '' });
        expect(await read('From_Email')).toEqual({ value: '' });
        expect(await send({ to: 'ann@example.com', ...HELLO })).toEqual({ value: 'accepted' });
        expect(printed).toHaveBeenCalledWith(expect.objectContaining({ message: 'Invalid URL' }));
    });
});

describe('with a mail server', () => {
    beforeAll(async () => {
        mailServer = await workspace.receiveMail();
    });
    beforeEach(() => {
        mailServer.mails.length = 0;
    });

    it('an app reads its address and the sender, but not the login', async () => {
        expect(await read('SMTP_Host')).toEqual({ value: '127.0.0.1' });
        expect(await read('SMTP_Port')).toEqual({ value: String(mailServer.port) });
        expect(await read('From_Email')).toEqual({ value: 'workspace@example.com' });
        expect((await read('SMTP_Password')).error).toContain('The setting "SMTP_Password" is not readable.');
        expect((await read('No_Such_Setting')).error).toContain('The setting "No_Such_Setting" is not readable.');
    });

    it('an e-mail arrives, from the workspace by default', async () => {
        const seen: string[] = [];
        mailServer.onMail(({ subject }) => seen.push(subject));
        expect(await send({ to: 'ann@example.com', ...HELLO })).toEqual({ value: 'accepted' });
        await send({ to: ['bob@example.com', 'carol@example.com'], from: 'Alice <alice@example.com>', replyTo: 'a@example.com', ...HELLO });
        const parts = { subject: 'Hello', text: 'Come in', html: '' };
        expect(mailServer.mails).toEqual([
            { from: 'workspace@example.com', to: ['ann@example.com'], replyTo: [], ...parts },
            { from: 'alice@example.com', to: ['bob@example.com', 'carol@example.com'], replyTo: ['a@example.com'], ...parts },
        ]);
        expect(seen).toEqual(['Hello', 'Hello']);
    });

    it('HTML arrives with its text, or as text alone if the workspace wants that', async () => {
        const email = { to: 'ann@example.com', subject: 'Grüße', html: '<p>Come <b>in</b></p>' };
        await send(email);
        await setSetting(workspace.database, 'email_plain_text_only', true);
        await send(email);
        await setSetting(workspace.database, 'email_plain_text_only', false);
        expect(mailServer.mails).toMatchObject([
            { subject: 'Grüße', html: expect.stringContaining('<b>in</b>'), text: expect.stringContaining('Come') },
            { subject: 'Grüße', html: '', text: expect.stringContaining('Come') },
        ]);
    });

    it('placeholders of the server are replaced, and braces disappear', async () => {
        await send({ to: 'ann@example.com', subject: '[Site_Name]', text: '__Site_Url__ {of course, yes} [other]' });
        await send({ to: 'ann@example.com', subject: 'x', html: '<p>[site_name] & [Site_URL_Slash]</p>' });
        expect(mailServer.mails).toMatchObject([
            { subject: 'Rocket.Chat', text: `${workspace.url} of [other]` },
            { html: expect.stringContaining(`<p>Rocket.Chat & ${workspace.url}/</p>`) },
        ]);
    });

    it.each(['ann', 'ann@example', '@example.com', 'ann@bob@example.com', ''])('an address of another form is refused: %j', async (address) => {
        expect((await send({ to: ['bob@example.com', address], ...HELLO })).error).toContain('[invalid email]');
        expect(mailServer.mails).toEqual([]);
    });

    it('an app is not told that the mail server refused a recipient', async () => {
        mailServer.refuse('gone@example.com');
        expect(await send({ to: ['bob@example.com', 'gone@example.com'], ...HELLO })).toEqual({ value: 'accepted' });
        expect(printed).not.toHaveBeenCalled();
        expect(await send({ to: 'gone@example.com', ...HELLO })).toEqual({ value: 'accepted' });
        expect(printed).toHaveBeenCalledWith(expect.objectContaining({ responseCode: 550 }));
        expect(mailServer.mails).toMatchObject([{ to: ['bob@example.com'] }]);
    });

    it('an app is not told that the mail server is down', async () => {
        await setSetting(workspace.database, 'SMTP_Port', '1');
        expect(await send({ to: 'ann@example.com', ...HELLO })).toEqual({ value: 'accepted' });
        expect(printed).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('ECONNREFUSED') }));
        await workspace.receiveMail();
    });
});

it('an app without the permission email.send sends nothing', async () => {
    const other = await Workspace.start();
    try {
        const received = await other.receiveMail();
        const client = await installProbe(other, []);
        const code = `modify.getCreator().getEmailCreator().send(${JSON.stringify({ to: 'ann@example.com', ...HELLO })})`;
        await client.app('POST', 'evaluate', { code });
        await other.mailSent();
        expect(received.mails).toEqual([]);
    } finally {
        await other.stop();
    }
});
