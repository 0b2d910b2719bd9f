import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { InviteError } from '../domain/model/errors';
import { Person, Report } from '../domain/ports';
import { Operation } from '../app/operation';
import { Services } from '../app/services';
import { withRequestTimeout } from '../app/timing';
import { CommandResult } from './runCommand';
import { Reply } from './reply';
import { findLanguage } from './languages/findLanguage';
import { ENGLISH } from './languages/en';
import { Command } from './parse';
import { render, renderRefusal, RenderContext } from './render';
import { Messages } from './messages';

export interface ReplyContext {
    readonly services: Services;
    readonly operation: Operation;
    readonly report: Report;
    readonly user: IUser;
    readonly caller: Person;
    /** The command for the examples in the answer. */
    readonly command: string;
    /** What they typed after it, where they typed. */
    readonly typed?: Command;
}

/** Does something for somebody, and puts what came of it, a refusal or a fault included, into their language. */
export async function replyWith(replyContext: ReplyContext, work: () => Promise<CommandResult>): Promise<Reply> {
    const wording = await createRenderContext(replyContext);
    try {
        return render(await withRequestTimeout(work()), wording);
    } catch (error) {
        return renderRefusalFor(replyContext, wording, error);
    }
}

/** A refusal, or a fault, which is reported, in the person's words. */
export async function renderRefusalFor(replyContext: ReplyContext, wording: RenderContext, error: unknown): Promise<Reply> {
    const refusal = toRefusal(error, replyContext);
    return renderRefusal(refusal, wording, await ownersToAsk(refusal, replyContext), replyContext.typed);
}

/** What is no refusal is a fault: it is reported, and told without its cause. */
export function toRefusal(error: unknown, { operation, report, command }: ReplyContext): InviteError {
    operation.failed(error);
    if (error instanceof InviteError) {
        return error;
    }
    report(`/${command} failed`, error);
    return new InviteError('error-internal');
}

/** In which words, and by which clock, that person is answered. */
export async function createRenderContext(replyContext: ReplyContext): Promise<RenderContext> {
    const { services, user, command } = replyContext;
    return {
        words: await messagesFor(replyContext),
        command,
        now: services.clock.now(),
        utcOffset: typeof user.utcOffset === 'number' ? user.utcOffset : undefined,
    };
}

/** The person's own language, then the workspace's, then English. */
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
 * Who could allow what was refused; nobody, when that cannot be found out: the refusal is what matters. Told to who has an entry in the room only: which room it is about, a
 * button's payload says, and anybody can send one.
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
