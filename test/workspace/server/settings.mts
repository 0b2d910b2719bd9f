import type { Database } from '../store/database.mts';

/** Returns a server setting's value, or undefined if the setting does not exist. */
export async function settingValue(database: Database, id: string): Promise<unknown> {
    return (await database.settings.findOne({ _id: id }))?.value;
}

export async function setSetting(database: Database, id: string, value: unknown): Promise<void> {
    if (!(await database.settings.updateOne({ _id: id }, { $set: { value } }))) {
        await database.settings.insertOne({ _id: id, value });
    }
}
