import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus.js';
import type { IRole } from '@rocket.chat/apps-engine/definition/roles/index.js';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/index.js';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp.js';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge.js';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge.js';
import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge.js';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge.js';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge.js';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge.js';

import { BUILT_IN_ROLES } from '../../server/roles.mts';
import { settingValue, setSetting } from '../../server/settings.mts';
import type { Database } from '../../store/database.mts';
import type { AppEvent } from '../cluster.mts';
import { makeSigningKeys, SIGNING_KEYS, type SigningKeys } from '../signingKeys.mts';

type Broadcast = (event: AppEvent) => void;

/** Broadcasts installed, removed and changed apps to the other instances. No client here shows the list of apps. */
export class Activation extends AppActivationBridge {
    constructor(private readonly broadcast: Broadcast) {
        super();
    }

    protected async appAdded(app: ProxiedApp): Promise<void> {
        this.broadcast({ about: 'added', appId: app.getID() });
    }

    protected async appUpdated(app: ProxiedApp): Promise<void> {
        this.broadcast({ about: 'updated', appId: app.getID() });
    }

    protected async appRemoved(app: ProxiedApp): Promise<void> {
        this.broadcast({ about: 'removed', appId: app.getID() });
    }

    protected async appStatusChanged(app: ProxiedApp, status: AppStatus): Promise<void> {
        this.broadcast({ about: 'status', appId: app.getID(), status });
    }

    protected async actionsChanged(): Promise<void> {}
}

export class DetailChanges extends AppDetailChangesBridge {
    constructor(private readonly broadcast: Broadcast) {
        super();
    }

    protected onAppSettingsChange(appId: string, setting: ISetting): void {
        this.broadcast({ about: 'setting', appId, setting });
    }
}

export class ServerSettings extends ServerSettingBridge {
    constructor(private readonly database: Database) {
        super();
    }

    protected async getOneById(id: string): Promise<ISetting> {
        if (!(await this.isReadableById(id))) {
            throw new Error(`The setting "${id}" is not readable.`);
        }
        return { id, value: await settingValue(this.database, id) } as ISetting;
    }

    protected async getAll(): Promise<ISetting[]> {
        return (await this.database.settings.find({ secret: { $ne: true } })).map(({ _id, value }) => ({ id: _id, value }) as ISetting);
    }

    /** Neither secret settings nor those that do not exist are readable. */
    protected async isReadableById(id: string): Promise<boolean> {
        const setting = await this.database.settings.findOne({ _id: id });
        return setting !== undefined && !setting.secret;
    }

    protected async updateOne(setting: ISetting): Promise<void> {
        await setSetting(this.database, setting.id, setting.value);
    }

    protected async hideGroup(): Promise<void> {}
    protected async hideSetting(): Promise<void> {}
    protected async incrementValue(): Promise<void> {}
}

const ROOM_ROLES = ['moderator', 'leader', 'owner'];

/** A built-in role's id is its name. A custom role has an id of its own, and users hold that id. */
export class Roles extends RoleBridge {
    constructor(private readonly database: Database) {
        super();
    }

    protected async getOneByIdOrName(idOrName: string): Promise<IRole | null> {
        if (BUILT_IN_ROLES.includes(idOrName)) {
            const scope = ROOM_ROLES.includes(idOrName) ? 'Subscriptions' : 'Users';
            return { id: idOrName, name: idOrName, protected: true, scope } as IRole;
        }
        return (await this.getCustomRoles()).find(({ id, name }) => id === idOrName || name === idOrName) ?? null;
    }

    protected async getCustomRoles(): Promise<IRole[]> {
        return (await this.database.roles.find()).map(({ _id, name }) => ({ id: _id, name, protected: false, scope: 'Users' }) as IRole);
    }
}

export class Internal extends InternalBridge {
    constructor(private readonly database: Database) {
        super();
    }

    protected async getUsernamesOfRoomById(roomId: string): Promise<string[]> {
        return (await this.database.subscriptions.find({ rid: roomId })).flatMap(({ u }) => u.username ?? []);
    }

    protected getUsernamesOfRoomByIdSync(): string[] {
        throw new Error('This workspace has no InternalBridge.getUsernamesOfRoomByIdSync');
    }

    protected async getWorkspacePublicKey(): Promise<ISetting> {
        return { id: 'Cloud_Workspace_PublicKey', value: '' } as ISetting;
    }
}

/**
 * The key pair with which the engine signs installed apps. It is stored, because no app would start again with another
 * one.
 */
export class FederationKeys implements IInternalFederationBridge {
    constructor(private readonly database: Database) {}

    async getPrivateKey(): Promise<string> {
        return (await this.keys()).privateKey;
    }

    async getPublicKey(): Promise<string> {
        return (await this.keys()).publicKey;
    }

    private async keys(): Promise<SigningKeys> {
        const kept = await settingValue(this.database, SIGNING_KEYS);
        if (kept) {
            return kept as SigningKeys;
        }
        const made = makeSigningKeys();
        await setSetting(this.database, SIGNING_KEYS, made);
        return made;
    }
}
