import { IEnvironmentRead, IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRole } from '@rocket.chat/apps-engine/definition/roles';

import { Validity } from '../../domain/model/invite';
import { clampUses, clampValidity } from '../../domain/model/limits';
import { Limits } from '../../domain/ports';
import { normalizeQuantity, parseDuration, parseUses } from '../../domain/quantities';
import { TtlCache } from './ttlCache';
import { splitList, SettingId } from './definitions';

/** The engine notifies the app when an app setting changes, but not when a server setting does. */
const APP_SETTING_MS = 60 * 60 * 1000;
const SITE_URL_MS = 30 * 1000;

/** Reads the app's settings, and the server settings that the app needs. */
export class Settings {
    constructor(
        private readonly environment: IEnvironmentRead,
        private readonly roles: IRoleRead,
        private readonly cache: TtlCache,
    ) {}

    /** Returns role ids, because users hold roles by id. */
    createRoles(): Promise<readonly string[]> {
        return this.roleIds('Create_Roles');
    }

    manageRoles(): Promise<readonly string[]> {
        return this.roleIds('Manage_Roles');
    }

    addUserRoles(): Promise<readonly string[]> {
        return this.roleIds('Add_User_Roles');
    }

    /** The validity of an invite if its creator does not choose one. */
    async defaultValidity(): Promise<Validity> {
        return assertValid('Default_Duration', parseDuration(normalizeQuantity(await this.text('Default_Duration'))));
    }

    async defaultUses(): Promise<number> {
        return assertValid('Default_Uses', parseUses(normalizeQuantity(await this.text('Default_Uses'))));
    }

    /** Returns the terms of an invite whose creator chose none, within the limits. A `maxUses` of 0 = any number. */
    async defaultTerms(): Promise<{ readonly validity: Validity; readonly maxUses: number }> {
        const limits = await this.limits();
        return { validity: clampValidity(await this.defaultValidity(), limits), maxUses: clampUses(await this.defaultUses(), limits) };
    }

    /** Returns the administrator's limits on new invites. */
    async limits(): Promise<Limits> {
        return {
            maxDays: Number(await this.value('Max_Days')),
            maxUses: Number(await this.value('Max_Uses')),
            neverExpiring: await this.isOn('Allow_Never_Expiring'),
            perHour: Number(await this.value('Max_Created_Per_Hour')),
        };
    }

    /** The number of days for which ended invites stay listed. */
    async keepEndedDays(): Promise<number> {
        return Number(await this.value('Keep_Ended_Days'));
    }

    /** The number of days for which the history is kept; 0 = none is kept. */
    async keepHistoryDays(): Promise<number> {
        return Number(await this.value('Keep_History_Days'));
    }

    /** Whether an invite is suspended while its creator may not create it. */
    creatorMustStay(): Promise<boolean> {
        return this.isOn('Creator_Must_Stay');
    }

    /** Whether findOrCreateInvite returns the invite in an array. */
    returnsInviteAsArray(): Promise<boolean> {
        return this.isOn('Find_Or_Create_As_List');
    }

    /** Whether the app may read the caller's subscription over the REST API to recognise bans. */
    checksBansOverRest(): Promise<boolean> {
        return this.isOn('Ask_About_Bans');
    }

    /** Returns the address that links start with. Defaults to the workspace's own address. */
    async linkAddress(): Promise<string> {
        return (await this.text('Link_Address')) || this.cache.get('Site_Url', SITE_URL_MS, () => this.siteUrl());
    }

    /** Returns the value of Audit_Room as formatAuditRoom made it, empty if there is no audit room. */
    auditRoom(): Promise<string> {
        return this.text('Audit_Room');
    }

    /** Returns the workspace's language as a tag. */
    async language(): Promise<string | undefined> {
        const tag: unknown = await this.environment.getServerSettings().getValueById('Language');
        return typeof tag === 'string' ? tag : undefined;
    }

    /** Returns the workspace's own address. Throws if the server setting is empty or not readable. */
    async siteUrl(): Promise<string> {
        const url: unknown = await this.environment.getServerSettings().getValueById('Site_Url');
        if (typeof url !== 'string' || url === '') {
            throw new Error('The server setting Site_Url could not be read: is it set, and does the app have the permission "server-setting.read"?');
        }
        return url;
    }

    /** Roles that an administrator created have ids that differ from their names. Built-in roles do not. */
    private roleIds(id: SettingId): Promise<readonly string[]> {
        return this.cache.get(`ids in ${id}`, APP_SETTING_MS, async () => {
            const ids = splitList(await this.text(id)).map(async (name) => {
                const role: IRole | null = await this.roles.getOneByIdOrName(name, '');
                return role ? role.id : name;
            });
            return Promise.all(ids);
        });
    }

    private async isOn(id: SettingId): Promise<boolean> {
        return (await this.value(id)) === true;
    }

    private async text(id: SettingId): Promise<string> {
        return String(await this.value(id));
    }

    /** Returns the value saved at this moment, because the cached one may be out of date. */
    saved(id: string): Promise<unknown> {
        return this.environment.getSettings().getValueById(id);
    }

    private value(id: SettingId): Promise<unknown> {
        return this.cache.get(id, APP_SETTING_MS, () => this.saved(id));
    }
}

/** Values are validated on save, so an invalid one was written some other way. */
function assertValid<T>(id: SettingId, value: T | undefined): T {
    if (value === undefined) {
        throw new Error(`The setting ${id} has a value that does not fit`);
    }
    return value;
}
