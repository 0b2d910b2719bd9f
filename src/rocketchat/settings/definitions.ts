import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';

import { MS_PER_DAY, msOf } from '../../domain/model/invite';
import { isCount } from '../../domain/numbers';
import { SectionId, SettingId } from '../../i18n/administration';
import { parseDuration, parseUses } from '../../i18n/quantities';
import { formatAuditRoom, parseAuditRoomId } from './auditRoomSetting';

type SettingValue = string | number | boolean;

/** The value to save, or a message that explains to the administrator why it is invalid. */
type Validated = { readonly value: SettingValue } | { readonly problem: string };

interface SettingDefinition {
    readonly section: SectionId;
    readonly packageValue: SettingValue;
    readonly type: SettingType;
    readonly validate: (value: unknown, read: IRead) => Promise<Validated> | Validated;
}

/** A hundred years. Moments far beyond that are not exact, or no dates any more. */
const MAX_DAYS = 36500;

/** Every setting with its default and validation, by section. The texts are in src/i18n/languages. */
const SETTING_DEFINITIONS: Readonly<Record<SettingId, SettingDefinition>> = {
    ...section('Section_Invite', {
        Create_Roles: roleNames(''),
        Manage_Roles: roleNames(''),
        Add_User_Roles: roleNames(''),
        Allow_Email_Invites: toggle(false),
    }),
    ...section('Section_Limits', {
        Default_Duration: quantity('7d', isUsableDuration, `90 minutes, 12 hours, 7 days, 2 weeks or never, at most ${MAX_DAYS} days`),
        Default_Uses: quantity('unlimited', (value) => parseUses(value) !== undefined, '10 people, once or unlimited'),
        Max_Days: count(0),
        Max_Uses: count(0),
        Allow_Never_Expiring: toggle(true),
        Max_Created_Per_Hour: count(300),
    }),
    ...section('Section_Links', {
        Creator_Must_Stay: toggle(true),
        Keep_Ended_Days: days(30),
        Keep_History_Days: days(365),
        Keep_Requests_Days: days(14, 1),
        Send_Notices: toggle(true),
        Link_Address: address('https://chat.example.com'),
        Page_Address: address('https://chat.example.com/i'),
    }),
    ...section('Section_Bans', { Ask_About_Bans: toggle(true) }),
    ...section('Section_Audit', { Audit_Room: room('') }),
    ...section('Section_Compatibility', {
        Find_Or_Create_As_List: toggle(false),
        Take_Over_Invite: toggle(true),
    }),
};

/** Whether the value is the id of one of the app's settings. */
export function isSettingId(value: unknown): value is SettingId {
    return typeof value === 'string' && Object.prototype.hasOwnProperty.call(SETTING_DEFINITIONS, value);
}

/** All settings in the form that the engine registers. */
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

/** Validates a setting that an administrator is about to save. Returns the value to save, or the problem with it. */
export async function validateSetting({ id, value }: ISetting, read: IRead): Promise<Validated> {
    return SETTING_DEFINITIONS[id as SettingId].validate(value, read);
}

/** Returns the names in a comma-separated list, without empty ones. */
export function splitList(list: string): string[] {
    return list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}

type SettingSpec = Omit<SettingDefinition, 'section'>;

/** Adds the section's name to each of its settings. */
function section<Id extends string>(name: SectionId, settings: Record<Id, SettingSpec>): Record<Id, SettingDefinition> {
    const definitions = {} as Record<Id, SettingDefinition>;
    for (const id of Object.keys(settings) as Id[]) {
        definitions[id] = { section: name, ...settings[id] };
    }
    return definitions;
}

/** Accepts names of roles, or nothing. */
function roleNames(packageValue: string): SettingSpec {
    return {
        packageValue,
        type: SettingType.STRING,
        validate: async (value, read) => {
            if (typeof value !== 'string') {
                return { problem: 'Enter the names of roles, or nothing.' };
            }
            const names = splitList(value);
            for (const name of names) {
                if (!(await read.getRoleReader().getOneByIdOrName(name, ''))) {
                    return { problem: `There is no role called "${name}".` };
                }
            }
            return { value: names.join(', ') };
        },
    };
}

/** Accepts a room's name or id. The saved value holds the id, so a room that takes the name later gets no messages. */
function room(packageValue: string): SettingSpec {
    return {
        packageValue,
        type: SettingType.STRING,
        validate: async (value, read) => {
            if (typeof value !== 'string') {
                return { problem: 'Enter the name or id of a room.' };
            }
            const nameOrId = value.trim().replace(/^#/, '');
            const rooms = read.getRoomReader();
            const found: IRoom | undefined =
                nameOrId === '' ? undefined : (await rooms.getById(parseAuditRoomId(nameOrId))) || (await rooms.getByName(nameOrId));
            if (nameOrId !== '' && !found) {
                return { problem: `There is no room called "${nameOrId}".` };
            }
            return { value: found ? formatAuditRoom(found.id, found.slugifiedName) : '' };
        },
    };
}

function quantity(packageValue: string, isValid: (value: string) => boolean, examples: string): SettingSpec {
    return {
        packageValue,
        type: SettingType.STRING,
        validate: (value) => (typeof value === 'string' && isValid(value) ? { value } : { problem: `Enter a value such as ${examples}.` }),
    };
}

/** Whether the text is a duration, and not so long that no link could be created. */
function isUsableDuration(text: string): boolean {
    const validity = parseDuration(text);
    return validity !== undefined && msOf(validity) <= MAX_DAYS * MS_PER_DAY;
}

function count(packageValue: number): SettingSpec {
    return {
        packageValue,
        type: SettingType.NUMBER,
        validate: (value) => (isCount(value) ? { value } : { problem: 'Enter a whole number, 0 or more.' }),
    };
}

/** Accepts a number of days for which something is kept. */
function days(packageValue: number, min = 0): SettingSpec {
    return {
        packageValue,
        type: SettingType.NUMBER,
        validate: (value) =>
            isCount(value) && value >= min && value <= MAX_DAYS ? { value } : { problem: `Enter a whole number from ${min} to ${MAX_DAYS}.` },
    };
}

function toggle(packageValue: boolean): SettingSpec {
    return {
        packageValue,
        type: SettingType.BOOLEAN,
        validate: (value) => (typeof value === 'boolean' ? { value } : { problem: 'Choose on or off.' }),
    };
}

/** Accepts the address of a site or page, without a query or a fragment, or nothing. */
function address(example: string): SettingSpec {
    return {
        packageValue: '',
        type: SettingType.STRING,
        validate: (value) =>
            value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(value))
                ? { value }
                : { problem: `Enter an address such as ${example}, or nothing.` },
    };
}
