import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { InviteError } from '../domain/model/errors';
import { Person } from '../domain/ports';
import { Services } from '../app/services';
import { RenderContext, Reply } from './reply';
import { findLanguage, messagesIn } from '../i18n/findLanguage';
import { ENGLISH } from '../i18n/languages/en/messages';
import { renderRefusal } from './renderRefusal';
import { Command } from './subcommand';
import { Messages } from '../i18n/messages';

/** Who reads the replies of an operation, and the command that their examples show. */
export interface Reader {
    readonly user: IUser;
    readonly caller: Person;
    readonly commandName: string;
    /** The parsed command, if the reader typed one. */
    readonly command?: Command;
}

type OwnerServices = Pick<Services, 'memberships' | 'report' | 'roomOwners'>;

/** Renders a refusal in the reader's language. Names the owners who could grant what was refused. */
export async function replyToRefusal(refusal: InviteError, services: OwnerServices, reader: Reader, context: RenderContext): Promise<Reply> {
    return renderRefusal(refusal, context, await ownersToAsk(refusal, services, reader.caller), reader.command);
}

type LocaleServices = Pick<Services, 'clock' | 'report' | 'settings'>;

/** Returns the reader's language and local time. */
export async function createRenderContext({ clock, report, settings }: LocaleServices, { user, commandName }: Reader): Promise<RenderContext> {
    return {
        messages: await messagesFor(user, { report, settings }),
        commandName,
        now: clock.now(),
        utcOffset: typeof user.utcOffset === 'number' ? user.utcOffset : undefined,
    };
}

/** Picks the reader's language, then the workspace's, then English. */
async function messagesFor(user: IUser, { report, settings }: Omit<LocaleServices, 'clock'>): Promise<Messages> {
    const own = findLanguage(user.settings && user.settings.preferences && user.settings.preferences.language);
    if (own) {
        return own;
    }
    try {
        return messagesIn(await settings.language());
    } catch (error) {
        report('The workspace’s language could not be read', error);
        return ENGLISH;
    }
}

/**
 * Returns the owners who could grant what was refused, or an empty list if they cannot be read.
 * Only people with a subscription in the room see them, because a forged button payload can name any room.
 */
async function ownersToAsk(
    { details: { rid } }: InviteError,
    { memberships, report, roomOwners }: OwnerServices,
    caller: Person,
): Promise<readonly string[]> {
    if (rid === undefined) {
        return [];
    }
    try {
        const owners = (await memberships.hasSubscription(rid, caller.id)) ? await roomOwners.names(rid) : [];
        return owners.filter((name) => name !== caller.username);
    } catch (error) {
        report('The owners of a room could not be read', error);
        return [];
    }
}
