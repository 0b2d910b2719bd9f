import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Report } from '../../domain/ports';

/** The fields that every record of the app has. `version` is the version of the record's format. */
export interface StoredRecord {
    readonly kind: string;
    readonly version: number;
}

/** Wraps the app's persistence. Throws where the engine fails silently. */
export class Records {
    constructor(
        private readonly reader: IPersistenceRead,
        private readonly writer: IPersistence,
        private readonly report: Report,
    ) {}

    /**
     * Returns the records that carry all these associations. A record that `read` rejects is reported to the log, and
     * `fallback` takes its place. It is not deleted, because another version of the app may be able to read it.
     */
    async find<T>(read: (record: Fields) => T | undefined, associations: RocketChatAssociationRecord[], fallback?: T): Promise<T[]> {
        const readable: T[] = [];
        for (const record of await readRecords(this.reader, associations)) {
            const value = (record && read(record)) || this.reportUnreadable(record, fallback);
            if (value) {
                readable.push(value);
            }
        }
        return readable;
    }

    /** Stores a new record. Throws if the engine did not store it. */
    async insert(data: StoredRecord, associations: RocketChatAssociationRecord[]): Promise<void> {
        const id: unknown = await this.writer.createWithAssociations(data, associations);
        if (typeof id !== 'string') {
            throw new Error('The record could not be written: does the app have the permission "persistence"?');
        }
    }

    /** Replaces the data of the record with exactly these associations, in this order. Does nothing without one. */
    async replace(data: StoredRecord, associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.updateByAssociations(associations, data, false);
    }

    /** Like `replace`, but creates a missing record. Parallel calls create duplicates, so writers must take turns. */
    async put(data: StoredRecord, associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.updateByAssociations(associations, data, true);
    }

    /** Removes the records that carry all these associations. */
    async remove(...associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.removeByAssociations(associations);
    }

    private reportUnreadable<T>(record: Fields | null, fallback?: T): T | undefined {
        const { kind, id, version } = record || {};
        this.report(`A record cannot be read and is passed over: ${String(kind)} ${String(id)}, version ${String(version)}`);
        return fallback;
    }
}

/** A stored record whose fields have not been validated yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns the records that carry all these associations, not validated yet. Throws where the engine fails silently. */
export async function readRecords(reader: IPersistenceRead, associations: RocketChatAssociationRecord[]): Promise<readonly (Fields | null)[]> {
    const found: unknown = await reader.readByAssociations(associations);
    // Without the permission, the engine returns undefined. Treating that as "no records" would create duplicates.
    if (!Array.isArray(found)) {
        throw new Error('The records could not be read: does the app have the permission "persistence"?');
    }
    return found as (Fields | null)[];
}

/** Returns the association that marks records with one of the app's own labels. */
export function createLabel(name: string): RocketChatAssociationRecord {
    return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, name);
}

/** Returns the association that marks the records of a room. */
export function createRoomLabel(rid: string): RocketChatAssociationRecord {
    return new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, rid);
}
