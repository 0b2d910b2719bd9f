import type { AddressInfo } from 'node:net';

import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** An e-mail as the mail server received it. */
export interface ReceivedMail {
    /** The address in the header, empty if there is none. */
    from: string;
    /** All recipients that the mail server accepted. */
    to: string[];
    replyTo: string[];
    subject: string;
    text: string;
    html: string;
}

/** A mail server for the workspace. It accepts e-mails to everyone, keeps them and passes none on. */
export class MailServer {
    readonly mails: ReceivedMail[] = [];
    private readonly listeners: ((mail: ReceivedMail) => void)[] = [];
    private readonly refused = new Set<string>();
    private readonly server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        onRcptTo: ({ address }, _session, answer) =>
            answer(this.refused.has(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : undefined),
        onData: (stream, { envelope }, answer) => {
            const parts: Buffer[] = [];
            stream.on('data', (part: Buffer) => parts.push(part));
            stream.on('end', () => {
                const to = envelope.rcptTo.map(({ address }) => address);
                this.receive(Buffer.concat(parts), to).then(() => answer(), answer);
            });
        },
    });

    /** Starts a mail server on a free port of the loopback address. */
    static async start(): Promise<MailServer> {
        const mailServer = new MailServer();
        await new Promise<void>((resolve) => mailServer.server.listen(0, '127.0.0.1', resolve));
        return mailServer;
    }

    get port(): number {
        return (this.server.server.address() as AddressInfo).port;
    }

    /** Refuses all further e-mails to this address, as a mail server without that mailbox does. */
    refuse(address: string): void {
        this.refused.add(address);
    }

    onMail(listener: (mail: ReceivedMail) => void): void {
        this.listeners.push(listener);
    }

    async close(): Promise<void> {
        await new Promise<void>((resolve) => this.server.close(resolve));
    }

    private async receive(raw: Buffer, to: string[]): Promise<void> {
        const { from, replyTo = [], subject = '', text = '', html = '' } = await PostalMime.parse(raw);
        const mail = { from: from?.address ?? '', to, replyTo: replyTo.map(({ address }) => address ?? ''), subject, text: text.trim(), html };
        this.mails.push(mail);
        this.listeners.forEach((listener) => listener(mail));
    }
}
