import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { APP_PATH } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { logIn, problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';
import { hold } from './states.mts';

/** What people do with several links at once, with an audience, and by e-mail on the console. */

const HOSTILE = '<img src=x onerror="document.title=1"><b>\u202egnp.exe';

const { scene, browser } = await useBrowser();
let owner: Person;
let rid: string;
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
    owner = await scene.person({ name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
    await enter('en-GB');
});
afterEach(() => context.close());

async function enter(locale: string): Promise<void> {
    context = await visitor(browser, locale);
    page = await context.newPage();
}

const button = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const notice = (text: string): Promise<void> => page.locator('.notice', { hasText: text }).first().waitFor();
const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement!.textContent);
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

async function open(view: string, person: Person = owner): Promise<void> {
    await logIn(context, person);
    await page.goto(`${scene.workspace.url}${APP_PATH}/console${view}`);
}

async function create(fields: object = {}, creator = owner): Promise<any> {
    return (await creator.app('POST', 'invites.create', { rid, ...fields })).body.invite;
}

async function labels(person = owner, query = ''): Promise<(string | null)[]> {
    const { body } = await person.app('GET', `invites.list?count=100&sort=label${query}`);
    return body.invites.map(({ label }: { label: string | null }) => label);
}

describe('several links', () => {
    it('are selected and revoked, those of others left alone', async () => {
        for (const label of ['A', 'B', 'C', HOSTILE]) {
            await create({ label });
        }
        await open('#links?sort=label');
        await box('Select A').check();
        expect(await box('Select all on this page').evaluate((node) => (node as HTMLInputElement).indeterminate)).toBe(true);
        await box('Select all on this page').check();
        await box('Select C').uncheck();
        expect(await box(`Select ${HOSTILE.replace('\u202e', '')}`).count()).toBe(1);
        expect(await problemsInAllLooks(page, 'console-selected')).toEqual([]);
        await button('Revoke selected');
        await page.getByText('Revoke selected: 3. They stop working at once, and this cannot be undone.').waitFor();
        expect(await problemsInAllLooks(page, 'console-revoke-selected')).toEqual([]);
        await button('Yes, revoke them');
        await notice('Revoked: 3.');
        expect(await focused()).toBe('Revoked: 3.');
        await box('Select A').waitFor({ state: 'detached' });
        expect(await labels()).toEqual(['C']);
    });

    it('are revoked by keyboard, with progress', async () => {
        await create({ label: 'A' });
        await create({ label: 'B' });
        await open('#links?sort=label');
        await box('Select all on this page').focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        expect(await focused()).toBe('Revoke selected');
        await page.keyboard.press('Enter');
        await waitFor(async () => expect(await focused()).toBe('Cancel'));
        const release = await hold(page, '**/invites.revoke');
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
        await page.getByText('Revoking 1 of 2…').waitFor();
        await release();
        await notice('Revoked: 2.');
        await page.getByRole('heading', { name: 'No invite links yet' }).waitFor();
        expect(await labels()).toEqual([]);
    });

    it('are left as they are once the visitor stops', async () => {
        for (const label of ['A', 'B', 'C']) {
            await create({ label });
        }
        await open('#links?sort=label');
        await box('Select all on this page').check();
        await button('Revoke selected');
        const release = await hold(page, '**/invites.revoke');
        await button('Yes, revoke them');
        await waitFor(async () => expect(await focused()).toBe('Stop'));
        expect(await problemsInAllLooks(page, 'console-revoking')).toEqual([]);
        await page.keyboard.press('Enter');
        await release();
        await notice('Revoked: 1. Unchanged: 2.');
        await box('Select A').waitFor({ state: 'detached' });
        expect(await labels()).toEqual(['B', 'C']);
        await box('Select all on this page').check();
        await button('Revoke selected');
        await button('Yes, revoke them');
        await notice('Revoked: 2.');
    });

    it('say which could not be revoked, and why', async () => {
        const [gone] = [await create({ label: HOSTILE }), await create({ label: 'B' })];
        await open('#links?sort=label');
        await box('Select all on this page').check();
        await owner.app('POST', 'invites.revoke', { inviteId: gone._id });
        await button('Revoke selected');
        await button('Yes, revoke them');
        await notice('Revoked: 1. Not revoked: 1.');
        const problem = page.getByRole('alert').filter({ hasText: 'Not revoked: 1.' });
        expect(await problem.getByRole('listitem').textContent()).toBe(
            `${HOSTILE.replace('\u202e', '')}: This link does not exist, it was revoked, or you do not manage it.`,
        );
        expect(await problem.locator('b, img').count()).toBe(0);
        expect(await problemsInAllLooks(page, 'console-not-revoked')).toEqual([]);
    });

    it('at the end of the list lead to the page before', async () => {
        for (let number = 10; number < 37; number++) {
            await create({ label: `Link ${number}` });
        }
        await open('#links?sort=label&offset=25');
        await box('Select all on this page').check();
        await button('Revoke selected');
        await button('Yes, revoke them');
        await notice('Revoked: 2.');
        await page.getByRole('navigation', { name: 'Pages' }).getByText('1–25 of 25').waitFor();
    });
});

