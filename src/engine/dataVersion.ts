import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';

import { Report } from '../domain/ports';
import { isCount, label, Records } from './records';

/** The form of the data that this version of the app writes. It counts up when an older version could no longer make sense of it. */
const DATA_VERSION = 1;

const KIND = 'data-version';
const THE_ONE = label(KIND);

/** Notes which form the data has, for older versions that may be put in this one's place. */
export async function noteDataVersion(reader: IPersistenceRead, writer: IPersistence, report: Report): Promise<void> {
    if ((await storedVersion(reader)) < DATA_VERSION) {
        await new Records(reader, writer, report).put({ kind: KIND, version: DATA_VERSION }, [THE_ONE]);
    }
}

/** Whether a newer version of the app has written data that this one would misunderstand. */
export async function isDataNewer(reader: IPersistenceRead): Promise<boolean> {
    return (await storedVersion(reader)) > DATA_VERSION;
}

async function storedVersion(reader: IPersistenceRead): Promise<number> {
    const found = (await reader.readByAssociations([THE_ONE])) as ({ version?: unknown } | null)[] | undefined;
    return Math.max(0, ...(found || []).map((record) => (record && isCount(record.version) ? record.version : 0)));
}
