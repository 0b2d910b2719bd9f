import { readWorkspace } from './api.mts';

/** Settings that the workspace publishes, by id. Servers before 7.0 leave out some of them. */
export type Published = Readonly<Record<string, unknown>>;

const IDS = [
    'Site_Name',
    'Assets_logo',
    'Assets_logo_dark',
    'Accounts_RegistrationForm',
    'Accounts_ShowFormLogin',
    'Accounts_EmailVerification',
    'Accounts_ManuallyApproveNewUsers',
    'Accounts_RequireNameForSignUp',
    'Accounts_LoginExpiration',
    'Accounts_ForgetUserSessionOnWindowClose',
    'UTF8_User_Names_Validation',
];

/** Reads what the workspace publishes about itself, without a login. Returns nothing of it if the workspace does not answer. */
export async function readPublished(): Promise<Published> {
    const body = await readWorkspace<{ settings?: { _id: string; value: unknown }[] }>(`settings.public?_id=${IDS.join(',')}`);
    const settings = body && Array.isArray(body.settings) ? body.settings : [];
    return Object.fromEntries(settings.map(({ _id, value }) => [_id, value]));
}
