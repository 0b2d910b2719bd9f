import { SectionId, SettingId } from '../rocketchat/settings/definitions';

/** What administrators read, in one language. The engine looks it up by key (test/tools/buildLanguages.mjs). */
export interface AdministrationTexts {
    /** The entry in the menu of a room. */
    readonly action: string;
    readonly commandParams: string;
    readonly commandDescription: string;
    readonly sections: Readonly<Record<SectionId, string>>;
    readonly settings: Readonly<Record<SettingId, { readonly label: string; readonly description: string }>>;
}
