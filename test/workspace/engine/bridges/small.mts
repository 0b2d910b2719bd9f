import { generateKeyPairSync } from 'node:crypto';

import type { IRole } from '@rocket.chat/apps-engine/definition/roles/index.js';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/index.js';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge.js';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge.js';
import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge.js';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge.js';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge.js';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge.js';

import { settingValue, setSetting } from '../../server/settings.mts';
import type { Database } from '../../store/database.mts';

/** Tells the server's clients that an app came, went or changed: nobody here watches the list of apps. */
export class Activation extends AppActivationBridge {
    protected async appAdded(): Promise<void> {}
    protected async appUpdated(): Promise<void> {}
    protected async appRemoved(): Promise<void> {}
    protected async appStatusChanged(): Promise<void> {}
    protected async actionsChanged(): Promise<void> {}
}

export class DetailChanges extends AppDetailChangesBridge {
    protected onAppSettingsChange(): void {}
}

export class ServerSettings extends ServerSettingBridge {
    constructor(private readonly database: Database) {
        super();
    }

    protected async getOneById(id: string): Promise<ISetting> {
        const value = await settingValue(this.database, id);
        return (value === undefined ? undefined : { id, value }) as ISetting;
    }

    protected async getAll(): Promise<ISetting[]> {
        return (await this.database.settings.find()).map(({ _id, value }) => ({ id: _id, value }) as ISetting);
    }

    protected async isReadableById(): Promise<boolean> {
        return true;
    }

    protected async updateOne(setting: ISetting): Promise<void> {
        await setSetting(this.database, setting.id, setting.value);
    }

    protected async hideGroup(): Promise<void> {}
    protected async hideSetting(): Promise<void> {}
    protected async incrementValue(): Promise<void> {}
}

const BUILT_IN_ROLES = ['admin', 'moderator', 'leader', 'owner', 'user', 'bot', 'app', 'guest', 'anonymous'];

export class Roles extends RoleBridge {
    protected async getOneByIdOrName(idOrName: string): Promise<IRole | null> {
        return BUILT_IN_ROLES.includes(idOrName) ? ({ id: idOrName, name: idOrName, protected: true } as IRole) : null;
    }

    protected async getCustomRoles(): Promise<IRole[]> {
        return [];
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

interface KeyPair {
    privateKey: string;
    publicKey: string;
}

const KEYS_SETTING = 'App_Signing_Keys';

/** The key pair that the engine signs installed apps with. It belongs to the workspace: with another one no app would start again. */
export class FederationKeys implements IInternalFederationBridge {
    constructor(private readonly database: Database) {}

    async getPrivateKey(): Promise<string> {
        return (await this.keys()).privateKey;
    }

    async getPublicKey(): Promise<string> {
        return (await this.keys()).publicKey;
    }

    private async keys(): Promise<KeyPair> {
        const kept = await settingValue(this.database, KEYS_SETTING);
        if (kept) {
            return kept as KeyPair;
        }
        const made = generateKeyPairSync('rsa', {
            modulusLength: 2048,
            privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
            publicKeyEncoding: { type: 'spki', format: 'pem' },
        });
        await setSetting(this.database, KEYS_SETTING, made);
        return made;
    }
}
