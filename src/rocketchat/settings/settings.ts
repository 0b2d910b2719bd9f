import { IEnvironmentRead, IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRole } from '@rocket.chat/apps-engine/definition/roles';

import { Validity } from '../../domain/model/invite';
import { Limits } from '../../domain/ports';
import { normalizeQuantity, parseDuration, parseUses } from '../../domain/quantities';
import { TtlCache } from './ttlCache';
import { splitList, SettingId } from './definitions';

/** Of a changed app setting the engine tells the app; of a changed server setting it does not. */
const APP_SETTING_MS = 60 * 60 * 1000;
const SITE_URL_MS = 30 * 1000;

/** The administrator's settings, and the server's own that the app deps. */
export class Settings {
    constructor(
        private readonly environment: IEnvironmentRead,
        private readonly roles: IRoleRead,
        private readonly cache: TtlCache,
    ) {}

    /** As ids of roles, which users hold. */
    createRoles(): Promise<readonly string[]> {
        return this.roleIds('Create_Roles');
    }

    manageRoles(): Promise<readonly string[]> {
        return this.roleIds('Manage_Roles');
    }

    addUserRoles(): Promise<readonly string[]> {
        return this.roleIds('Add_User_Roles');
    }

    /** For an invite that is asked for without one. */
    async defaultValidity(): Promise<Validity> {
        return checked('Default_Duration', parseDuration(normalizeQuantity(await this.text('Default_Duration'))));
    }

    async defaultUses(): Promise<number> {
        return checked('Default_Uses', parseUses(normalizeQuantity(await this.text('Default_Uses'))));
    }

    async limits(): Promise<Limits> {
        return {
            maxDays: Number(await this.value('Max_Days')),
            maxUses: Number(await this.value('Max_Uses')),
            neverExpiring: await this.isOn('Allow_Never_Expiring'),
            perHour: Number(await this.value('Max_Created_Per_Hour')),
        };
    }

    /** For how many days invites stay listed after they ended. */
    async keepEndedDays(): Promise<number> {
        return Number(await this.value('Keep_Ended_Days'));
    }

    /** Whether invites work only as long as their creator could make them. */
    creatorMustStay(): Promise<boolean> {
        return this.isOn('Creator_Must_Stay');
    }

    findOrCreateAsList(): Promise<boolean> {
        return this.isOn('Find_Or_Create_As_List');
    }

    /** Whether callers' own subscriptions may be asked of the workspace's REST API, which alone tells a ban from a membership. */
    askAboutBans(): Promise<boolean> {
        return this.isOn('Ask_About_Bans');
    }

    /** The address that links start with: the administrator's, or else the workspace's own. */
    async linkAddress(): Promise<string> {
        return (await this.text('Link_Address')) || this.cache.get('Site_Url', SITE_URL_MS, () => this.siteUrl());
    }

    /** The room where administrators watch, as the setting has it (formatAuditRoom.ts); empty: none. */
    auditRoom(): Promise<string> {
        return this.text('Audit_Room');
    }

    /** The workspace's language, as a tag. */
    async language(): Promise<string | undefined> {
        const tag: unknown = await this.environment.getServerSettings().getValueById('Language');
        return typeof tag === 'string' ? tag : undefined;
    }

    /** The workspace's own address. */
    async siteUrl(): Promise<string> {
        const url: unknown = await this.environment.getServerSettings().getValueById('Site_Url');
        if (typeof url !== 'string' || url === '') {
            throw new Error('The server setting Site_Url could not be read: is it set, and does the app have the permission "server-setting.read"?');
        }
        return url;
    }

    /** A role that an administrator made has a name and, apart from it, an id; of the server's own roles both are the same. */
    private roleIds(id: SettingId): Promise<readonly string[]> {
        return this.cache.get(`ids in ${id}`, APP_SETTING_MS, async () => {
            const found = splitList(await this.text(id)).map(async (name) => {
                const role: IRole | null = await this.roles.getOneByIdOrName(name, '');
                return role ? role.id : name;
            });
            return Promise.all(found);
        });
    }

    private async isOn(id: SettingId): Promise<boolean> {
        return (await this.value(id)) === true;
    }

    private async text(id: SettingId): Promise<string> {
        return String(await this.value(id));
    }

    /** As it is saved at this moment: an instance may not have heard yet that what it keeps has changed. */
    saved(id: string): Promise<unknown> {
        return this.environment.getSettings().getValueById(id);
    }

    private value(id: SettingId): Promise<unknown> {
        return this.cache.get(id, APP_SETTING_MS, () => this.saved(id));
    }
}

/** Settings are checked when they are saved, so what does not fit was put there another way. */
function checked<T>(id: SettingId, value: T | undefined): T {
    if (value === undefined) {
        throw new Error(`The setting ${id} has a value that does not fit`);
    }
    return value;
}