describe('all links', () => {
    it('of a room are revoked by its manager, hidden ones included', async () => {
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        await create({ label: 'Owner' });
        await create({ label: 'Moderator' }, moderator);
        const other = await scene.room(owner, 'c', { fname: 'Choir' });
        await create({ rid: other, label: 'Other' });
        await open(`#links?rid=${rid}&text=moderator`, moderator);
        await page.getByRole('link', { name: 'Moderator', exact: true }).waitFor();
        await button('Revoke all links of this room');
        await page.getByText('Revoke all links of this room: 2. They stop working at once, and this cannot be undone.').waitFor();
        await page.getByText('Links that the search and filters hide are included.').waitFor();
        expect(await problemsInAllLooks(page, 'console-revoke-room')).toEqual([]);
        await button('Yes, revoke them');
        await notice('Revoked: 2.');
        expect(page.url()).toMatch(/#links$/);
        expect(await labels()).toEqual(['Other']);
    });

    it('of a person, and of the workspace after the number was typed, are revoked by an administrator', async () => {
        const person = await scene.person();
        const room = await scene.room(person);
        await create({ rid: room, label: 'One' }, person);
        await create({ rid: room, label: 'Two' }, person);
        await create({ label: 'Of the owner' });
        await open(`#links?userId=${person.userId}`, scene.admin);
        await button('Revoke all links of this person');
        await page.getByText('Revoke all links of this person: 2.').waitFor();
        await button('Yes, revoke them');
        await notice('Revoked: 2.');
        expect(await labels(person)).toEqual([]);

        const total = (await labels(scene.admin)).length;
        await page.getByRole('button', { name: 'Revoke all links of the workspace' }).focus();
        await page.keyboard.press('Enter');
        await waitFor(async () => expect(await focused()).toBe('Cancel'));
        const yes = page.getByRole('button', { name: 'Yes, revoke them' });
        const field = page.getByLabel('Enter the number of links to confirm');
        await field.fill(String(total + 1));
        expect(await yes.isDisabled()).toBe(true);
        await field.fill(String(total));
        expect(await problemsInAllLooks(page, 'console-revoke-workspace')).toEqual([]);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await notice(`Revoked: ${total}.`);
        expect(await labels(scene.admin)).toEqual([]);
    });

    it('are offered once the list is there, so that a question is not lost', async () => {
        await create();
        await open('', scene.admin);
        const offer = page.getByRole('button', { name: /Revoke all links of this person/ });
        await page.getByRole('button', { name: /Revoke all links of the workspace/ }).waitFor();
        const release = await hold(page, '**/invites.list*');
        await page.getByRole('table').getByRole('link', { name: 'Olga' }).first().click();
        await page.getByText('Only links created by').waitFor();
        await page.locator('[aria-busy=true]').waitFor();
        expect(await offer.count()).toBe(0);
        await release();
        await offer.click();
        await page.getByText('Revoke all links of this person: 1.').waitFor();
    });

    it('are not offered to people who may not revoke them', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        const room = await scene.room(member);
        await create({ rid: room, label: 'Own' }, member);
        await create({ label: 'Of the owner' });
        for (const view of ['', `#links?userId=${owner.userId}`, `#links?rid=${rid}`]) {
            await open(view, member);
            await page.getByRole('search').waitFor();
            await page.locator('[aria-busy=false]').waitFor();
            expect(await page.getByRole('button', { name: /Revoke all/ }).count()).toBe(0);
        }
        await open('');
        await page.getByRole('link', { name: 'Of the owner' }).waitFor();
        expect(await page.getByRole('button', { name: /Revoke all/ }).count()).toBe(0);
    });
});

