import { SendFailure } from '../domain/useCases/sendInvites';

/** The e-mail with an invite link, and what chat says about sending it, in one language. */
export interface MailMessages {
    readonly subject: (person: string, room: string) => string;
    /** `workspace` is empty if it has no name. */
    readonly invites: (person: string, room: string, workspace: string) => string;
    readonly howToJoin: string;
    readonly expires: (moment: string) => string;
    readonly onlyFor: (address: string) => string;
    readonly approval: string;
    readonly unexpected: string;

    readonly sent: (room: string, addresses: string) => string;
    readonly failed: Readonly<Record<SendFailure, (addresses: string) => string>>;
    readonly missing: (command: string) => string;
    readonly help: (command: string) => string;
}
