import { IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';

import { isCount, label, Records } from './records';

/** The form of the data that this version of the app writes. It counts up when an older version could no longer make sense of it. */
const DATA_VERSION = 1;

const KIND = 'data-version';
const THE_ONE = label(KIND);

/** Notes which form the data has, for older versions that may be put in this one's place. */
export async function noteDataVersion(records: Records): Promise<void> {
    const noted = await records.find(({ version }) => (isCount(version) ? version : undefined), [THE_ONE]);
    if (Math.max(0, ...noted) < DATA_VERSION) {
        await records.put({ kind: KIND, version: DATA_VERSION }, [THE_ONE]);
    }
}

/** Whether a newer version of the app has written data that this one would misunderstand. */
export async function isDataNewer(reader: IPersistenceRead): Promise<boolean> {
    const noted = (await reader.readByAssociations([THE_ONE])) as ({ version?: unknown } | null)[] | undefined;
    return (noted || []).some((record) => record && isCount(record.version) && record.version > DATA_VERSION);
}