describe('an audience', () => {
    it('is chosen for a new link, with what is wrong in words', async () => {
        const guest = await scene.person();
        await open(`#new?rid=${rid}`);
        await page.getByLabel('Label').fill('For some');
        await page.getByLabel('Only for').selectOption('Certain people…');
        await button('Create link');
        await notice('Enter at least one username, domain or role');
        await page.getByLabel('E-mail domains').fill('example');
        await button('Create link');
        await notice('example is not a domain.');
        await page.getByLabel('E-mail domains').fill('example.com, @Example.org');
        await page.getByLabel('Usernames').fill(`@${guest.user.username} @${HOSTILE.replace(/ /g, '')}`);
        await page.getByLabel('Roles').fill('admin');
        await button('Create link');
        await notice(`${HOSTILE.replace(/ |\u202e/g, '')} is not a username or role in this workspace.`);
        expect(await problemsInAllLooks(page, 'console-audience')).toEqual([]);
        await page.getByLabel('Usernames').fill(`@${guest.user.username}`);
        await button('Create link');
        await notice('The link is ready.');
        await page.getByText(`@${guest.user.username}, addresses at example.com, addresses at example.org, the role admin`).waitFor();
        expect(await page.locator('main b, main img[src="x"]').count()).toBe(0);
    });

    it('is edited by keyboard, and follows the edit of another person', async () => {
        const guest = await scene.person();
        const { _id: inviteId } = await create({ audience: { usernames: [guest.user.username] } });
        await open(`#link/${inviteId}`);
        await button('Edit');
        const field = page.getByLabel('Usernames');
        expect(await field.inputValue()).toBe(`@${guest.user.username}`);
        await page.getByLabel('Label').fill('Mine');
        await owner.app('POST', 'invites.update', { inviteId, audience: { roles: ['admin'] } });
        await button('Save');
        await page.getByText('Now: the role admin').waitFor();
        expect(await page.getByLabel('Roles').inputValue()).toBe('admin');
        await page.getByLabel('Only for').focus();
        await page.keyboard.press('ArrowUp');
        await field.waitFor({ state: 'detached' });
        await page.getByLabel('Label').focus();
        await page.keyboard.press('Enter');
        await notice('Saved.');
        const { body } = await owner.app('GET', `invites.info?inviteId=${inviteId}`);
        expect(body.invite).toMatchObject({ label: 'Mine', audience: null });
    });
});

describe('the number of uses', () => {
    it('is the usual one of the workspace, none, or one that is typed', async () => {
        await scene.changeSetting('Default_Uses', '7 people');
        const made: Record<string, number> = {};
        for (const limit of ['The default of this workspace', 'Any number of people', 'A number of people…']) {
            await open(`#new?rid=${rid}`);
            await page.reload();
            await page.getByLabel('Label').fill(limit);
            await page.getByLabel('Limit').selectOption(limit);
            if (limit.endsWith('…')) {
                await button('Create link');
                await notice('Enter a whole number of people');
                await page.getByLabel('Number of people who can use it').fill('3');
            }
            await button('Create link');
            await notice('The link is ready.');
        }
        for (const { label, maxUses } of (await owner.app('GET', 'invites.list')).body.invites) {
            made[label] = maxUses;
        }
        await scene.changeSetting('Default_Uses', 'unlimited');
        expect(made).toEqual({ 'The default of this workspace': 7, 'Any number of people': 0, 'A number of people…': 3 });
    });
});

