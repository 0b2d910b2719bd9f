import { IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';

import { isCount } from '../../domain/numbers';
import { createLabel, readRecords, Records } from './records';

/** The version of the data that the app writes. It increases when older versions of the app could misread the data. */
const DATA_VERSION = 2;

const KIND = 'data-version';
const VERSION_LABEL = createLabel(KIND);

/** Stores the data version, for older versions of the app that may replace this one. */
export async function noteDataVersion(records: Records): Promise<void> {
    const stored = await records.find(({ version }) => (isCount(version) ? version : undefined), [VERSION_LABEL]);
    if (Math.max(0, ...stored) < DATA_VERSION) {
        await records.put({ kind: KIND, version: DATA_VERSION }, [VERSION_LABEL]);
    }
}

/** Whether a newer version of the app has written data that this one could misread. Rejects if the read fails. */
export async function isDataNewer(reader: IPersistenceRead): Promise<boolean> {
    const stored = await readRecords(reader, [VERSION_LABEL]);
    return stored.some((record) => record && isCount(record.version) && record.version > DATA_VERSION);
}
