import { IModify } from '@rocket.chat/apps-engine/definition/accessors';

/** An e-mail to one person, as text and as HTML. */
export interface Email {
    readonly to: string;
    /** On one line. */
    readonly subject: string;
    readonly text: string;
    readonly html: string;
}

/** Passes e-mails to the server, which sends them from its own address (server setting From_Email). */
export class ServerEmails {
    constructor(private readonly modify: IModify) {}

    /** Rejects if the server does not accept the e-mail. It sends it later, and reports no failure. */
    async send(email: Email): Promise<void> {
        await this.modify.getCreator().getEmailCreator().send(email);
    }
}
