/** The translation keys of the sections of the settings. */
export type SectionId = 'Section_Invite' | 'Section_Limits' | 'Section_Links' | 'Section_Bans' | 'Section_Audit' | 'Section_Compatibility';

/** The ids of the settings, which are also their translation keys. src/rocketchat/settings/definitions.ts defines them. */
export type SettingId =
    | 'Create_Roles'
    | 'Manage_Roles'
    | 'Add_User_Roles'
    | 'Allow_Email_Invites'
    | 'Default_Duration'
    | 'Default_Uses'
    | 'Max_Days'
    | 'Max_Uses'
    | 'Allow_Never_Expiring'
    | 'Max_Created_Per_Hour'
    | 'Creator_Must_Stay'
    | 'Keep_Ended_Days'
    | 'Keep_History_Days'
    | 'Keep_Requests_Days'
    | 'Send_Notices'
    | 'Link_Address'
    | 'Page_Address'
    | 'Ask_About_Bans'
    | 'Audit_Room'
    | 'Find_Or_Create_As_List'
    | 'Take_Over_Invite';

/** What administrators read, in one language. The engine looks it up by key (test/tools/buildLanguages.mjs). */
export interface AdministrationTexts {
    /** The entry in the menu of a room. */
    readonly action: string;
    readonly commandParams: string;
    readonly commandDescription: string;
    readonly sections: Readonly<Record<SectionId, string>>;
    readonly settings: Readonly<Record<SettingId, { readonly label: string; readonly description: string }>>;
}
