import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Report } from '../../domain/ports';

/** A record's data; every kind of record says which it is and in which version it was written. */
export interface StoredRecord {
    readonly kind: string;
    readonly version: number;
}

/** The app's persistence, without the engine's ways of failing quietly: what was not read or not written is an error. */
export class Records {
    constructor(
        private readonly reader: IPersistenceRead,
        private readonly writer: IPersistence,
        private readonly report: Report,
    ) {}

    /**
     * The records that carry all these associations. One that `read` does not recognise is reported in the log; `instead` stands for it, or nothing
     * does. It is never overwritten: whoever wrote it may be able to read it.
     */
    async find<T>(read: (record: Fields) => T | undefined, associations: RocketChatAssociationRecord[], instead?: T): Promise<T[]> {
        const found: unknown = await this.reader.readByAssociations(associations);
        // A missing permission answers nothing at all; taken for "no records", it would let things be made twice.
        if (!Array.isArray(found)) {
            throw new Error('The records could not be read: does the app have the permission "persistence"?');
        }
        const readable: T[] = [];
        for (const record of found as (Fields | null)[]) {
            const value = (record && read(record)) || this.unreadable(record, instead);
            if (value) {
                readable.push(value);
            }
        }
        return readable;
    }

    async insert(data: StoredRecord, associations: RocketChatAssociationRecord[]): Promise<void> {
        const id: unknown = await this.writer.createWithAssociations(data, associations);
        if (typeof id !== 'string') {
            throw new Error('The record could not be written: does the app have the permission "persistence"?');
        }
    }

    /** Replaces the data of the record that carries exactly these associations, in this order. No such record: nothing happens. */
    async replace(data: StoredRecord, associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.updateByAssociations(associations, data, false);
    }

    /** As `replace`, but one that is not there is made. Two at once make two: only for records that one writer writes, one after another. */
    async put(data: StoredRecord, associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.updateByAssociations(associations, data, true);
    }

    async remove(...associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.removeByAssociations(associations);
    }

    private unreadable<T>(record: Fields | null, instead?: T): T | undefined {
        const { kind, id, version } = record || {};
        this.report(`A record cannot be read and is passed over: ${String(kind)} ${String(id)}, version ${String(version)}`);
        return instead;
    }
}

/** A record of whatever was stored, before it is known to be what it should be. */
export type Fields = Readonly<Record<string, unknown>>;

export function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

/** Whether it is a number of times or ms. */
export function isCount(value: unknown): value is number {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** A label of the app's own that records carry. */
export function label(name: string): RocketChatAssociationRecord {
    return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, name);
}

export function roomLabel(rid: string): RocketChatAssociationRecord {
    return new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, rid);
}
