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
import { runCommand } from './runCommand';
import { ReplyContext, replyWith, createRenderContext } from './replyWith';
import { parse } from './parse';
import { openModal } from './modal/controller';
import { toModal } from './modal/toModal';
import { CommandName, OWN_COMMAND } from './commandNames';
import { sendEphemeral } from './sendEphemeral';

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
        private readonly instance: ProcessState,
    ) {
        this.command = name.command;
        this.i18nParamsExample = name.i18nParamsExample;
        this.i18nDescription = name.i18nDescription;
    }

    async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
        const report = reportTo(this.app);
        const words = context.getArguments();
        const typed = parse(words);
        const operation = new Operation(`/${this.command} ${typed.kind}`, this.app.getLogger());
        const services = createServices({ read, modify, http, persistence }, this.instance, report, operation);
        const user = context.getSender();
        // Undefined if a client sent the id of a room that does not exist.
        const sentFrom = context.getRoom() as IRoom | undefined;
        const room = sentFrom && toRoom(sentFrom);
        const caller = toPerson(user);
        const replyContext = { services, operation, report, user, caller, command: this.command, typed };
        const triggerId = context.getTriggerId();
        try {
            // The server lets clients run a command with any room id (method `slashCommand`). What they cannot see reads like what does not exist.
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
            const answer = await replyWith(replyContext, () => runCommand(typed, { services, caller, room, appId: this.app.getID() }));
            await sendEphemeral(modify, this.app.getID(), user, { room: context.getRoom(), thread: context.getThreadId() }, answer);
        } finally {
            operation.finish(caller.id);
        }
    }

    /**
     * Opens the dialogue that makes a link, and answers whether it could. That it was opened does not say that it is seen: a client may drop what comes
     * from a command that it does not know to be an app's, as /invite (engine-facts.md, 1).
     */
    private async tryOpenModal(replyContext: ReplyContext, rid: string, modify: IModify, triggerId: string): Promise<boolean> {
        const appId = this.app.getID();
        try {
            const wording = await createRenderContext(replyContext);
            const surface = toModal(await openModal({ replyContext, wording, appId }, rid), replyContext.services.secrets.id(), appId);
            await modify.getUiController().openSurfaceView({ ...surface, type: UIKitSurfaceType.MODAL }, { triggerId }, replyContext.user);
            return true;
        } catch (error) {
            replyContext.report('The dialogue could not be opened', error);
            return false;
        }
    }
}
