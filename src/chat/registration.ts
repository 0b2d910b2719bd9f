import { IConfigurationExtend, IConfigurationModify, IEnvironmentRead, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';

import { retryThrice } from '../app/timing';

/**
 * Provides the app's own command. When a disabled app is enabled again, the engine still holds its command and throws.
 * It runs the new command all the same, so the error is only logged.
 */
export async function provideOwnCommand(command: ISlashCommand, configuration: IConfigurationExtend, logger: ILogger): Promise<void> {
    try {
        await configuration.slashCommands.provideSlashCommand(command);
    } catch (error) {
        logger.info(`/${command.command} was already provided. This is expected when a disabled app is enabled again.`, error);
    }
}

/**
 * Replaces the server's `/invite` with the app's command, unless an administrator turned that off. Returns what came of it.
 * On failure, the app logs a warning and keeps its own command (docs/decisions/0003).
 */
export async function takeOverInvite(
    command: ISlashCommand,
    configuration: IConfigurationModify,
    environment: IEnvironmentRead,
    logger: ILogger,
): Promise<'ok' | 'off' | 'failed'> {
    try {
        if ((await retryThrice(() => environment.getSettings().getValueById('Take_Over_Invite'))) !== true) {
            logger.info('Taking over /invite is turned off. If the app had taken it over before, the server restores its own when it restarts.');
            return 'off';
        }
        await configuration.slashCommands.modifySlashCommand(command);
        logger.info('/invite is the app’s now; /invite-link works as well.');
        return 'ok';
    } catch (error) {
        logger.warn('/invite could not be taken over; /invite-link works.', error);
        return 'failed';
    }
}
