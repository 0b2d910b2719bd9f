import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';

import { asOneWord, parseDuration, parseUses } from '../domain/typed';
import { auditRoomSetting, roomIdIn } from './auditRoomSetting';
import { isCount } from './records';

type SettingValue = string | number | boolean;

/** What to save when an administrator saves a value, or what is wrong with it, in words for them. */
type Verdict = { readonly value: SettingValue } | { readonly problem: string };

interface Page {
    readonly packageValue: SettingValue;
    readonly type: SettingType;
    readonly check: (value: unknown, read: IRead) => Promise<Verdict> | Verdict;
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
    Audit_Room: room(''),
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

/** What becomes of a setting that is about to be saved. */
export async function verdictOn({ id, value }: ISetting, read: IRead): Promise<Verdict> {
    return PAGE[id as SettingId].check(value, read);
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
        check: async (value, read) => {
            const names = typeof value === 'string' ? namesIn(value) : [];
            if (names.length === 0) {
                return { problem: 'Name at least one role.' };
            }
            for (const name of names) {
                if (!(await read.getRoleReader().getOneByIdOrName(name, ''))) {
                    return { problem: `There is no role called "${name}".` };
                }
            }
            return { value: names.join(', ') };
        },
    };
}

/** A room by its name or id. It is kept with its id, so that nobody gets to read what is told there by taking its name. */
function room(packageValue: string): Page {
    return {
        packageValue,
        type: SettingType.STRING,
        check: async (value, read) => {
            if (typeof value !== 'string') {
                return { problem: 'This must be text.' };
            }
            const typed = value.trim().replace(/^#/, '');
            const rooms = read.getRoomReader();
            const found: IRoom | undefined = typed === '' ? undefined : (await rooms.getById(roomIdIn(typed))) || (await rooms.getByName(typed));
            if (typed !== '' && !found) {
                return { problem: `There is no room called "${typed}".` };
            }
            return { value: found ? auditRoomSetting(found.id, found.slugifiedName) : '' };
        },
    };
}

function typed(packageValue: string, isRight: (value: string) => boolean, examples: string): Page {
    return {
        packageValue,
        type: SettingType.STRING,
        check: (value) => (typeof value === 'string' && isRight(asOneWord(value)) ? { value } : { problem: `Write it like ${examples}.` }),
    };
}

function count(packageValue: number): Page {
    return {
        packageValue,
        type: SettingType.NUMBER,
        check: (value) => (isCount(value) ? { value } : { problem: 'This must be a whole number, 0 or more.' }),
    };
}

function toggle(packageValue: boolean): Page {
    return {
        packageValue,
        type: SettingType.BOOLEAN,
        check: (value) => (typeof value === 'boolean' ? { value } : { problem: 'This must be on or off.' }),
    };
}

function address(packageValue: string): Page {
    return {
        packageValue,
        type: SettingType.STRING,
        check: (value) =>
            value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(value))
                ? { value }
                : { problem: 'This must be an address like https://chat.example.com, or empty.' },
    };
}
