import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { InstanceState } from '../engine/instance';
import { reportTo } from '../engine/report';
import { toRoom } from '../engine/rooms';
import { servicesFrom } from '../engine/services';
import { toPerson } from '../engine/users';
import { act } from './act';
import { converse } from './dialogue';
import { parse } from './parse';
import { tell } from './tell';

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
    i18nParamsExample: 'create 7d | list | use <link> | revoke <link> | @user',
    i18nDescription: 'Invite people to this room by a link, or add them by name',
};

/** `/invite` and `/invite-link`: reads what was typed, does it, and tells the caller alone. */
export class InviteCommand implements ISlashCommand {
    readonly command: string;
    readonly i18nParamsExample: string;
    readonly i18nDescription: string;
    /** With previews open, Enter picks the first of them instead of running what was typed (docs/decisions/0007). */
    readonly providesPreview = false;

    constructor(
        name: CommandName,
        private readonly app: IApp,
        private readonly instance: InstanceState,
    ) {
        this.command = name.command;
        this.i18nParamsExample = name.i18nParamsExample;
        this.i18nDescription = name.i18nDescription;
    }

    async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
        const report = reportTo(this.app);
        const services = servicesFrom({ read, modify, http, persistence }, this.instance, report);
        const user = context.getSender();
        const room = toRoom(context.getRoom());
        const caller = toPerson(user);
        const answer = await converse({ services, report, user, caller, rid: room.id, command: this.command }, () =>
            act(parse(context.getArguments()), { services, caller, room, appId: this.app.getID() }),
        );
        await tell(modify, this.app.getID(), user, { room: context.getRoom(), thread: context.getThreadId() }, answer);
    }
}
