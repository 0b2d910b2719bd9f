import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { Scene, type Person } from '../e2e/scene.mts';
import { APP_PATH } from '../project.mts';
import { logIn, openBrowser, problemsInAllLooks, visitor } from './browser.mts';

/** The overview, people and health of the console, as an administrator, a manager and a stranger see them. */

let scene: Scene;
let browser: Browser;
let owner: Person;
let guest: Person;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
    [scene, browser] = await Promise.all([Scene.open(), openBrowser()]);
    owner = await scene.person({ username: 'olga', name: 'Olga' });
    guest = await scene.person({ username: 'gina', name: '<b>Gina</b>' });
    const rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
    const { body } = await owner.app('POST', 'invites.create', { rid, label: 'Poster', maxUses: 3 });
    for (const person of [guest, ...(await scene.people(4))]) {
        await person.redeem(body.invite.inviteToken);
    }
});
afterAll(async () => {
    await browser.close();
    await scene.close();
});
beforeEach(() => enter('en-GB'));
afterEach(() => context.close());

async function enter(locale: string): Promise<void> {
    await context?.close();
    context = await visitor(browser, locale);
    page = await context.newPage();
}

const heading = (name: string | RegExp, level = 1): Promise<void> => page.getByRole('heading', { name, level }).waitFor();

/** Opens a view as a person who is logged in. */
async function open(address: string, person: Person): Promise<void> {
    await logIn(context, person);
    await page.goto(`${scene.workspace.url}${APP_PATH}/console${address}`);
}

it('an administrator sees what happened, and who let a person in', async () => {
    await open('#overview?days=7', scene.admin);
    await heading('Overview');
    await page.getByRole('img', { name: '3 joins and 2 refusals in 7 days' }).waitFor();
    await page.getByRole('link', { name: 'Health' }).waitFor();
    await page.getByRole('table', { name: 'Why people were refused' }).waitFor();
    expect(await problemsInAllLooks(page, 'console-overview')).toEqual([]);
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await page.getByRole('table', { name: 'Joins and refusals per day' }).getByRole('row').count()).toBe(8);
    expect(await problemsInAllLooks(page, 'console-overview-table')).toEqual([]);
    await page.getByRole('link', { name: 'People' }).click();
    await heading('Find a person');
    await page.getByLabel('Username').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('Nobody has this username.').waitFor();
    expect(await problemsInAllLooks(page, 'console-person-search')).toEqual([]);
    await page.getByLabel('Username').fill('gina');
    await page.keyboard.press('Enter');
    await heading('History of <b>Gina</b> (@gina)');
    await page.getByRole('cell', { name: 'Reading circle' }).waitFor();
    expect(await problemsInAllLooks(page, 'console-person')).toEqual([]);
    await page.getByRole('link', { name: 'Olga' }).click();
    await heading('History of Olga (@olga)');
});

it('an administrator reads what works, and what to do', async () => {
    await open('#health', scene.admin);
    await heading('Links by e-mail', 2);
    expect(await problemsInAllLooks(page, 'console-health')).toEqual([]);
    await enter('de-DE');
    await open('#health', scene.admin);
    await heading('Links per E-Mail', 2);
    expect(await problemsInAllLooks(page, 'console-health-german')).toEqual([]);
});

it('a manager chooses one of their rooms', async () => {
    await open('#overview', owner);
    await heading('Choose a room', 2);
    expect(await problemsInAllLooks(page, 'console-overview-manager')).toEqual([]);
    expect(await page.getByRole('link', { name: 'Health' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Reading circle' }).click();
    await page.getByRole('img', { name: '3 joins and 2 refusals in 30 days' }).waitFor();
});

it('a stranger sees none of it', async () => {
    await open('#overview', guest);
    await heading('You do not manage a room', 2);
    expect(await problemsInAllLooks(page, 'console-overview-stranger')).toEqual([]);
    await page.goto(`${page.url().replace(/#.*/, '')}#health`);
    await heading('Only administrators can see this.', 2);
    expect(await problemsInAllLooks(page, 'console-health-stranger')).toEqual([]);
});
