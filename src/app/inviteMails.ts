import { inviteUrl } from '../domain/link';
import { Invite } from '../domain/model/invite';
import { InviteMails, Person, Room } from '../domain/ports';
import { SendDeps } from '../domain/useCases/sendInvites';
import { writeInviteMail } from '../i18n/inviteMail';
import { Services } from './services';
import { workspaceMessages } from './workspaceMessages';

/** How long a request may send e-mails, so that its response comes in time. */
const SENDING_MS = 15 * 1000;

/** Returns the services of a request that sends links by e-mail for at most `sendingMs`. */
export function mailingServices(services: Services, appId: string, sendingMs = SENDING_MS): SendDeps {
    const { settings } = services;
    return { ...services, allowsEmailInvites: () => settings.allowsEmailInvites(), mails: new ServerInviteMails(services, appId), sendingMs };
}

/** Sends links by the workspace's mail server, in the workspace's language. */
class ServerInviteMails implements InviteMails {
    constructor(
        private readonly services: Pick<Services, 'clock' | 'emails' | 'settings'>,
        private readonly appId: string,
    ) {}

    isConfigured(): Promise<boolean> {
        return this.services.settings.canSendEmails();
    }

    async send(address: string, { token, expires, approval }: Invite, rooms: readonly Room[], creator: Person): Promise<void> {
        const { clock, emails, settings } = this.services;
        const [messages, pageUrl, workspace] = await Promise.all([
            workspaceMessages({ settings }),
            settings.pageAddress(this.appId),
            settings.workspaceName(),
        ]);
        // The time zone of the person who reads it is not known.
        const locale = { messages, now: clock.now(), utcOffset: undefined };
        const url = inviteUrl(pageUrl, token);
        await emails.send({ to: address, ...writeInviteMail({ address, creator, rooms, workspace, expires, approval, url }, locale) });
    }
}
