import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { Scene, TOKEN, type Person } from '../e2e/scene.mts';
import { dress, logIn, LOOKS, openBrowser, problemsInAllLooks, visitor } from './browser.mts';

let scene: Scene;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let owner: Person;
let rid: string;
let opened = 0;

beforeAll(async () => {
    [scene, browser] = await Promise.all([Scene.open(), openBrowser()]);
});
afterAll(async () => {
    await browser.close();
    await scene.close();
});
beforeEach(async () => {
    const name = ['reading-circle', 'reading-circle-2', 'reading-circle-3'][opened++]!;
    owner = await scene.person({ username: `olga${opened === 1 ? '' : opened}`, name: 'Olga' });
    rid = await scene.room(owner, 'c', { name, fname: 'Reading circle', topic: 'A book a month, tea every week' });
    await scene.room(owner, 'p', { fname: 'Choir' });
    context = await visitor(browser);
    page = await context.newPage();
    await logIn(context, owner);
    await page.goto(`${scene.workspace.url}/channel/${name}`);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
});
afterEach(() => context.close());

/** Checks and photographs the current view in every look. */
async function look(name: string): Promise<void> {
    expect(await problemsInAllLooks(page, name)).toEqual([]);
    await dress(page, LOOKS[1]!);
}

it('leads from the room’s menu to a link, to the list and to revoking it', async () => {
    await page.getByText('Room actions').click();
    await page.getByRole('button', { name: 'Invite link' }).click();
    const modal = page.getByRole('dialog', { name: 'Invite link' });
    await modal.getByLabel('Expires after').waitFor();
    await look('dialogue');

    await modal.getByLabel('Expires after').fill('a while');
    await modal.getByRole('button', { name: 'Create link' }).click();
    await modal.getByText('This is not a duration').waitFor();
    await look('dialogue-error');

    await modal.getByLabel('Expires after').fill('3 days');
    await modal.getByLabel('Number of people who can use it').fill('2');
    await modal.getByRole('button', { name: 'Create link' }).click();
    const link = modal.getByLabel('Copy this link');
    await link.waitFor();
    await look('dialogue-link');
    const url = await link.inputValue();
    expect(url.split('#')[1]).toMatch(TOKEN);
    expect(await modal.locator('footer').innerText()).toBe('Done');

    const guest = await scene.person();
    const theirs = await visitor(browser);
    await logIn(theirs, guest);
    const join = await theirs.newPage();
    await join.goto(url);
    await join.getByRole('button', { name: 'Join' }).click();
    await join.waitForURL('**/channel/*');
    await theirs.close();
    expect(await scene.members(rid)).toContain(guest.user.username);

    await modal.getByRole('button', { name: 'Active links' }).click();
    await modal.getByText('used 1/2').waitFor();
    await look('dialogue-list');
    await modal.getByRole('button', { name: 'Revoke' }).click();
    await modal.getByText('no longer works').waitFor();
    await look('dialogue-revoked');
    expect((await (await scene.person()).redeem(url.split('#')[1])).body.errorType).toBe('error-invalid-token');

    await modal.getByRole('button', { name: 'Done' }).click();
    await modal.waitFor({ state: 'detached' });
});

it('opens from /invite-link', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/invite-link');
    await page.getByRole('textbox', { name: 'Message' }).press('Enter');
    const modal = page.getByRole('dialog', { name: 'Invite link' });
    await modal.getByRole('button', { name: 'Create link' }).click();
    expect((await modal.getByLabel('Copy this link').inputValue()).split('#')[1]).toMatch(TOKEN);
});

it('shows help for /invite, because the client drops the modals of a command that it knows as the server’s own', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/invite');
    await page.getByRole('textbox', { name: 'Message' }).press('Enter');
    await page.getByText('Invite people to this room with a link').waitFor();
    expect(scene.workspace.screens.interactionsOf(owner.userId!)).toHaveLength(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
});
