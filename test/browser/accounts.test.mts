import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Request } from 'playwright-core';

import { APP_PATH } from '../project.mts';
import { Scene } from '../e2e/scene.mts';
import { setActive } from '../workspace/index.mts';
import { ACCOUNT, createAccount } from './accountStates.mts';
import { loginKeys, visitor } from './browser.mts';
import { passTimeUntilRequest } from './passTime.mts';
import { useBrowser } from './useBrowser.mts';
import { Visits } from './states.mts';

const { scene, browser } = await useBrowser();
let visits: Visits;
let context: BrowserContext;
let page: Page;
let requests: Request[];
let undo: () => Promise<void>;
let account: typeof ACCOUNT;
let visitors = 0;

beforeAll(async () => {
    visits = await Visits.begin(scene);
});
beforeEach(async () => {
    context = await visitor(browser);
    requests = [];
    context.on('request', (request) => requests.push(request));
    page = await context.newPage();
    undo = async () => undefined;
    const number = ++visitors;
    account = { ...ACCOUNT, 'Username': `carol${number}`, 'E-mail address': `carol${number}@example.com` };
});
afterEach(async () => {
    await undo();
    await context.close();
});

const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).waitFor();
const isIn = async (): Promise<boolean> => (await scene.members(visits.rid)).includes(account.Username);

async function userId(): Promise<string> {
    return (await scene.workspace.database.users.findOne({ username: account.Username }))!._id;
}

/** Resolves once the web client shows the room to the person who created the account. */
async function roomOpens(): Promise<void> {
    await page.waitForURL(`${scene.workspace.url}/group/*`);
    await heading(/^room-/);
    expect(await isIn()).toBe(true);
}

describe('a person without an account', () => {
    it('gets from the link into the room on one page, logged in to the web client', async () => {
        await page.goto(visits.link());
        await createAccount(page, account);
        await roomOpens();
        const keys = loginKeys();
        const stored = await page.evaluate((names) => names.map((name) => localStorage.getItem(name)), [keys.userId, keys.token, keys.expires]);
        expect(stored[0]).toBe(await userId());
        expect(stored[1]).toMatch(/.{20}/);
        expect(Date.parse(stored[2]!)).toBeGreaterThan(Date.now());
        expect(context.pages()).toHaveLength(1);
    });

    it('needs no mouse for it', async () => {
        await page.goto(visits.link());
        await heading('Log in to see your invite');
        await page.getByRole('button', { name: 'Create an account' }).waitFor();
        const focus = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        expect(await focus()).toBe('Create an account');
        await page.keyboard.press('Enter');
        await heading('Create your account');
        for (const [index, value] of Object.values(account).entries()) {
            await page.keyboard.press('Tab');
            expect(await focus()).toBe(['field-name', 'field-username', 'field-email', 'field-password'][index]);
            await page.keyboard.type(value);
        }
        await page.keyboard.press('Enter');
        await roomOpens();
    });

    it('sends the password to the workspace’s own endpoints only, in bodies', async () => {
        await page.goto(visits.link());
        await createAccount(page, account);
        await roomOpens();
        const { Password: password } = account;
        const withPassword = requests.filter((request) => (request.postData() ?? '').includes(password));
        expect(withPassword.map((request) => new URL(request.url()).pathname)).toEqual(['/api/v1/users.register', '/api/v1/login']);
        for (const request of requests) {
            expect(decodeURIComponent(request.url())).not.toContain(password);
            expect(JSON.stringify(await request.allHeaders())).not.toContain(password);
        }
        expect(requests.some((request) => request.url().includes(`${APP_PATH}/join.more.js`))).toBe(true);
        expect(
            await page.evaluate(() => JSON.stringify([Object.values(localStorage), Object.values(sessionStorage), document.cookie])),
        ).not.toContain(password);
        // With its debug lines, in which the engine logs the bodies that the app receives.
        expect(JSON.stringify((await scene.adminApi('GET', 'logs')).body)).not.toContain(password);
    });

    it('is asked for another username if the workspace refuses it, and keeps what they entered', async () => {
        await page.goto(visits.link());
        await createAccount(page, { ...account, Username: 'olga' });
        await page.getByText('This username is taken.').waitFor();
        await page.getByLabel('Username').fill(account.Username);
        await page.keyboard.press('Enter');
        await roomOpens();
    });

    it('reads the rules for passwords before the workspace refuses one', async () => {
        undo = await visits.changeSettings({ Accounts_Password_Policy_Enabled: true });
        await page.goto(visits.link());
        await createAccount(page, account);
        await page.getByText('This password does not follow the rules').waitFor();
        expect(requests.some((request) => request.url().endsWith('users.register'))).toBe(false);
        await page.getByLabel('Password').fill('Correct-Horse-7-Staple');
        await page.keyboard.press('Enter');
        await roomOpens();
    });

    it.each([
        ['Disabled', 'This workspace no longer lets people create accounts.'],
        ['Secret URL', 'Ask an administrator of this workspace for a registration link.'],
    ])('reads why, if the registration has become %s meanwhile', async (form, text) => {
        await page.goto(visits.link());
        await page.getByRole('button', { name: 'Create an account' }).waitFor();
        undo = await visits.changeSettings({ Accounts_RegistrationForm: form });
        await createAccount(page, account);
        await page.getByText(text).waitFor();
    });

    it('goes on with the login of another tab, also while the form is open', async () => {
        const guest = await scene.person();
        await page.goto(visits.link());
        await page.getByRole('button', { name: 'Create an account' }).click();
        await heading('Create your account');
        const other = await context.newPage();
        await other.goto(`${scene.workspace.url}/home`);
        await other.evaluate(
            ([keys, id, token]) => {
                localStorage.setItem(keys.userId, id);
                localStorage.setItem(keys.token, token);
            },
            [loginKeys(), guest.userId!, guest.authToken!] as const,
        );
        await heading(/Reading circle/);
    });

    it('is told that the workspace does not respond if the second script does not load, and can try again', async () => {
        await page.route('**/join.more.js', (route) => route.abort());
        await page.goto(visits.link());
        await page.getByRole('button', { name: 'Create an account' }).click();
        await heading('The workspace is not responding');
        await page.unroute('**/join.more.js');
        await page.getByRole('button', { name: 'Try again' }).click();
        await createAccount(page, account);
        await roomOpens();
    });
});

