import { ENGLISH } from '../i18n/languages/en/messages';

export interface CommandName {
    readonly command: string;
    readonly i18nParamsExample: string;
    readonly i18nDescription: string;
}

/** The app's own command. */
export const OWN_COMMAND: CommandName = { command: 'invite-link', i18nParamsExample: 'Command_Params', i18nDescription: 'Command_Description' };

/** The server's command that the app takes over. The server does not translate its texts, so they are not keys. */
export const BUILT_IN_COMMAND: CommandName = {
    command: 'invite',
    i18nParamsExample: ENGLISH.administration.commandParams,
    i18nDescription: ENGLISH.administration.commandDescription,
};
