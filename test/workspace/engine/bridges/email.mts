import type { IEmail } from '@rocket.chat/apps-engine/definition/email/index.js';
import { EmailBridge } from '@rocket.chat/apps-engine/server/bridges/EmailBridge.js';

import type { Mailer, OutgoingMail } from '../../server/mailer.mts';
import { settingValue } from '../../server/settings.mts';
import type { Database } from '../../store/database.mts';

/** Sends apps' e-mails, by default from the address in the workspace's settings. */
export class Emails extends EmailBridge {
    constructor(
        private readonly database: Database,
        private readonly mailer: Mailer,
    ) {
        super();
    }

    protected async sendEmail(email: IEmail): Promise<void> {
        // Its type advises against a sender, which the server takes all the same.
        const { from }: Partial<OutgoingMail> = email;
        await this.mailer.send({ ...email, from: from || String(await settingValue(this.database, 'From_Email')) });
    }
}
