import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';

import { normalizeQuantity, parseDuration, parseUses } from '../../domain/quantities';
import { formatAuditRoom, parseAuditRoomId } from './auditRoomSetting';
import { isCount } from '../storage/records';

type SettingValue = string | number | boolean;

/** What to save when an administrator saves a value, or what is wrong with it, in words for them. */
type Validated = { readonly value: SettingValue } | { readonly problem: string };

interface SettingDefinition {
    /** The key of the section's name. */
    readonly section: string;
    readonly packageValue: SettingValue;
    readonly type: SettingType;
    readonly check: (value: unknown, read: IRead) => Promise<Validated> | Validated;
}

/** The settings page by section: each setting with its default and its check. Section names, labels and descriptions are in i18n/. */
const SETTING_DEFINITIONS = {
    ...section('Section_Invite', {
        Create_Roles: roleNames('admin, owner, moderator'),
        Manage_Roles: roleNames('admin'),
        Add_User_Roles: roleNames('admin, owner, moderator'),
    }),
    ...section('Section_Limits', {
        Default_Duration: typed('7d', (value) => parseDuration(value) !== undefined, '90 minutes, 12 hours, 7 days, 2 weeks or never'),
        Default_Uses: typed('unlimited', (value) => parseUses(value) !== undefined, '10 people, once or unlimited'),
        Max_Days: count(0),
        Max_Uses: count(0),
        Allow_Never_Expiring: toggle(true),
        Max_Created_Per_Hour: count(300),
    }),
    ...section('Section_Links', {
        Creator_Must_Stay: toggle(true),
        Keep_Ended_Days: count(30),
        Link_Address: address(''),
    }),
    ...section('Section_Bans', { Ask_About_Bans: toggle(true) }),
    ...section('Section_Audit', { Audit_Room: room('') }),
    ...section('Section_Compatibility', {
        Find_Or_Create_As_List: toggle(false),
        Take_Over_Invite: toggle(true),
    }),
};

export type SettingId = keyof typeof SETTING_DEFINITIONS;

export const SETTINGS: readonly ISetting[] = (Object.keys(SETTING_DEFINITIONS) as SettingId[]).map((id) => ({
    id,
    section: SETTING_DEFINITIONS[id].section,
    type: SETTING_DEFINITIONS[id].type,
    packageValue: SETTING_DEFINITIONS[id].packageValue,
    required: false,
    public: false,
    i18nLabel: id,
    i18nDescription: `${id}_Description`,
}));

/** What becomes of a setting that is about to be saved. */
export async function validateSetting({ id, value }: ISetting, read: IRead): Promise<Validated> {
    return SETTING_DEFINITIONS[id as SettingId].check(value, read);
}

/** The names in a comma-separated list. */
export function splitList(list: string): string[] {
    return list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}

type Unplaced = Omit<SettingDefinition, 'section'>;

/** Puts settings into a section of the page. */
function section<Id extends string>(name: string, settings: Record<Id, Unplaced>): Record<Id, SettingDefinition> {
    const placed = {} as Record<Id, SettingDefinition>;
    for (const id of Object.keys(settings) as Id[]) {
        placed[id] = { section: name, ...settings[id] };
    }
    return placed;
}

function roleNames(packageValue: string): Unplaced {
    return {
        packageValue,
        type: SettingType.STRING,
        check: async (value, read) => {
            const names = typeof value === 'string' ? splitList(value) : [];
            if (names.length === 0) {
                return { problem: 'Enter at least one role.' };
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
function room(packageValue: string): Unplaced {
    return {
        packageValue,
        type: SettingType.STRING,
        check: async (value, read) => {
            if (typeof value !== 'string') {
                return { problem: 'Enter the name or id of a room.' };
            }
            const typed = value.trim().replace(/^#/, '');
            const rooms = read.getRoomReader();
            const found: IRoom | undefined =
                typed === '' ? undefined : (await rooms.getById(parseAuditRoomId(typed))) || (await rooms.getByName(typed));
            if (typed !== '' && !found) {
                return { problem: `There is no room called "${typed}".` };
            }
            return { value: found ? formatAuditRoom(found.id, found.slugifiedName) : '' };
        },
    };
}

function typed(packageValue: string, isRight: (value: string) => boolean, examples: string): Unplaced {
    return {
        packageValue,
        type: SettingType.STRING,
        check: (value) =>
            typeof value === 'string' && isRight(normalizeQuantity(value)) ? { value } : { problem: `Enter a value such as ${examples}.` },
    };
}

function count(packageValue: number): Unplaced {
    return {
        packageValue,
        type: SettingType.NUMBER,
        check: (value) => (isCount(value) ? { value } : { problem: 'Enter a whole number, 0 or more.' }),
    };
}

function toggle(packageValue: boolean): Unplaced {
    return {
        packageValue,
        type: SettingType.BOOLEAN,
        check: (value) => (typeof value === 'boolean' ? { value } : { problem: 'Choose on or off.' }),
    };
}

function address(packageValue: string): Unplaced {
    return {
        packageValue,
        type: SettingType.STRING,
        check: (value) =>
            value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(value))
                ? { value }
                : { problem: 'Enter an address such as https://chat.example.com, or nothing.' },
    };
}
