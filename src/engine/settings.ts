import { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';

import { Limits } from '../domain/ports';

export const SettingId = {
    CREATE_ROLES: 'Create_Roles',
    MANAGE_ROLES: 'Manage_Roles',
    ADD_USER_ROLES: 'Add_User_Roles',
    DEFAULT_DURATION: 'Default_Duration',
    MAX_DAYS: 'Max_Days',
    MAX_USES: 'Max_Uses',
    FIND_OR_CREATE_AS_LIST: 'Find_Or_Create_As_List',
    TAKE_OVER_INVITE: 'Take_Over_Invite',
} as const;

/** The settings page. Labels and descriptions are in i18n/. */
export const SETTINGS: readonly ISetting[] = [
    text(SettingId.CREATE_ROLES, 'admin, owner, moderator'),
    text(SettingId.MANAGE_ROLES, 'admin'),
    text(SettingId.ADD_USER_ROLES, 'admin, owner, moderator'),
    text(SettingId.DEFAULT_DURATION, '7d'),
    number(SettingId.MAX_DAYS, 0),
    number(SettingId.MAX_USES, 0),
    toggle(SettingId.FIND_OR_CREATE_AS_LIST, false),
    toggle(SettingId.TAKE_OVER_INVITE, true),
];

/** The administrator's settings, and the server's own that the app needs. */
export class Settings {
    constructor(private readonly environment: IEnvironmentRead) {}

    createRoles(): Promise<readonly string[]> {
        return this.roles(SettingId.CREATE_ROLES);
    }

    manageRoles(): Promise<readonly string[]> {
        return this.roles(SettingId.MANAGE_ROLES);
    }

    addUserRoles(): Promise<readonly string[]> {
        return this.roles(SettingId.ADD_USER_ROLES);
    }

    /** As it would be typed: `7d`. */
    async defaultDuration(): Promise<string> {
        return String(await this.value(SettingId.DEFAULT_DURATION));
    }

    async limits(): Promise<Limits> {
        return { maxDays: Number(await this.value(SettingId.MAX_DAYS)), maxUses: Number(await this.value(SettingId.MAX_USES)) };
    }

    async findOrCreateAsList(): Promise<boolean> {
        return (await this.value(SettingId.FIND_OR_CREATE_AS_LIST)) === true;
    }

    async takeOverInvite(): Promise<boolean> {
        return (await this.value(SettingId.TAKE_OVER_INVITE)) === true;
    }

    /** The workspace's own address. */
    async siteUrl(): Promise<string> {
        const url: unknown = await this.environment.getServerSettings().getValueById('Site_Url');
        if (typeof url !== 'string' || url === '') {
            throw new Error('The server setting Site_Url could not be read: is it set, and does the app have the permission "server-setting.read"?');
        }
        return url;
    }

    private async roles(id: string): Promise<readonly string[]> {
        return String(await this.value(id))
            .split(',')
            .map((role) => role.trim())
            .filter((role) => role !== '');
    }

    private value(id: string): Promise<unknown> {
        return this.environment.getSettings().getValueById(id);
    }
}

function text(id: string, packageValue: string): ISetting {
    return { ...common(id), type: SettingType.STRING, packageValue };
}

function number(id: string, packageValue: number): ISetting {
    return { ...common(id), type: SettingType.NUMBER, packageValue };
}

function toggle(id: string, packageValue: boolean): ISetting {
    return { ...common(id), type: SettingType.BOOLEAN, packageValue };
}

function common(id: string): Pick<ISetting, 'id' | 'i18nLabel' | 'i18nDescription' | 'required' | 'public'> {
    return { id, i18nLabel: id, i18nDescription: `${id}_Description`, required: true, public: false };
}
