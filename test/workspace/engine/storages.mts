import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus.js';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata/index.js';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/index.js';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/index.js';
import type { IMarketplaceInfo } from '@rocket.chat/apps-engine/server/marketplace/index.js';
import { AppLogStorage, AppMetadataStorage, type IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/index.js';
import { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage.js';

import type { Database } from '../store/database.mts';
import { randomId } from '../server/ids.mts';

/** The installed apps and their settings. */
export class MetadataStorage extends AppMetadataStorage {
    constructor(private readonly database: Database) {
        super('workspace');
    }

    async create(item: IAppStorageItem): Promise<IAppStorageItem> {
        const now = new Date();
        if (await this.retrieveOne(item.id)) {
            throw new Error('App already exists.');
        }
        const stored = { ...item, _id: randomId(), createdAt: now, updatedAt: now };
        await this.database.apps.insertOne(plain(stored));
        return stored;
    }

    async retrieveOne(id: string): Promise<IAppStorageItem | null> {
        return (await this.database.apps.findOne({ id })) ?? null;
    }

    async retrieveAll(): Promise<Map<string, IAppStorageItem>> {
        return new Map((await this.database.apps.find()).map((item) => [item.id, item]));
    }

    async retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
        return this.retrieveAll();
    }

    async updatePartialAndReturnDocument(item: Partial<IAppStorageItem>, { unsetPermissionsGranted = false } = {}): Promise<IAppStorageItem> {
        const { _id, ...changes } = plain(item);
        await this.database.apps.updateOne(
            { _id },
            { $set: { ...changes, updatedAt: new Date() }, ...(unsetPermissionsGranted && { $unset: { permissionsGranted: '' } }) },
        );
        const stored = await this.database.apps.findOne({ _id });
        if (!stored) {
            throw new Error('No App found to update.');
        }
        return stored;
    }

    async remove(id: string): Promise<{ success: boolean }> {
        await this.database.apps.deleteOne({ id });
        return { success: true };
    }

    async updateStatus(_id: string, status: AppStatus): Promise<boolean> {
        return this.set(_id, { status });
    }

    async updateSetting(_id: string, setting: ISetting): Promise<boolean> {
        return this.set(_id, { [`settings.${setting.id}`]: plain(setting) });
    }

    async updateAppInfo(_id: string, info: IAppInfo): Promise<boolean> {
        return this.set(_id, { info: plain(info) });
    }

    async updateMarketplaceInfo(_id: string, marketplaceInfo: IMarketplaceInfo[]): Promise<boolean> {
        return this.set(_id, { marketplaceInfo: plain(marketplaceInfo) });
    }

    private async set(_id: string, change: Record<string, unknown>): Promise<boolean> {
        return (await this.database.apps.updateOne({ _id }, { $set: change })) === 1;
    }
}

/** The uploaded zips of the apps. */
export class SourceStorage extends AppSourceStorage {
    constructor(private readonly database: Database) {
        super();
    }

    async store(item: IAppStorageItem, zip: Buffer): Promise<string> {
        await this.database.appPackages.deleteOne({ _id: item.id });
        await this.database.appPackages.insertOne({ _id: item.id, zip: Uint8Array.from(zip) });
        return item.id;
    }

    async fetch(item: IAppStorageItem): Promise<Buffer> {
        const found = await this.database.appPackages.findOne({ _id: item.id });
        if (!found) {
            throw new Error(`No package of ${item.id}`);
        }
        return Buffer.from(found.zip);
    }

    async update(item: IAppStorageItem, zip: Buffer): Promise<string> {
        return this.store(item, zip);
    }

    async remove(item: IAppStorageItem): Promise<void> {
        await this.database.appPackages.deleteOne({ _id: item.id });
    }
}

const LOGS_KEPT = 2000;

/** The apps' logs, as an administrator reads them. The oldest entries are deleted first. */
export class LogStorage extends AppLogStorage {
    private readonly stored: string[] = [];

    constructor(private readonly database: Database) {
        super('workspace');
    }

    async storeEntries(entry: ILoggerStorageEntry): Promise<ILoggerStorageEntry> {
        const _id = randomId();
        await this.database.appLogs.insertOne({ ...plain(entry), _id });
        this.stored.push(_id);
        while (this.stored.length > LOGS_KEPT) {
            await this.database.appLogs.deleteOne({ _id: this.stored.shift() });
        }
        return entry;
    }

    async findPaginated(query: Record<string, unknown>): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
        const logs = await this.database.appLogs.find(query);
        return { logs, total: logs.length };
    }

    async getEntriesFor(appId: string): Promise<ILoggerStorageEntry[]> {
        return this.database.appLogs.find({ appId });
    }

    async removeEntriesFor(appId: string): Promise<void> {
        await this.database.appLogs.deleteMany({ appId });
    }
}

/** Returns the value as a database stores it: without functions, undefined and class instances. */
function plain<T>(value: T): T {
    return JSON.parse(JSON.stringify(value)) as T;
}
