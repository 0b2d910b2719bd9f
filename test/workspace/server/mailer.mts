import { createTransport } from 'nodemailer';

import type { Database } from '../store/database.mts';
import { settingValue } from './settings.mts';

/** An e-mail as an app or the server hands it over. */
export interface OutgoingMail {
    to: string | string[];
    from: string;
    replyTo?: string;
    subject: string;
    html?: string;
    text?: string;
    headers?: string;
}

/** The check of the server: one @, and a name with a dot after it. */
const ADDRESS = /^[^@]+@[^@]+\.[a-zA-Z]{2,}$/;

/**
 * Sends e-mails as the server does: it accepts an e-mail before it is sent. No sender ever receives an error of the mail
 * server, not even that none is set up; it is only printed.
 */
export class Mailer {
    private readonly open = new Set<Promise<void>>();

    constructor(private readonly database: Database) {}

    /** Resolves once all accepted e-mails were sent or given up. */
    async done(): Promise<void> {
        await Promise.all(this.open);
    }

    /** Accepts an e-mail. Rejects only if one of its addresses has no valid form; then nobody gets it. */
    async send({ to, from, replyTo, subject, html, text, headers }: OutgoingMail): Promise<void> {
        const { database } = this;
        const filled = {
            subject: await fill(database, subject),
            html: html && (await fill(database, html, escapeHtml)),
            text: (text && (await fill(database, text))) || (html && stripHtml(await fill(database, html))) || undefined,
        };
        if (!([] as string[]).concat(to).every((address) => ADDRESS.test(address.trim()))) {
            throw new Error('[invalid email]');
        }
        const isPlain = (await settingValue(database, 'email_plain_text_only')) === true;
        this.deliver({ to, from, replyTo, headers, ...filled, html: isPlain ? undefined : filled.html });
    }

    private deliver(mail: object): void {
        const delivery = transmit(this.database, mail).catch((error: unknown) => console.error(error));
        this.open.add(delivery);
        void delivery.then(() => this.open.delete(delivery));
    }
}

/** Passes an e-mail to the mail server in the settings. Rejects if that refuses all recipients; some may get lost. */
async function transmit(database: Database, mail: object): Promise<void> {
    const setting = async (id: string): Promise<string> => String(await settingValue(database, id));
    const host = await setting('SMTP_Host');
    if (host === '') {
        // Without a host, the server sets the variable MAIL_URL to the text "undefined".
        throw new TypeError('Invalid URL');
    }
    const isSecure = (await setting('SMTP_Protocol')) === 'smtps';
    const port = Number.parseInt(await setting('SMTP_Port'), 10);
    const [user, pass] = [await setting('SMTP_Username'), await setting('SMTP_Password')];
    const transport = createTransport({
        host,
        ...(Number.isInteger(port) && { port }),
        secure: isSecure,
        ignoreTLS: !isSecure && (await setting('SMTP_IgnoreTLS')) === 'true',
        ...(user && pass ? { auth: { user, pass } } : {}),
    });
    await transport.sendMail(mail);
}

/**
 * Replaces the server's placeholders, which texts of apps contain by accident only: `{Some_Key …}` by the translation of
 * the key, which is the key itself for unknown ones, and `[Site_Name]` or `__Site_Name__` by the setting.
 */
async function fill(database: Database, text: string, encode: (value: string) => string = (value) => value): Promise<string> {
    const siteUrl = String(await settingValue(database, 'Site_Url'));
    const values = {
        Site_Name: encode(String(await settingValue(database, 'Site_Name'))),
        Site_URL: encode(siteUrl),
        Site_URL_Slash: siteUrl.replace(/\/?$/, '/'),
    };
    const translated = text.replace(/\{ *([^{} ]+)[^{}]*\}/g, '$1');
    return Object.entries(values).reduce((all, [key, value]) => all.replace(new RegExp(`\\[${key}\\]|__${key}__`, 'gi'), value), translated);
}

function escapeHtml(text: string): string {
    return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function stripHtml(html: string): string {
    return html.replace(/<[^>]*>/g, ' ').trim();
}