describe('where an account has to wait', () => {
    it('the page goes on by itself after the approval', async () => {
        undo = await visits.changeSettings({ Accounts_ManuallyApproveNewUsers: true });
        await page.clock.install();
        await page.goto(visits.link());
        await createAccount(page, account);
        await heading('Your account awaits approval');
        expect(await isIn()).toBe(false);
        await setActive(scene.workspace.database, await userId(), true);
        await passTimeUntilRequest(page, '**/api/v1/login', 31_000);
        await roomOpens();
    });

    it('the page goes on after the address is confirmed, on a click too', async () => {
        undo = await visits.changeSettings({ Accounts_EmailVerification: true });
        await page.goto(visits.link());
        await createAccount(page, account);
        await heading('Confirm your e-mail address');
        await page.getByRole('button', { name: 'Check now' }).click();
        await page.getByRole('button', { name: 'Check now' }).waitFor();
        await scene.workspace.database.users.updateOne({ _id: await userId() }, { $set: { 'emails.0.verified': true } });
        await page.getByRole('button', { name: 'Check now' }).click();
        await roomOpens();
    });

    it('a login that the web client has to finish leads there, with the reason', async () => {
        await page.route('**/api/v1/login', (route) => route.fulfill({ status: 401, json: { status: 'error', error: 'totp-required' } }));
        await page.goto(visits.link());
        await createAccount(page, account);
        await heading('Log in to see your invite');
        await page.getByText('Your account is ready. Log in with it').waitFor();
    });
});

describe('a workspace that forgets logins when the window closes', () => {
    it('has the login in the storage of the tab', async () => {
        undo = await visits.changeSettings({ Accounts_ForgetUserSessionOnWindowClose: true });
        await page.goto(visits.link());
        await createAccount(page, account);
        await page.waitForURL(`${scene.workspace.url}/group/*`);
        const { token } = loginKeys();
        expect(await page.evaluate((name) => [localStorage.getItem(name), sessionStorage.getItem(name) !== null], token)).toEqual([null, true]);
        expect(await isIn()).toBe(true);
    });
});

it.each(['', '/chat'])('a workspace below "%s" stores the login under the keys of its path', async (path) => {
    const below = await Scene.open({ path });
    try {
        const owner = await below.person();
        const rid = await below.room(owner, 'c');
        const { body } = await owner.invite(rid);
        await page.goto(body.url);
        await createAccount(page, account);
        await page.waitForURL(`${below.workspace.url}/channel/*`);
        await page.getByRole('textbox', { name: 'Message' }).waitFor();
        expect(await below.members(rid)).toContain(account.Username);
        expect(await page.evaluate((name) => localStorage.getItem(name) !== null, loginKeys(path).token)).toBe(true);
    } finally {
        await context.close();
        await below.close();
    }
});
