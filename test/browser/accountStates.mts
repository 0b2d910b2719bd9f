import type { Page } from 'playwright-core';

import type { State, Visits } from './states.mts';

/** What a visitor enters for an account, in the order of the form. */
export const ACCOUNT = { 'Name': 'Carol Danvers', 'Username': 'carol', 'E-mail address': 'carol@example.com', 'Password': 'a password' };

/** Opens the form for an account from the page without a login, fills it in and sends it. */
export async function createAccount(page: Page, account: Record<string, string>): Promise<void> {
    await page.getByRole('button', { name: 'Create an account' }).click();
    for (const [label, value] of Object.entries(account)) {
        await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByRole('button', { name: 'Create account and join' }).click();
}

/** The screens for visitors without an account. */
export function accountStates(visits: Visits): State[] {
    return [
        {
            name: 'registration-by-link-only',
            heading: 'Log in to see your invite',
            settings: { Accounts_RegistrationForm: 'Secret URL' },
            reach: async (page) => {
                await page.goto(visits.link());
                await page.getByText('Ask an administrator of this workspace for a registration link.').waitFor();
            },
        },
        {
            name: 'no-registration',
            heading: 'Log in to see your invite',
            settings: { Accounts_RegistrationForm: 'Disabled' },
            reach: async (page) => {
                await page.goto(visits.link());
                await page.getByText('An administrator of this workspace can create one for you.').waitFor();
            },
        },
        {
            name: 'register',
            heading: 'Create your account',
            settings: { Accounts_Password_Policy_Enabled: true, Accounts_ManuallyApproveNewUsers: true },
            reach: async (page) => {
                await page.goto(visits.link());
                await page.getByRole('button', { name: 'Create an account' }).click();
                await page.getByText('at least 14 characters').waitFor();
            },
        },
        {
            name: 'register-refused',
            heading: 'Create your account',
            focus: 'field-username',
            reach: async (page) => {
                await page.goto(visits.link());
                await createAccount(page, { ...ACCOUNT, Username: 'olga' });
                await page.getByText('This username is taken. Choose another one.').waitFor();
            },
        },
        {
            name: 'address-to-confirm',
            heading: 'Confirm your e-mail address',
            settings: { Accounts_EmailVerification: true },
            reach: async (page) => {
                await page.goto(visits.link());
                await createAccount(page, { ...ACCOUNT, 'Username': 'ellen', 'E-mail address': 'ellen@example.com' });
            },
        },
        {
            name: 'approval-awaited',
            heading: 'Your account awaits approval',
            settings: { Accounts_ManuallyApproveNewUsers: true },
            reach: async (page) => {
                await page.goto(visits.link());
                await createAccount(page, { ...ACCOUNT, 'Username': 'ada', 'E-mail address': 'ada@example.com' });
            },
        },
    ];
}
