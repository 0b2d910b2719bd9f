import { IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';

import { parseDuration, parseUses } from '../domain/typed';

type SettingValue = string | number | boolean;

/** What is wrong with a value that an administrator wants to save, in words for them; undefined: nothing. */
type Check = (value: unknown, roles: IRoleRead) => Promise<string | undefined> | string | undefined;

interface Page {
    readonly packageValue: SettingValue;
    readonly type: SettingType;
    readonly check: Check;
}

/** The settings page: each setting with its default and what it takes. Labels and descriptions are in i18n/. */
const PAGE = {
    Create_Roles: roleNames('admin, owner, moderator'),
    Manage_Roles: roleNames('admin'),
    Add_User_Roles: roleNames('admin, owner, moderator'),
    Default_Duration: typed('7d', (value) => parseDuration(value) !== undefined, '90m, 12h, 7d, 2w or never'),
    Default_Uses: typed('unlimited', (value) => parseUses(value) !== undefined, 'x10, once or unlimited'),
    Max_Days: count(0),
    Max_Uses: count(0),
    Allow_Never_Expiring: toggle(true),
    Max_Created_Per_Hour: count(300),
    Creator_Must_Stay: toggle(true),
    Keep_Ended_Days: count(30),
    Ask_About_Bans: toggle(true),
    Link_Address: address(''),
    Find_Or_Create_As_List: toggle(false),
    Audit_Room: text(''),
    Take_Over_Invite: toggle(true),
};

export type SettingId = keyof typeof PAGE;

export const SETTINGS: readonly ISetting[] = (Object.keys(PAGE) as SettingId[]).map((id) => ({
    id,
    type: PAGE[id].type,
    packageValue: PAGE[id].packageValue,
    required: false,
    public: false,
    i18nLabel: id,
    i18nDescription: `${id}_Description`,
}));

/** What is wrong with a setting that is about to be saved; undefined: nothing. */
export async function problemOf({ id, value }: ISetting, roles: IRoleRead): Promise<string | undefined> {
    return PAGE[id as SettingId].check(value, roles);
}

/** The names in a comma-separated list. */
export function namesIn(list: string): string[] {
    return list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}

function roleNames(packageValue: string): Page {
    return {
        packageValue,
        type: SettingType.STRING,
        check: async (value, roles) => {
            const names = typeof value === 'string' ? namesIn(value) : [];
            if (names.length === 0) {
                return 'Name at least one role.';
            }
            for (const name of names) {
                if (!(await roles.getOneByIdOrName(name, ''))) {
                    return `There is no role called "${name}".`;
                }
            }
            return undefined;
        },
    };
}

function typed(packageValue: string, isRight: (value: string) => boolean, examples: string): Page {
    return {
        packageValue,
        type: SettingType.STRING,
        check: (value) => (typeof value === 'string' && isRight(value.trim()) ? undefined : `This must be one of ${examples}.`),
    };
}

function count(packageValue: number): Page {
    return {
        packageValue,
        type: SettingType.NUMBER,
        check: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'This must be a whole number, 0 or more.'),
    };
}

/** Anything: a room may be made, or renamed, after it was named here. */
function text(packageValue: string): Page {
    return { packageValue, type: SettingType.STRING, check: (value) => (typeof value === 'string' ? undefined : 'This must be text.') };
}

function toggle(packageValue: boolean): Page {
    return { packageValue, type: SettingType.BOOLEAN, check: (value) => (typeof value === 'boolean' ? undefined : 'This must be on or off.') };
}

function address(packageValue: string): Page {
    return {
        packageValue,
        type: SettingType.STRING,
        check: (value) =>
            value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(value))
                ? undefined
                : 'This must be an address like https://chat.example.com, or empty.',
    };
}
