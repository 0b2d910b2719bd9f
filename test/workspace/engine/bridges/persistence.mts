import { PersistenceBridge } from '@rocket.chat/apps-engine/server/bridges/PersistenceBridge.js';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata/index.js';

import type { AssociationDocument } from '../../store/documents.mts';
import type { Database } from '../../store/database.mts';
import { randomId } from '../../server/ids.mts';

/**
 * The apps' own records. Reads return no record ids and no stable order. An update must name the whole association
 * array.
 */
export class Persistence extends PersistenceBridge {
    constructor(private readonly database: Database) {
        super();
    }

    async purge(appId: string): Promise<void> {
        await this.database.appPersistence.deleteMany({ appId });
    }

    protected async create(data: object, appId: string): Promise<string> {
        return this.insert(appId, data);
    }

    protected async createWithAssociations(data: object, associations: RocketChatAssociationRecord[], appId: string): Promise<string> {
        return this.insert(appId, data, plain(associations));
    }

    protected async readById(id: string, appId: string): Promise<object> {
        return (await this.database.appPersistence.findOne({ _id: id, appId }))?.data ?? {};
    }

    /** The server promises no order, so this one is random. */
    protected async readByAssociations(associations: RocketChatAssociationRecord[], appId: string): Promise<object[]> {
        const records = await this.database.appPersistence.find(carryingAll(associations, appId));
        return shuffled(records.map(({ data }) => data));
    }

    protected async remove(id: string, appId: string): Promise<object | undefined> {
        const record = await this.database.appPersistence.findOne({ _id: id, appId });
        await this.database.appPersistence.deleteOne({ _id: id, appId });
        return record?.data;
    }

    /** Reads, then deletes, so two simultaneous calls both return the data. */
    protected async removeByAssociations(associations: RocketChatAssociationRecord[], appId: string): Promise<object[] | undefined> {
        const records = await this.database.appPersistence.find(carryingAll(associations, appId));
        if (records.length === 0) {
            return undefined;
        }
        await this.database.appPersistence.deleteMany(carryingAll(associations, appId));
        return records.map(({ data }) => data);
    }

    protected async update(): Promise<string> {
        throw new Error('Not implemented.');
    }

    protected async updateByAssociations(associations: RocketChatAssociationRecord[], data: object, upsert: boolean, appId: string): Promise<string> {
        const wanted = plain(associations);
        if (!(await this.database.appPersistence.updateOne({ appId, associations: wanted }, { $set: { data } })) && upsert) {
            return this.insert(appId, data, wanted);
        }
        return '';
    }

    private async insert(appId: string, data: object, associations?: AssociationDocument[]): Promise<string> {
        if (typeof data !== 'object') {
            throw new Error('Attempted to store an invalid data type, it must be an object.');
        }
        const _id = randomId(24);
        await this.database.appPersistence.insertOne({ _id, appId, ...(associations && { associations }), data });
        return _id;
    }
}

function carryingAll(associations: RocketChatAssociationRecord[], appId: string): Record<string, unknown> {
    return { appId, associations: { $all: plain(associations) } };
}

function shuffled<T>(items: T[]): T[] {
    return items
        .map((item) => ({ item, rank: Math.random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
}

/** Associations reach the server as plain objects. */
function plain(associations: RocketChatAssociationRecord[]): AssociationDocument[] {
    return JSON.parse(JSON.stringify(associations)) as AssociationDocument[];
}