describe('links by e-mail', () => {
    it('are not offered while the workspace does not allow them', async () => {
        await open(`#new?rid=${rid}`);
        await page.getByLabel('Label').waitFor();
        expect(await page.getByLabel('How to invite').count()).toBe(0);
    });

    it.each([
        ['en-GB', 'How to invite', 'E-mail addresses', 'Send links', 'Sent: 1. Not sent: 2.', 'This is not an e-mail address.'],
        ['de-DE', 'Art der Einladung', 'E-Mail-Adressen', 'Links senden', 'Gesendet: 1. Nicht gesendet: 2.', 'Das ist keine E-Mail-Adresse.'],
    ])('are sent, and what failed stays in the field (%s)', async (locale, delivery, addresses, send, summary, reason) => {
        await context.close();
        await enter(locale);
        const mailServer = await scene.receiveMail();
        await scene.changeSetting('Allow_Email_Invites', true);
        mailServer.mails.length = 0;
        await open(`#new?rid=${rid}`);
        await page.getByLabel(delivery).selectOption('email');
        expect(await page.locator('form select').count()).toBe(4);
        await button(send);
        await page.getByRole('alert').waitFor();
        await page.getByLabel(addresses).fill('ann@example.com, nobody\n<b>\u202egnp@x');
        await page.locator('form input[maxlength]').focus();
        await page.keyboard.press('Enter');
        await notice(summary);
        expect(await focused()).toContain(summary);
        expect(await page.getByLabel(addresses).inputValue()).toBe('nobody\n<b>\u202egnp@x');
        const failed = page.locator('.results li', { hasText: reason });
        expect(await failed.allTextContents()).toEqual([`nobody ${reason}`, `<b>gnp@x ${reason}`]);
        expect(await page.locator('.results b').count()).toBe(0);
        expect(await problemsInAllLooks(page, `console-sent-${locale}`)).toEqual([]);
        await scene.workspace.mailSent();
        expect(mailServer.mails.map(({ to }) => to)).toEqual([['ann@example.com']]);

        await page.getByLabel(addresses).fill(Array.from({ length: 51 }, (_, number) => `p${number}@example.com`).join(' '));
        await button(send);
        await page.getByRole('alert').filter({ hasText: '50' }).waitFor();
        await scene.changeSetting('Allow_Email_Invites', false);
        await page.getByLabel(addresses).fill('bob@example.com');
        await button(send);
        await page.getByRole('alert').filter({ hasNotText: '50' }).waitFor();
        expect(await page.getByLabel(addresses).inputValue()).toBe('bob@example.com');
    });
});

it('looks right in German', async () => {
    await context.close();
    await enter('de-DE');
    const person = await scene.person();
    await scene.add(rid, person, 'moderator');
    await create({ label: 'Sommerfest' });
    await create();
    await open(`#links?rid=${rid}`);
    await page.getByRole('checkbox', { name: 'Alle auf dieser Seite auswählen' }).check();
    await button('Ausgewählte widerrufen');
    await button('Alle Links dieses Raums widerrufen');
    await page.getByText('Alle Links dieses Raums widerrufen: 2.').waitFor();
    expect(await problemsInAllLooks(page, 'console-revoke-german')).toEqual([]);
    await open(`#new?rid=${rid}`);
    await page.getByLabel('Nur für').selectOption('Bestimmte Personen …');
    await page.getByLabel('Begrenzung').selectOption('Bestimmte Anzahl …');
    expect(await problemsInAllLooks(page, 'console-audience-german')).toEqual([]);
});

it('the room of the overview has its name, also for an administrator who is not in it', async () => {
    await create({ label: 'Poster' });
    await open(`#overview?rid=${rid}`, scene.admin);
    await page.getByLabel('Room').locator('option:checked', { hasText: 'Reading circle' }).waitFor({ state: 'attached' });
    await page.goto(page.url().replace(rid, 'gone'));
    await page.getByLabel('Room').locator('option:checked', { hasText: 'A room that you cannot see' }).waitFor({ state: 'attached' });
});
