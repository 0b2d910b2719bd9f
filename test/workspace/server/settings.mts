import type { SettingDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';

/** The settings of a new server for e-mail. Apps cannot read those that are secret. */
const MAIL_SETTINGS: readonly SettingDocument[] = [
    { _id: 'SMTP_Protocol', value: 'smtp' },
    { _id: 'SMTP_Host', value: '' },
    { _id: 'SMTP_Port', value: '' },
    { _id: 'SMTP_IgnoreTLS', value: true },
    { _id: 'SMTP_Username', value: '', secret: true },
    { _id: 'SMTP_Password', value: '', secret: true },
    { _id: 'From_Email', value: '' },
    { _id: 'email_plain_text_only', value: false },
];

/** Adds the settings that are missing, with the server's defaults. */
export async function addSettings(database: Database): Promise<void> {
    for (const setting of MAIL_SETTINGS) {
        if (!(await database.settings.findOne({ _id: setting._id }))) {
            await database.settings.insertOne(setting);
        }
    }
}

/** Returns a server setting's value, or undefined if the setting does not exist. */
export async function settingValue(database: Database, id: string): Promise<unknown> {
    return (await database.settings.findOne({ _id: id }))?.value;
}

export async function setSetting(database: Database, id: string, value: unknown): Promise<void> {
    if (!(await database.settings.updateOne({ _id: id }, { $set: { value } }))) {
        await database.settings.insertOne({ _id: id, value });
    }
}
