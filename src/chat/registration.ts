import { IConfigurationExtend, IConfigurationModify, IEnvironmentRead, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';

import { retry } from '../app/timing';

/**
 * Provides the app's own command. The engine keeps a disabled app's commands and refuses them when the app is enabled again, although it
 * then runs the newly provided one: that refusal is no fault.
 */
export async function provideOwnCommand(command: ISlashCommand, configuration: IConfigurationExtend, logger: ILogger): Promise<void> {
    try {
        await configuration.slashCommands.provideSlashCommand(command);
    } catch (error) {
        logger.info(`/${command.command} was not provided anew. That is as it should be when the app was disabled and enabled again.`, error);
    }
}

/**
 * Puts the app's command in the place of the server's `/invite`, unless an administrator does not want that. Where it is not to be had (another app
 * holds it, the server has none), the app goes on with its own command and says so in its log (engine-facts.md, 1).
 */
export async function takeOverInvite(
    command: ISlashCommand,
    configuration: IConfigurationModify,
    environment: IEnvironmentRead,
    logger: ILogger,
): Promise<void> {
    try {
        if ((await retry(() => environment.getSettings().getValueById('Take_Over_Invite'))) !== true) {
            logger.info('Taking over /invite is turned off. If the app held it before, the server gets its own back when it restarts.');
            return;
        }
        await configuration.slashCommands.modifySlashCommand(command);
        logger.info('/invite is the app’s now; /invite-link works as well.');
    } catch (error) {
        logger.warn('/invite could not be taken over; /invite-link works.', error);
    }
}
