import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { canAccessRoom } from '../domain/policies/maySee';
import { ProcessState } from '../app/processState';
import { Operation } from '../app/operation';
import { reportTo } from '../app/errorLog';
import { toRoom } from '../rocketchat/server/rooms';
import { createServices } from '../app/services';
import { toPerson } from '../rocketchat/server/users';
import { ReplyContext, replyWith, createRenderContext } from './replyWith';
import { parse } from './parse';
import { openModal } from './modal/controller';
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
        private readonly instance: ProcessState,
    ) {
        this.command = name.command;
        this.i18nParamsExample = name.i18nParamsExample;
        this.i18nDescription = name.i18nDescription;
    }

    async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
        const report = reportTo(this.app);
        const words = context.getArguments();
        const command = parse(words);
        const operation = new Operation(`/${this.command} ${command.kind}`, this.app.getLogger());
        const services = createServices({ read, modify, http, persistence }, this.instance, report, operation);
        const user = context.getSender();
        // The room is undefined if the client sent the id of a room that does not exist.
        const sentFrom = context.getRoom() as IRoom | undefined;
        const room = sentFrom && toRoom(sentFrom);
        const caller = toPerson(user);
        const replyContext = { services, operation, report, user, caller, commandName: this.command, command };
        const triggerId = context.getTriggerId();
        try {
            // A client can send any room id. An invisible room must look like one that does not exist.
            if (!room || !(await canAccessRoom(services, caller, room))) {
                return;
            }
            if (
                words.length === 0 &&
                triggerId &&
                (await this.tryOpenModal(replyContext, room.id, modify, triggerId)) &&
                this.command === OWN_COMMAND.command
            ) {
                return;
            }
            const reply = await replyWith(replyContext, () => command.run({ services, caller, room, appId: this.app.getID() }));
            await sendEphemeral(modify, this.app.getID(), user, { room: context.getRoom(), thread: context.getThreadId() }, reply);
        } finally {
            operation.finish(caller.id);
        }
    }

    /**
     * Asks the client to open the modal that creates a link, and returns whether the request succeeded.
     * The web client ignores the request for `/invite`, because it takes that for the server's command.
     */
    private async tryOpenModal(replyContext: ReplyContext, rid: string, modify: IModify, triggerId: string): Promise<boolean> {
        const appId = this.app.getID();
        try {
            const renderContext = await createRenderContext(replyContext);
            const modal = toModal(await openModal({ replyContext, renderContext, appId }, rid), replyContext.services.secrets.id(), appId);
            await modify.getUiController().openSurfaceView({ ...modal, type: UIKitSurfaceType.MODAL }, { triggerId }, replyContext.user);
            return true;
        } catch (error) {
            replyContext.report('The modal could not be opened', error);
            return false;
        }
    }
}
