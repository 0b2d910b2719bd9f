import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/index.js';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/index.js';

import { Collection, type Changes, type Document, type Index } from './collection.mts';
import { inMemory, LevelStorage } from './levelStorage.mts';
import type {
    AssociationDocument,
    AppJobDocument,
    AppPackageDocument,
    MessageDocument,
    PermissionDocument,
    PersistenceDocument,
    RoleDocument,
    RoomDocument,
    SettingDocument,
    SubscriptionDocument,
    TeamDocument,
    TeamMemberDocument,
    UserDocument,
} from './documents.mts';

/**
 * Indexes `appId` and `associations`, as on the server. If a filter names several associations, the first one is used.
 */
const BY_ASSOCIATION: Index<PersistenceDocument> = {
    keysOf: ({ appId, associations = [] }) => associations.map((association) => associationKey(appId, association)),
    keyOf({ appId, associations }) {
        const all = (associations as { $all?: AssociationDocument[] } | undefined)?.$all ?? associations;
        const [first] = Array.isArray(all) ? (all as AssociationDocument[]) : [];
        return first && associationKey(String(appId), first);
    },
};

function associationKey(appId: string, { model, id }: AssociationDocument): string {
    return JSON.stringify([appId, model, id]);
}

/** The database that all server instances share, with the server's collection names and keys. */
export class Database {
    readonly users: Collection<UserDocument>;
    readonly rooms: Collection<RoomDocument>;
    readonly subscriptions: Collection<SubscriptionDocument>;
    readonly messages: Collection<MessageDocument>;
    readonly teams: Collection<TeamDocument>;
    readonly teamMembers: Collection<TeamMemberDocument>;
    readonly roles: Collection<RoleDocument>;
    readonly permissions: Collection<PermissionDocument>;
    readonly settings: Collection<SettingDocument>;
    readonly apps: Collection<IAppStorageItem & Document>;
    readonly appPackages: Collection<AppPackageDocument>;
    readonly appPersistence: Collection<PersistenceDocument>;
    readonly appLogs: Collection<ILoggerStorageEntry & Document>;

    readonly jobs: Collection<AppJobDocument>;

    private constructor(
        changes: Changes,
        readonly close: () => Promise<void>,
    ) {
        this.users = new Collection('users', changes, ({ username, _id }) => username ?? `no username yet: ${_id}`);
        this.rooms = new Collection('rocketchat_room', changes, ({ name, _id }) => name ?? `no name: ${_id}`);
        this.subscriptions = new Collection('rocketchat_subscription', changes, ({ rid, u }) => `${rid} ${u._id}`);
        this.messages = new Collection('rocketchat_message', changes);
        this.teams = new Collection('rocketchat_team', changes, ({ name }) => name);
        this.teamMembers = new Collection('rocketchat_team_member', changes, ({ teamId, userId }) => `${teamId} ${userId}`);
        this.roles = new Collection('rocketchat_roles', changes);
        this.permissions = new Collection('rocketchat_permissions', changes);
        this.settings = new Collection('rocketchat_settings', changes);
        this.apps = new Collection('rocketchat_apps', changes);
        this.appPackages = new Collection('rocketchat_apps_packages', changes);
        this.appPersistence = new Collection('rocketchat_apps_persistence', changes, undefined, BY_ASSOCIATION);
        this.appLogs = new Collection('rocketchat_apps_logs', changes);
        this.jobs = new Collection('rocketchat_apps_scheduler', changes);
    }

    /** Opens the database stored in `folder`, or one in memory. */
    static async open(folder?: string): Promise<Database> {
        if (folder === undefined) {
            return new Database(inMemory, async () => undefined);
        }
        const storage = await LevelStorage.open(folder);
        const database = new Database(storage, () => storage.close());
        const byName = new Map(database.collections().map((collection) => [collection.name, collection]));
        for await (const { collection, document } of storage.all()) {
            byName.get(collection)?.restore(document as never);
        }
        return database;
    }

    private collections(): Collection<never>[] {
        return Object.values(this).filter((value): value is Collection<never> => value instanceof Collection);
    }
}
