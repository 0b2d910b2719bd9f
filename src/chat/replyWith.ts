import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { InviteError } from '../domain/model/errors';
import { Person, Report } from '../domain/ports';
import { Operation } from '../app/operation';
import { Services } from '../app/services';
import { withRequestTimeout } from '../app/timing';
import { RenderContext, Rendering, Reply } from './reply';
import { findLanguage } from './languages/findLanguage';
import { ENGLISH } from './languages/en';
import { renderRefusal } from './renderRefusal';
import { Command } from './subcommand';
import { Messages } from './messages';

/** The request behind a reply. */
export interface ReplyContext {
    readonly services: Services;
    readonly operation: Operation;
    readonly report: Report;
    readonly user: IUser;
    readonly caller: Person;
    /** The name of the command, for the examples in the reply. */
    readonly commandName: string;
    /** The parsed command, if the caller typed one. */
    readonly command?: Command;
}

/** Runs `work` and renders its result, refusal or fault in the caller's language. */
export async function replyWith(replyContext: ReplyContext, work: () => Promise<Rendering>): Promise<Reply> {
    const renderContext = await createRenderContext(replyContext);
    try {
        const render = await withRequestTimeout(work());
        return render(renderContext);
    } catch (error) {
        return renderRefusalFor(replyContext, renderContext, error);
    }
}

/** Renders a refusal or a fault in the caller's language. Reports the fault. */
export async function renderRefusalFor(replyContext: ReplyContext, renderContext: RenderContext, error: unknown): Promise<Reply> {
    const refusal = toRefusal(error, replyContext);
    return renderRefusal(refusal, renderContext, await ownersToAsk(refusal, replyContext), replyContext.command);
}

/** Returns a refusal as it is. Reports any other error and returns `error-internal`, which hides the cause. */
export function toRefusal(error: unknown, { operation, report, commandName }: ReplyContext): InviteError {
    operation.failed(error);
    if (error instanceof InviteError) {
        return error;
    }
    report(`/${commandName} failed`, error);
    return new InviteError('error-internal');
}

/** Returns the caller's language and local time. */
export async function createRenderContext(replyContext: ReplyContext): Promise<RenderContext> {
    const { services, user, commandName } = replyContext;
    return {
        messages: await messagesFor(replyContext),
        commandName,
        now: services.clock.now(),
        utcOffset: typeof user.utcOffset === 'number' ? user.utcOffset : undefined,
    };
}

/** Picks the caller's language, then the workspace's, then English. */
async function messagesFor({ services, user, report }: ReplyContext): Promise<Messages> {
    const own = findLanguage(user.settings && user.settings.preferences && user.settings.preferences.language);
    if (own) {
        return own;
    }
    try {
        return findLanguage(await services.settings.language()) || ENGLISH;
    } catch (error) {
        report('The workspace’s language could not be read', error);
        return ENGLISH;
    }
}

/**
 * Returns the owners who could grant what was refused, or an empty list if they cannot be read.
 * Only people with a subscription in the room see them, because a forged button payload can name any room.
 */
async function ownersToAsk({ details }: InviteError, { services, caller, report }: ReplyContext): Promise<readonly string[]> {
    const { rid } = details;
    if (rid === undefined) {
        return [];
    }
    try {
        const owners = (await services.memberships.hasSubscription(rid, caller.id)) ? await services.roomOwners.names(rid) : [];
        return owners.filter((name) => name !== caller.username);
    } catch (error) {
        report('The owners of a room could not be read', error);
        return [];
    }
}
