import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { ACCOUNT, createAccount } from './accountStates.mts';
import { visitor } from './browser.mts';
import { passTimeUntilRequest } from './passTime.mts';
import { useBrowser } from './useBrowser.mts';
import { Visits } from './states.mts';

const { scene, browser } = await useBrowser();
let visits: Visits;
let context: BrowserContext;
let page: Page;
let invite: { _id: string; inviteToken: string };

beforeAll(async () => {
    visits = await Visits.begin(scene);
});
beforeEach(async () => {
    context = await visitor(browser);
    page = await context.newPage();
    await page.clock.install();
    invite = (await visits.owner.app('POST', 'invites.create', { rid: visits.rid, approval: true })).body.invite;
});
afterEach(() => context.close());

const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).waitFor();
const isIn = async (username: string): Promise<boolean> => (await scene.members(visits.rid)).includes(username);

/** Opens the invite as a new person who asks to join. */
async function ask(): Promise<Person> {
    const guest = await visits.open(page, { token: invite.inviteToken });
    await page.getByRole('button', { name: 'Ask to join' }).click();
    await heading('Your request was sent');
    return guest;
}

/** The owner decides the only request by the invite. */
async function decide(action: 'approve' | 'deny'): Promise<void> {
    const { body } = await visits.owner.app('GET', `invites.requests?inviteId=${invite._id}`);
    expect(body.total).toBe(1);
    expect((await visits.owner.app('POST', `invites.${action}`, { requestId: body.requests[0]._id })).status).toBe(200);
}

/** Lets time pass on the page until it has checked the request by itself. */
const nextCheck = (): Promise<void> => passTimeUntilRequest(page, '**/inviteInfo', 10_000);

it('a person asks, the owner approves, and the page goes on to the room by itself', async () => {
    const guest = await ask();
    expect(await isIn(guest.user.username!)).toBe(false);
    // A check that finds the request unchanged, or no workspace, leaves the page as it is.
    await page.route('**/inviteInfo', (route) => route.fulfill({ status: 502, body: '' }), { times: 1 });
    for (const _check of ['fails', 'finds the same']) {
        await nextCheck();
        await page.getByRole('button', { name: 'Check now' }).waitFor();
        await heading('Your request was sent');
    }
    await decide('approve');
    const opened = page.waitForURL(`${scene.workspace.url}/group/*`);
    await nextCheck();
    await opened;
    expect(await isIn(guest.user.username!)).toBe(true);
});

it('a person who comes back finds the request, and reads that it was denied', async () => {
    await ask();
    await page.reload();
    await heading('Your request was sent');
    await decide('deny');
    await nextCheck();
    await heading('Your request was denied');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('title');
    await page.reload();
    await heading('Your request was denied');
});

it('a check by hand finds the decision without waiting', async () => {
    await ask();
    await decide('deny');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Check now');
    await page.keyboard.press('Enter');
    await heading('Your request was denied');
});

it('the page offers to join when the invite no longer needs approval, and says so when it was revoked', async () => {
    await ask();
    await visits.owner.app('POST', 'invites.update', { inviteId: invite._id, approval: false });
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('button', { name: 'Join' }).waitFor();
    await visits.owner.app('POST', 'invites.update', { inviteId: invite._id, approval: true });
    // The page offered to join, but approval was switched on meanwhile.
    await page.getByRole('button', { name: 'Join' }).click();
    await heading('Your request was sent');
    await visits.owner.app('POST', 'invites.revoke', { inviteId: invite._id });
    await page.getByRole('button', { name: 'Check now' }).click();
    await heading('There is no such invite link');
});

it('a person who creates an account on the page asks with it', async () => {
    await page.goto(visits.link(invite.inviteToken));
    await createAccount(page, ACCOUNT);
    await heading('Your request was sent');
    await decide('approve');
    const opened = page.waitForURL(`${scene.workspace.url}/group/*`);
    await page.getByRole('button', { name: 'Check now' }).click();
    await opened;
    expect(await isIn(ACCOUNT.Username)).toBe(true);
});

it('a person whom the link is not for, and who then verifies an address, goes on', async () => {
    const fields = { rid: visits.rid, audience: { emailDomains: ['example.org'] } };
    const { inviteToken } = (await visits.owner.app('POST', 'invites.create', fields)).body.invite;
    const guest = await visits.open(page, { token: inviteToken });
    await heading('This link is for other people');
    await scene.workspace.database.users.updateOne({ _id: guest.userId }, { $set: { emails: [{ address: 'guest@example.org', verified: true }] } });
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(/invites you to Reading circle/);
});
