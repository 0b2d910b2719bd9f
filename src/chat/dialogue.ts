import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { InviteError } from '../domain/errors';
import { Person, Report } from '../domain/ports';
import { Services } from '../engine/services';
import { withinDeadline } from '../engine/time';
import { Outcome } from './act';
import { Answer } from './answer';
import { spoken } from './languages/choose';
import { ENGLISH } from './languages/en';
import { render, renderRefusal, Wording } from './render';
import { Words } from './words';

export interface Conversation {
    readonly services: Services;
    readonly report: Report;
    readonly user: IUser;
    readonly caller: Person;
    /** Where they are talking. */
    readonly rid: string;
    /** The command for the examples in the answer. */
    readonly command: string;
}

/** Does something for somebody in a room, and puts what came of it, a refusal or a fault included, into their language. */
export async function converse(conversation: Conversation, work: () => Promise<Outcome>): Promise<Answer> {
    const wording = await wordingFor(conversation);
    try {
        return render(await withinDeadline(work()), wording);
    } catch (error) {
        if (!(error instanceof InviteError)) {
            conversation.report(`/${conversation.command} failed`, error);
        }
        const refusal = error instanceof InviteError ? error : new InviteError('error-internal');
        return renderRefusal(refusal, wording, await ownersToAsk(refusal, conversation));
    }
}

async function wordingFor(conversation: Conversation): Promise<Wording> {
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

/** Who could allow what was refused; nobody, when that cannot be found out: the refusal is what matters. */
async function ownersToAsk({ code }: InviteError, { services, rid, report }: Conversation): Promise<readonly string[]> {
    if (code !== 'not_authorized') {
        return [];
    }
    return services.roomOwners.names(rid).catch((error: unknown) => {
        report('The owners of a room could not be read', error);
        return [];
    });
}
