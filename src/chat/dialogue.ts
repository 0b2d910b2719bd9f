import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { InviteError } from '../domain/errors';
import { Person, Report } from '../domain/ports';
import { Operation } from '../engine/operation';
import { Services } from '../engine/services';
import { withinDeadline } from '../engine/time';
import { Outcome } from './act';
import { Answer } from './answer';
import { spoken } from './languages/choose';
import { ENGLISH } from './languages/en';
import { Typed } from './parse';
import { render, renderRefusal, Wording } from './render';
import { Words } from './words';

export interface Conversation {
    readonly services: Services;
    readonly operation: Operation;
    readonly report: Report;
    readonly user: IUser;
    readonly caller: Person;
    /** The command for the examples in the answer. */
    readonly command: string;
    /** What they typed after it, where they typed. */
    readonly typed?: Typed;
}

/** Does something for somebody, and puts what came of it, a refusal or a fault included, into their language. */
export async function converse(conversation: Conversation, work: () => Promise<Outcome>): Promise<Answer> {
    const wording = await wordingFor(conversation);
    try {
        return render(await withinDeadline(work()), wording);
    } catch (error) {
        return refusalIn(conversation, wording, error);
    }
}

/** A refusal, or a fault, which is reported, in the person's words. */
export async function refusalIn(conversation: Conversation, wording: Wording, error: unknown): Promise<Answer> {
    const refusal = asRefusal(error, conversation);
    return renderRefusal(refusal, wording, await ownersToAsk(refusal, conversation), conversation.typed);
}

/** What is no refusal is a fault: it is reported, and told without its cause. */
export function asRefusal(error: unknown, { operation, report, command }: Conversation): InviteError {
    operation.failed(error);
    if (error instanceof InviteError) {
        return error;
    }
    report(`/${command} failed`, error);
    return new InviteError('error-internal');
}

/** In which words, and by which clock, that person is answered. */
export async function wordingFor(conversation: Conversation): Promise<Wording> {
    const { services, user, command } = conversation;
    return {
        words: await wordsFor(conversation),
        command,
        now: services.clock.now(),
        utcOffset: typeof user.utcOffset === 'number' ? user.utcOffset : undefined,
    };
}

/** The person's own language, then the workspace's, then English. */
async function wordsFor({ services, user, report }: Conversation): Promise<Words> {
    const own = spoken(user.settings && user.settings.preferences && user.settings.preferences.language);
    if (own) {
        return own;
    }
    try {
        return spoken(await services.settings.language()) || ENGLISH;
    } catch (error) {
        report('The workspace’s language could not be read', error);
        return ENGLISH;
    }
}

/**
 * Who could allow what was refused; nobody, when that cannot be found out: the refusal is what matters. Told to who has an entry in the room only: which room it is about, a
 * button's payload says, and anybody can send one.
 */
async function ownersToAsk({ details }: InviteError, { services, caller, report }: Conversation): Promise<readonly string[]> {
    const { rid } = details;
    if (rid === undefined) {
        return [];
    }
    try {
        const owners = (await services.memberships.hasEntry(rid, caller.id)) ? await services.roomOwners.names(rid) : [];
        return owners.filter((name) => name !== caller.username);
    } catch (error) {
        report('The owners of a room could not be read', error);
        return [];
    }
}
