import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { InviteError } from '../domain/errors';
import { KeyedQueue } from '../domain/keyedQueue';
import { reportTo } from '../engine/report';
import { toRoom } from '../engine/rooms';
import { servicesFrom } from '../engine/services';
import { withinDeadline } from '../engine/time';
import { toPerson } from '../engine/users';
import { act } from './act';
import { ENGLISH } from './en';
import { parse } from './parse';
import { render, renderRefusal, Wording } from './render';

export interface CommandName {
    readonly command: string;
    readonly i18nParamsExample: string;
    readonly i18nDescription: string;
}

/** The app's own command. */
export const OWN: CommandName = { command: 'invite-link', i18nParamsExample: 'Command_Params', i18nDescription: 'Command_Description' };

/** The server's command whose place the app takes. What is shown of a modified command is shown as it is given, so these are words and no keys. */
export const BUILT_IN: CommandName = {
    command: 'invite',
    i18nParamsExample: 'create 7d | list | use <link> | @user',
    i18nDescription: 'Invite people to this room by a link, or add them by name',
};

/** `/invite` and `/invite-link`: reads what was typed, does it, and tells the caller alone. */
export class InviteCommand implements ISlashCommand {
    readonly command: string;
    readonly i18nParamsExample: string;
    readonly i18nDescription: string;
    readonly providesPreview = false;

    constructor(
        name: CommandName,
        private readonly app: IApp,
        private readonly queue: KeyedQueue,
    ) {
        this.command = name.command;
        this.i18nParamsExample = name.i18nParamsExample;
        this.i18nDescription = name.i18nDescription;
    }

    async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
        await this.tell(context, modify, await this.answer(context, { read, modify, http, persistence }));
    }

    private async answer(context: SlashCommandContext, accessors: Parameters<typeof servicesFrom>[0]): Promise<string> {
        const report = reportTo(this.app);
        const services = servicesFrom(accessors, this.queue, report);
        const wording: Wording = { words: ENGLISH, command: this.command, now: services.clock.now() };
        try {
            const situation = { services, caller: toPerson(context.getSender()), room: toRoom(context.getRoom()), appId: this.app.getID() };
            return render(await withinDeadline(act(parse(context.getArguments()), situation)), wording);
        } catch (error) {
            if (error instanceof InviteError) {
                return renderRefusal(error, wording);
            }
            report(`/${this.command} failed`, error);
            return renderRefusal(new InviteError('error-internal'), wording);
        }
    }

    private async tell(context: SlashCommandContext, modify: IModify, text: string): Promise<void> {
        const message = modify.getCreator().startMessage().setRoom(context.getRoom()).setText(text);
        const thread = context.getThreadId();
        if (thread) {
            message.setThreadId(thread);
        }
        await modify.getNotifier().notifyUser(context.getSender(), message.getMessage());
    }
}
