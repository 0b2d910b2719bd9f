import { IEnvironmentRead, IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRole } from '@rocket.chat/apps-engine/definition/roles';

import { consoleUrl, joinPageUrl } from '../../domain/link';
import { Validity } from '../../domain/model/invite';
import { clampUses, clampValidity, Limits } from '../../domain/model/limits';
import { SettingId } from '../../i18n/administration';
import { parseDuration, parseUses } from '../../i18n/quantities';
import { FollowedPermission } from '../server/permissionRoles';
import { TtlCache } from './ttlCache';
import { splitList } from './definitions';

/** The engine notifies the app when an app setting changes, but not when a server setting does. */
const APP_SETTING_MS = 60 * 60 * 1000;
const SITE_URL_MS = 30 * 1000;

/** The setting that overrides each permission. */
const OVERRIDES: Readonly<Record<FollowedPermission, SettingId>> = {
    'create-invite-links': 'Create_Roles',
    'manage-invite-links': 'Manage_Roles',
    'add-user-to-joined-room': 'Add_User_Roles',
};

/** Reads the app's settings, and the server settings that the app needs. */
export class Settings {
    constructor(
        private readonly environment: IEnvironmentRead,
        private readonly roles: IRoleRead,
        private readonly cache: TtlCache,
    ) {}

    /** Returns the ids of the roles that the administrator chose in place of the permission table; none = the table counts. */
    roleOverride(permission: FollowedPermission): Promise<readonly string[]> {
        return this.roleIds(OVERRIDES[permission]);
    }

    /** The validity of an invite if its creator does not choose one. */
    async defaultValidity(): Promise<Validity> {
        return assertValid('Default_Duration', parseDuration(await this.text('Default_Duration')));
    }

    async defaultUses(): Promise<number> {
        return assertValid('Default_Uses', parseUses(await this.text('Default_Uses')));
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

    /** How many days a request to join is kept. */
    async keepRequestsDays(): Promise<number> {
        return Number(await this.value('Keep_Requests_Days'));
    }

    /** Whether the bot tells people about their links and requests. */
    sendNotices(): Promise<boolean> {
        return this.isOn('Send_Notices');
    }

    /** Whether people who may create links may have them sent by e-mail. */
    allowsEmailInvites(): Promise<boolean> {
        return this.isOn('Allow_Email_Invites');
    }

    /** Whether an invite is suspended while its creator may not create it. */
    creatorMustStay(): Promise<boolean> {
        return this.isOn('Creator_Must_Stay');
    }

    /** Whether findOrCreateInvite returns the invite in an array. */
    returnsInviteAsArray(): Promise<boolean> {
        return this.isOn('Find_Or_Create_As_List');
    }

    /** Whether the app may call the REST API with the caller's login, to recognise bans and to read the permissions. */
    mayUseLogins(): Promise<boolean> {
        return this.isOn('Ask_About_Bans');
    }

    /** Returns what links have before `#`: the administrator's short address, or that of the page. */
    async pageAddress(appId: string): Promise<string> {
        return (await this.text('Page_Address')) || joinPageUrl(await this.linkAddress(), appId);
    }

    /** Throws if links have no address: Site_Url is empty or not readable, and no setting of the app replaces it. */
    async assertLinkable(): Promise<void> {
        if ((await this.text('Page_Address')) === '') {
            await this.linkAddress();
        }
    }

    /** Returns the address of the console. */
    async consoleAddress(appId: string): Promise<string> {
        return consoleUrl(await this.linkAddress(), appId);
    }

    /** Returns the workspace's address for links to the page. Defaults to the workspace's own address. */
    private async linkAddress(): Promise<string> {
        return (await this.text('Link_Address')) || this.cache.get('Site_Url', SITE_URL_MS, () => this.siteUrl());
    }

    /** Returns the value of Audit_Room as formatAuditRoom made it, empty if there is no audit room. */
    auditRoom(): Promise<string> {
        return this.text('Audit_Room');
    }

    /** Returns the workspace's language as a tag. */
    async language(): Promise<string | undefined> {
        const tag = await this.serverText('Language');
        return tag === '' ? undefined : tag;
    }

    /** Whether the workspace has a mail server, and a sender for its e-mails. */
    async canSendEmails(): Promise<boolean> {
        const values = await Promise.all([this.serverText('SMTP_Host'), this.serverText('From_Email')]);
        return values.every((value) => value !== '');
    }

    /** Returns the workspace's name. It may be empty. */
    workspaceName(): Promise<string> {
        return this.serverText('Site_Name');
    }

    /** Returns the workspace's own address. Throws if the server setting is empty or not readable. */
    async siteUrl(): Promise<string> {
        const url = await this.serverText('Site_Url');
        if (url === '') {
            throw new Error('The server setting Site_Url could not be read: is it set, and does the app have the permission "server-setting.read"?');
        }
        return url;
    }

    /** Users hold roles by id. Roles that an administrator created have ids that differ from their names. */
    private roleIds(id: SettingId): Promise<readonly string[]> {
        return this.cache.get(`ids in ${id}`, APP_SETTING_MS, async () => {
            const ids = splitList(await this.text(id)).map(async (name) => {
                const role: IRole | null = await this.roles.getOneByIdOrName(name, '');
                return role ? role.id : name;
            });
            return Promise.all(ids);
        });
    }

    /** Returns the text of a server setting, empty if it has none. */
    private async serverText(id: string): Promise<string> {
        const value: unknown = await this.environment.getServerSettings().getValueById(id);
        return typeof value === 'string' ? value : '';
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
