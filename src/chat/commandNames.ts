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
    i18nParamsExample: 'create 7 days | list | use <link> | revoke <link> | @user',
    i18nDescription: 'Invite people to this room with a link, or add them by name',
};
