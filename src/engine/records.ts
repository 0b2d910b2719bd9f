import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

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
    ) {}

    async read(...associations: RocketChatAssociationRecord[]): Promise<unknown[]> {
        const found: unknown = await this.reader.readByAssociations(associations);
        // A missing permission answers nothing at all; taken for "no records", it would let things be made twice.
        if (!Array.isArray(found)) {
            throw new Error('The records could not be read: does the app have the permission "persistence"?');
        }
        return found as unknown[];
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

    async remove(...associations: RocketChatAssociationRecord[]): Promise<void> {
        await this.writer.removeByAssociations(associations);
    }
}

/** A label of the app's own that records carry. */
export function label(name: string): RocketChatAssociationRecord {
    return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, name);
}

export function roomLabel(rid: string): RocketChatAssociationRecord {
    return new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, rid);
}
