import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { ServerError } from './errors.mts';
import { settingValue } from './settings.mts';
import { createUser } from './users.mts';

/** The server's defaults of the settings about accounts. */
export const ACCOUNT_SETTINGS = {
    Accounts_RegistrationForm: 'Public',
    Accounts_EmailVerification: false,
    Accounts_ManuallyApproveNewUsers: false,
    Accounts_RequireNameForSignUp: true,
    Accounts_LoginExpiration: 90,
    Accounts_ForgetUserSessionOnWindowClose: false,
    Accounts_Password_Policy_Enabled: false,
    Accounts_Password_Policy_MinLength: 14,
    Accounts_Password_Policy_MaxLength: -1,
    Accounts_Password_Policy_ForbidRepeatingCharacters: true,
    Accounts_Password_Policy_ForbidRepeatingCharactersCount: 3,
    Accounts_Password_Policy_AtLeastOneLowercase: true,
    Accounts_Password_Policy_AtLeastOneUppercase: true,
    Accounts_Password_Policy_AtLeastOneNumber: true,
    Accounts_Password_Policy_AtLeastOneSpecialCharacter: true,
    UTF8_User_Names_Validation: '[0-9a-zA-Z-_.]+',
} as const;

type AccountSetting = keyof typeof ACCOUNT_SETTINGS;

async function setting(database: Database, id: AccountSetting): Promise<unknown> {
    return (await settingValue(database, id)) ?? ACCOUNT_SETTINGS[id];
}

/** What `users.register` takes. `secret` is the end of the administrators' secret address. */
export interface Registration {
    username: string;
    email: string;
    pass: string;
    name?: string;
    secret?: string;
    reason?: string;
}

const RESERVED = ['all', 'here', 'admin', 'administrator', 'system', 'user'];

/**
 * Creates an account as the server does for a visitor: in the order of its checks, with its errors. Some of them have no
 * code there.
 */
export async function registerUser(database: Database, { username, email, pass, name, secret }: Registration): Promise<UserDocument> {
    if (name !== undefined && /[<>]/.test(name)) {
        throw new Error('Name contains invalid characters');
    }
    if (!new RegExp(`^${String(await setting(database, 'UTF8_User_Names_Validation'))}$`).test(username)) {
        throw new Error('The username provided is not valid');
    }
    if (RESERVED.includes(username.toLowerCase())) {
        throw new ServerError('error-blocked-username', `${username} is blocked and can't be used!`);
    }
    if ((await database.users.find()).some((user) => user.username?.toLowerCase() === username.toLowerCase())) {
        throw new Error('Username is already in use');
    }
    const form = await setting(database, 'Accounts_RegistrationForm');
    if (form === 'Disabled') {
        throw new ServerError('error-user-registration-disabled', 'User registration is disabled');
    }
    if (form === 'Secret URL' && (!secret || secret !== (await settingValue(database, 'Accounts_RegistrationForm_SecretURL')))) {
        throw new ServerError('error-user-registration-secret', 'User registration is only allowed via Secret URL');
    }
    await assertPassword(database, pass);
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
        throw new ServerError('error-invalid-email', `Invalid email ${email}`);
    }
    if (await database.users.findOne({ 'emails.address': email.toLowerCase() })) {
        throw new ServerError('403', 'Email already exists.');
    }
    return createUser(database, {
        username,
        name: name ?? username,
        password: pass,
        email: email.toLowerCase(),
        isVerified: false,
        active: (await setting(database, 'Accounts_ManuallyApproveNewUsers')) !== true,
    });
}

/** Throws unless the account is active and, with `byPassword`, its address is verified where that is required. */
export async function assertMayLogIn(database: Database, { active, roles, emails = [] }: UserDocument, byPassword: boolean): Promise<void> {
    if (!active) {
        throw new ServerError('error-user-is-not-activated', 'User is not activated');
    }
    const isVerified = roles.includes('admin') || emails.some(({ verified }) => verified);
    if (byPassword && !isVerified && (await setting(database, 'Accounts_EmailVerification')) === true) {
        throw new ServerError('error-invalid-email', 'Invalid email __email__');
    }
}

/** The server's rules for passwords: name in `pw.getPolicy`, setting, and what breaks the rule. */
async function passwordRules(database: Database) {
    const read = async (name: string): Promise<unknown> => setting(database, `Accounts_Password_Policy_${name}` as AccountSetting);
    if ((await read('Enabled')) !== true) {
        return [];
    }
    const [min, max, most] = (await Promise.all([read('MinLength'), read('MaxLength'), read('ForbidRepeatingCharactersCount')])).map(Number);
    const rule = (isOn: unknown, name: string, broken: RegExp | ((password: string) => boolean), values?: object) => ({ isOn, name, broken, values });
    return [
        rule(min! >= 1, 'minLength', (password) => password.length < min!, { minLength: min }),
        rule(max! >= 1, 'maxLength', (password) => password.length > max!, { maxLength: max }),
        rule(await read('ForbidRepeatingCharacters'), 'forbidRepeatingCharacters', new RegExp(`(.)\\1{${most},}`)),
        rule(most, 'forbidRepeatingCharactersCount', () => false, { forbidRepeatingCharactersCount: most }),
        rule(await read('AtLeastOneLowercase'), 'mustContainAtLeastOneLowercase', (password) => !/[a-z]/.test(password)),
        rule(await read('AtLeastOneUppercase'), 'mustContainAtLeastOneUppercase', (password) => !/[A-Z]/.test(password)),
        rule(await read('AtLeastOneNumber'), 'mustContainAtLeastOneNumber', (password) => !/[0-9]/.test(password)),
        rule(await read('AtLeastOneSpecialCharacter'), 'mustContainAtLeastOneSpecialCharacter', (password) => !/[^A-Za-z0-9 ]/.test(password)),
    ].filter(({ isOn }) => isOn);
}

/** Returns what `pw.getPolicy` publishes. */
export async function passwordPolicy(database: Database): Promise<{ enabled: boolean; policy: unknown[] }> {
    const rules = await passwordRules(database);
    return {
        enabled: (await setting(database, 'Accounts_Password_Policy_Enabled')) === true,
        policy: rules.map(({ name, values }) => [`get-password-policy-${name}`, ...(values ? [values] : [])]),
    };
}

async function assertPassword(database: Database, password: string): Promise<void> {
    const rules = await passwordRules(database);
    const isBroken = rules.some(({ broken }) => (typeof broken === 'function' ? broken(password) : broken.test(password)));
    if (password.trim() === '' || isBroken) {
        throw new ServerError('error-password-policy-not-met', "The password provided does not meet the server's password policy.");
    }
}
