import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { localNow } from '../i18n/dates';
import { canAccessRoom } from '../domain/policies/maySee';
import { ProcessState } from '../app/processState';
import { runOperation } from '../app/runOperation';
import { toRoom } from '../rocketchat/server/rooms';
import { toPerson } from '../rocketchat/server/users';
import { createRenderContext, Reader, replyToRefusal } from './reader';
import { Reply } from './reply';
import { parse } from './parse';
import { buildCreateView } from './modal/controller';
import { createSession, ModalSession } from './modal/session';
import { toModal } from './modal/toModal';
import { CommandName, OWN_COMMAND } from './commandNames';
import { sendEphemeral } from './sendEphemeral';

/** `/invite` and `/invite-link`: parses the command, runs it and replies to the caller only. */
export class InviteCommand implements ISlashCommand {
    readonly command: string;
    readonly i18nParamsExample: string;
    readonly i18nDescription: string;
    /** With previews, Enter would pick the first preview instead of running the command (docs/decisions/0007). */
    readonly providesPreview = false;

    constructor(
        name: CommandName,
        private readonly app: IApp,
        private readonly state: ProcessState,
    ) {
        this.command = name.command;
        this.i18nParamsExample = name.i18nParamsExample;
        this.i18nDescription = name.i18nDescription;
    }

    async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
        const words = context.getArguments();
        const user = context.getSender();
        const utcOffset = typeof user.utcOffset === 'number' ? user.utcOffset : 0;
        const command = parse(words, localNow({ now: Date.now(), utcOffset }));
        const caller = toPerson(user);
        const reader: Reader = { user, caller, commandName: this.command, command };
        // The room is undefined if the client sent the id of a room that does not exist.
        const sentFrom = context.getRoom() as IRoom | undefined;
        const room = sentFrom && toRoom(sentFrom);
        const appId = this.app.getID();
        const triggerId = words.length === 0 ? context.getTriggerId() : undefined;
        const reply = await runOperation<Reply | undefined>(
            { app: this.app, accessors: { read, modify, http, persistence }, state: this.state },
            { name: `/${this.command} ${command.kind}`, callerId: caller.id },
            async (running) => {
                const { services } = running;
                // A client can send any room id. An invisible room must look like one that does not exist.
                if (!room || !(await canAccessRoom(services, caller, room))) {
                    return undefined;
                }
                const isShown = triggerId ? await tryOpenModal(await createSession(running, reader, appId), room.id, modify, triggerId) : false;
                // The web client ignores the modal for `/invite`, because it takes that for the server's command.
                if (isShown && this.command === OWN_COMMAND.command) {
                    return undefined;
                }
                const render = await command.run({ services, caller, room, appId, utcOffset });
                return render(await createRenderContext(services, reader));
            },
            async (refusal, { services }) => replyToRefusal(refusal, services, reader, await createRenderContext(services, reader)),
        );
        if (reply && sentFrom) {
            await sendEphemeral(modify, appId, user, { room: sentFrom, thread: context.getThreadId() }, reply);
        }
    }
}

/** Asks the client to open the modal that creates a link, and returns whether the request succeeded. */
async function tryOpenModal(session: ModalSession, rid: string, modify: IModify, triggerId: string): Promise<boolean> {
    const { running, reader, appId } = session;
    const { report, secrets } = running.services;
    try {
        const modal = toModal(await buildCreateView(session, rid), secrets.id(), appId);
        await modify.getUiController().openSurfaceView({ ...modal, type: UIKitSurfaceType.MODAL }, { triggerId }, reader.user);
        return true;
    } catch (error) {
        report('The modal could not be opened', error);
        return false;
    }
}
