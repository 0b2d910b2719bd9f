import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/index.js';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands/index.js';
import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands/index.js';
import type { AppSlashCommandManager } from '@rocket.chat/apps-engine/server/managers/AppSlashCommandManager.js';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge.js';

import { parseParameters, type CommandCall, type SlashCommand, type SlashCommands } from '../../server/slashCommands.mts';
import type { Database } from '../../store/database.mts';
import { toAppRoom, toAppUser } from '../converters.mts';

/** The commands, as apps reach them. Modifying a built-in command replaces its callback until the next restart. */
export class Commands extends CommandBridge {
    private readonly disabled = new Map<string, SlashCommand>();

    constructor(
        private readonly database: Database,
        private readonly registry: SlashCommands,
        private readonly manager: () => AppSlashCommandManager,
    ) {
        super();
    }

    protected async doesCommandExist(command: string): Promise<boolean> {
        return this.registry.commands.has(command.toLowerCase()) || this.disabled.has(command.toLowerCase());
    }

    protected async enableCommand(command: string): Promise<void> {
        const known = this.disabled.get(command.toLowerCase());
        if (!known) {
            throw new Error(`The command is not currently disabled: "${command}"`);
        }
        this.registry.commands.set(known.command, known);
        this.disabled.delete(known.command);
    }

    protected async disableCommand(command: string): Promise<void> {
        const name = command.toLowerCase();
        if (this.disabled.has(name)) {
            return;
        }
        const known = this.registry.commands.get(name);
        if (!known) {
            throw new Error(`Command does not exist in the system currently: "${command}"`);
        }
        this.disabled.set(name, known);
        this.registry.commands.delete(name);
    }

    protected async modifyCommand(command: ISlashCommand): Promise<void> {
        const known = this.registry.commands.get(command.command.toLowerCase());
        if (!known) {
            throw new Error(`Command does not exist in the system currently (or it is disabled): "${command.command}"`);
        }
        known.params = command.i18nParamsExample || known.params;
        known.description = command.i18nDescription || known.params;
        known.providesPreview = command.providesPreview;
        known.callback = (call) => this.execute(call);
    }

    protected async registerCommand(command: ISlashCommand, appId: string): Promise<void> {
        this.registry.commands.set(command.command.toLowerCase(), {
            command: command.command.toLowerCase(),
            params: `app-${appId}.${command.i18nParamsExample}`,
            description: `app-${appId}.${command.i18nDescription}`,
            permission: command.permission,
            providesPreview: command.providesPreview,
            appId,
            callback: (call) => this.execute(call),
        });
    }

    protected async unregisterCommand(command: string): Promise<void> {
        this.disabled.delete(command.toLowerCase());
        this.registry.commands.delete(command.toLowerCase());
    }

    private async execute({ command, params, userId, rid, tmid, triggerId }: CommandCall): Promise<void> {
        const user = await this.database.users.findOne({ _id: userId });
        const room = await this.database.rooms.findOne({ _id: rid });
        if (!user) {
            throw new Error('The user of a command must exist');
        }
        // The server passes undefined for a room that does not exist.
        const converted = (room && (await toAppRoom(this.database, room))) as IRoom;
        const context = new SlashCommandContext(toAppUser(user), converted, parseParameters(params), tmid, triggerId);
        await this.manager().executeCommand(command, context);
    }
}
