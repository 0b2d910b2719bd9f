import { readFileSync } from 'node:fs';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { APP_PATH } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { issueLoginToken } from '../workspace/index.mts';
import { loginKeys, logIn, problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';
import { hold } from './states.mts';

const HOSTILE = '<img src=x onerror="document.title=1"><b>\u202egnp.exe';

const { scene, browser } = await useBrowser();
let owner: Person;
let moderator: Person;
let rid: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
    [owner, moderator] = await Promise.all([scene.person({ username: 'olga', name: 'Olga' }), scene.person({ username: 'mark', name: 'Mark' })]);
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
    await scene.add(rid, moderator, 'moderator');
});
beforeEach(async () => {
    await enter('en-GB');
});
afterEach(() => context.close());

/** Opens another browser profile. */
async function enter(locale: string): Promise<void> {
    context = await visitor(browser, locale);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
}

const heading = (name: string | RegExp, level = 1): Promise<void> => page.getByRole('heading', { name, level }).waitFor();
const button = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const notice = (text: string): Promise<void> => page.locator('.notice', { hasText: text }).waitFor();
const shown = (part: string): Promise<void> => page.getByRole('navigation', { name: 'Pages' }).getByText(part).waitFor();
const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement!.textContent);
const addressOf = (view: string): string => `${scene.workspace.url}${APP_PATH}/console${view}`;

/** Opens a view as a person who is logged in. */
async function open(view: string, person: Person = owner): Promise<void> {
    await logIn(context, person);
    await page.goto(addressOf(view));
}

async function create(fields: object = {}, creator = owner): Promise<any> {
    return (await creator.app('POST', 'invites.create', { rid, ...fields })).body.invite;
}

async function read(inviteId: string): Promise<any> {
    return (await owner.app('GET', `invites.info?inviteId=${inviteId}`)).body.invite;
}

/** A link with an approval for which so many people wait. */
async function withRequests(count: number): Promise<{ invite: any; people: Person[] }> {
    const invite = await create({ label: `For ${count}`, approval: true });
    const people = await scene.people(count);
    for (const person of people) {
        await person.redeem(invite.inviteToken);
    }
    return { invite, people };
}

describe('the list', () => {
    it('finds links by text, state, creator and room, each with an address that can be shared', async () => {
        const other = await scene.room(owner, 'c', { fname: 'Choir' });
        await create({ label: 'Summer fair' });
        await create({ label: 'Winter fair', maxUses: 10, approval: true });
        const { _id } = await create({ label: 'Concert', rid: other });
        await owner.app('POST', 'invites.update', { inviteId: _id, paused: true });
        await create({ label: 'By Mark' }, moderator);
        await open('');
        await page.getByRole('link', { name: 'Summer fair' }).waitFor();
        expect(await focused()).toBe('Invite links');
        expect(await page.title()).toBe(`Invite links · ${new URL(scene.workspace.url).host}`);
        expect(await problemsInAllLooks(page, 'console-links')).toEqual([]);

        await page.getByRole('searchbox').fill('winter');
        await page.getByRole('link', { name: 'Summer fair' }).waitFor({ state: 'detached' });
        expect(page.url()).toBe(addressOf('#links?text=winter'));
        await page.reload();
        await page.getByRole('link', { name: 'Winter fair' }).waitFor();
        expect(await page.getByRole('searchbox').inputValue()).toBe('winter');
        await page.getByRole('searchbox').fill('nothing like it');
        await heading('No link matches', 2);
        await button('Clear the search and filters');
        await page.getByRole('link', { name: 'Summer fair' }).waitFor();

        await page.getByLabel('State').selectOption('Paused');
        await page.getByRole('link', { name: 'Summer fair' }).waitFor({ state: 'detached' });
        await page.getByRole('link', { name: 'Concert' }).waitFor();
        await page.goBack();
        await page.getByRole('link', { name: 'Summer fair' }).waitFor();
        await page.goForward();
        await page.getByRole('link', { name: 'Summer fair' }).waitFor({ state: 'detached' });
        await page.goBack();

        await page.getByLabel('Created by').selectOption('Me');
        await page.getByRole('link', { name: 'By Mark' }).waitFor({ state: 'detached' });
        await page.getByRole('link', { name: 'Choir' }).first().click();
        await page.getByText('Only links for Choir').waitFor();
        expect(page.url()).toBe(addressOf(`#links?userId=me&rid=${other}`));
    });

    it('sorts and pages on the server’s side', async () => {
        const person = await scene.person();
        const room = await scene.room(person);
        for (let number = 10; number < 37; number++) {
            await create({ rid: room, label: `Link ${number}` }, person);
        }
        await open('#links?sort=label', person);
        await shown('1–25 of 27');
        expect(await page.getByRole('row').nth(1).textContent()).toContain('Link 10');
        await page.getByRole('link', { name: 'Next' }).click();
        await shown('26–27 of 27');
        expect(await page.getByRole('row').count()).toBe(3);
        await page.getByLabel('Sort by').selectOption('Label, Z to A');
        await shown('1–25 of 27');
        expect(await page.getByRole('row').nth(1).textContent()).toContain('Link 36');
    });

    it('says that it loads, and that the workspace does not respond', async () => {
        await hold(page, '**/invites.list*');
        await open('');
        await page.locator('.wait').waitFor();
        await page.unrouteAll();
        await page.route('**/invites.list*', (route) => route.fulfill({ status: 502, body: '' }));
        await page.reload();
        await notice('The workspace is not responding');
        expect(await problemsInAllLooks(page, 'console-down')).toEqual([]);
        await page.unrouteAll();
        await button('Try again');
        await page.getByRole('table').waitFor();
        await context.setOffline(true);
        await notice('You are offline');
        await context.setOffline(false);
        await page.getByText('You are offline').waitFor({ state: 'detached' });
    });
});

describe('a link', () => {
    it('shows its creator the address, to copy and as a QR code', async () => {
        const invite = await create({ label: 'Open day', maxUses: 5, audience: { emailDomains: ['example.org'] } });
        const guest = await scene.person({ name: 'Greta' });
        await scene.workspace.database.users.updateOne({ _id: guest.userId }, { $set: { emails: [{ address: 'g@example.org', verified: true }] } });
        await guest.redeem(invite.inviteToken);
        await open('');
        await page.getByRole('link', { name: 'Open day' }).click();
        await heading('Open day');
        await page.getByText(`Greta (@${guest.user.username})`).waitFor();
        expect(page.url()).toBe(addressOf(`#link/${invite._id}`));
        expect(await focused()).toBe('Open day');
        await button('Copy');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(invite.url);
        await button('QR code');
        await page.getByRole('img', { name: 'QR code of this invite link' }).waitFor();
        await page.getByText('1 of 5').waitFor();
        await page.getByText('addresses at example.org').waitFor();
        expect(await problemsInAllLooks(page, 'console-link')).toEqual([]);
    });

    it('is edited in place, paused and resumed', async () => {
        const invite = await create({ label: 'Old label', expires: '7d' });
        await open(`#link/${invite._id}`);
        await button('Edit');
        await waitFor(async () => expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('INPUT'));
        await page.getByLabel('Label').fill('New label');
        await page.getByLabel('Expires after').selectOption('Never');
        await page.getByLabel('Limit').selectOption('A number of people…');
        await page.getByLabel('Number of people who can use it').fill('many');
        await button('Save');
        await notice('Enter a whole number of people');
        await page.getByLabel('Number of people who can use it').fill('3');
        expect(await problemsInAllLooks(page, 'console-edit')).toEqual([]);
        await button('Save');
        await notice('Saved. The link stays the same.');
        await heading('New label');
        expect(await read(invite._id)).toMatchObject({ label: 'New label', expires: null, maxUses: 3, url: invite.url });
        await button('Pause');
        await notice('Paused.');
        expect(await focused()).toContain('Paused.');
        expect(await read(invite._id)).toMatchObject({ state: 'paused' });
        await button('Resume');
        await notice('The link works again.');
        expect(await read(invite._id)).toMatchObject({ state: 'active' });
    });

    it('tells the later of two editors what changed, and keeps what they typed', async () => {
        const invite = await create({ label: 'First', maxUses: 2 });
        await open(`#link/${invite._id}`);
        await button('Edit');
        await page.getByLabel('Label').fill('Mine');
        await moderator.app('POST', 'invites.update', { inviteId: invite._id, label: 'Theirs', maxUses: 8 });
        await button('Save');
        await notice('Someone else changed this link in the meantime');
        await page.getByText('Now: Theirs').waitFor();
        expect(await page.getByLabel('Label').inputValue()).toBe('Mine');
        expect(await page.getByLabel('Number of people who can use it').inputValue()).toBe('8');
        expect(await read(invite._id)).toMatchObject({ label: 'Theirs' });
        await button('Save');
        await heading('Mine');
        expect(await read(invite._id)).toMatchObject({ label: 'Mine', maxUses: 8 });
    });

    it('shows the other of two editors who press Save at once what changed', async () => {
        const invite = await create({ label: 'First', maxUses: 2 });
        const other = await visitor(browser, 'en-GB');
        await logIn(other, moderator);
        const pages = [page, await other.newPage()] as const;
        await logIn(context, owner);
        const typed = ['Mine', 'Theirs'];
        for (const [index, one] of pages.entries()) {
            await one.goto(addressOf(`#link/${invite._id}`));
            await one.getByRole('button', { name: 'Edit', exact: true }).click();
            await one.getByLabel('Label').fill(typed[index]!);
        }
        const warning = pages.map((one) => one.locator('.notice', { hasText: 'Someone else changed this link in the meantime' }));
        const outcome = (one: Page, index: number): Promise<'saved' | 'refused'> =>
            Promise.race([
                one
                    .locator('.notice', { hasText: 'Saved. The link stays the same.' })
                    .waitFor()
                    .then(() => 'saved' as const),
                warning[index]!.waitFor().then(() => 'refused' as const),
            ]);
        await Promise.all(pages.map((one) => one.getByRole('button', { name: 'Save' }).click()));
        const outcomes = await Promise.all(pages.map(outcome));
        expect(outcomes.slice().sort()).toEqual(['refused', 'saved']);
        const late = outcomes.indexOf('refused');
        const winner = typed[1 - late]!;
        expect(await read(invite._id)).toMatchObject({ label: winner, revision: 1 });
        await pages[late]!.getByText(`Now: ${winner}`).waitFor();
        expect(await pages[late]!.getByLabel('Label').inputValue()).toBe(typed[late]);
        await pages[late]!.getByRole('button', { name: 'Save' }).click();
        await pages[late]!.getByRole('heading', { name: typed[late]!, level: 1 }).waitFor();
        await other.close();
    });

    it('is saved without a question if somebody only paused it meanwhile, and read again if there is nothing to save', async () => {
        const invite = await create({ label: 'First' });
        await open(`#link/${invite._id}`);
        await button('Edit');
        await page.getByLabel('Label').fill('Mine');
        await moderator.app('POST', 'invites.update', { inviteId: invite._id, paused: true });
        await button('Save');
        await heading('Mine');
        expect(await read(invite._id)).toMatchObject({ label: 'Mine', state: 'paused' });
        await button('Edit');
        await moderator.app('POST', 'invites.update', { inviteId: invite._id, paused: false });
        await button('Save');
        await page.getByRole('button', { name: 'Pause' }).waitFor();
        expect(await read(invite._id)).toMatchObject({ label: 'Mine', state: 'active', revision: 3 });
    });

    it('is replaced and revoked after a question, by keyboard', async () => {
        const invite = await create({ label: 'Leaked' });
        await open(`#link/${invite._id}`);
        await page.getByRole('button', { name: 'Replace link' }).focus();
        await page.keyboard.press('Enter');
        await page.getByText('Replace this link?').waitFor();
        await waitFor(async () => expect(await focused()).toBe('Cancel'));
        await page.keyboard.press('Escape');
        await waitFor(async () => expect(await focused()).toBe('Replace link'));
        await page.keyboard.press('Enter');
        await waitFor(async () => expect(await focused()).toBe('Cancel'));
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
        await notice('The old link no longer works.');
        const { url } = await read(invite._id);
        expect(url).not.toBe(invite.url);
        expect(await page.locator('code').textContent()).toBe(url);
        await page.getByRole('button', { name: 'Revoke link' }).focus();
        await page.keyboard.press('Enter');
        expect(await problemsInAllLooks(page, 'console-revoke')).toEqual([]);
        await button('Yes, revoke it');
        await notice('The link was revoked.');
        await heading('Invite links');
        expect((await owner.app('GET', `invites.info?inviteId=${invite._id}`)).status).toBe(403);
    });

    it('has a history with refusals, which can be filtered and downloaded', async () => {
        const invite = await create({ maxUses: 1, label: 'One seat' });
        const [first, second] = await scene.people(2);
        await first!.redeem(invite.inviteToken);
        await second!.redeem(invite.inviteToken);
        await open(`#link/${invite._id}`);
        await page.getByRole('cell', { name: 'Refused: the link was used up' }).waitFor();
        const [file] = await Promise.all([page.waitForEvent('download'), button('Download as CSV')]);
        expect(file.suggestedFilename()).toBe(`joins-${invite._id}.csv`);
        expect(
            readFileSync(await file.path(), 'utf8')
                .trim()
                .split('\n'),
        ).toHaveLength(3);
        await page.getByLabel('What happened').selectOption('Joined');
        await shown('1–1 of 1');
        expect(page.url()).toBe(addressOf(`#link/${invite._id}?outcome=joined`));
    });
});

describe('a new link', () => {
    it('is created for chosen rooms, and then shown', async () => {
        const other = await scene.room(owner, 'c', { fname: 'Orchestra' });
        await open(`#new?rid=${rid}`);
        await heading('New link');
        expect(await page.getByLabel('Reading circle').isChecked()).toBe(true);
        await page.getByLabel('Orchestra').check();
        await page.getByLabel('Label').fill('For two rooms');
        await page.getByLabel('Expires after').selectOption('1 day');
        await page.getByLabel('Joining').selectOption('A manager approves each person');
        expect(await problemsInAllLooks(page, 'console-new')).toEqual([]);
        await button('Create link');
        await notice('The link is ready.');
        await heading('For two rooms');
        const id = new URL(page.url()).hash.replace('#link/', '');
        const made = await read(id);
        expect(made).toMatchObject({ days: 1, approval: true, maxUses: 0 });
        expect(made.rooms.map(({ _id }: { _id: string }) => _id)).toEqual([rid, other]);
        expect(await page.locator('code').textContent()).toBe(made.url);
    });

    it('keeps what was typed when the login ends, and continues by itself after the next one', async () => {
        const person = await scene.person();
        const room = await scene.room(person, 'p', { fname: 'Lost and found' });
        await open(`#new?rid=${room}`, person);
        await page.getByLabel('Label').fill('Typed before');
        await person.rest('POST', 'logout');
        await button('Create link');
        await heading('You are no longer logged in');
        expect(await problemsInAllLooks(page, 'console-logged-out')).toEqual([]);
        expect(await page.getByLabel('Label').isVisible()).toBe(false);
        const token = await issueLoginToken(scene.workspace.database, person.userId!);
        await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [loginKeys().token, token]);
        await page.evaluate(() => dispatchEvent(new Event('focus')));
        await heading('Typed before');
    });

    it('reads why it was refused', async () => {
        const person = await scene.person();
        await scene.add(rid, person);
        await open(`#new?rid=${rid}`, person);
        await button('Create link');
        await notice('You do not have the permission');
    });
});

describe('requests', () => {
    it('are decided one by one and several at once', async () => {
        const { invite, people } = await withRequests(4);
        await open(`#link/${invite._id}`);
        await page.getByRole('link', { name: 'Requests waiting: 4' }).click();
        await heading('Requests');
        await shown('1–4 of 4');
        expect(await problemsInAllLooks(page, 'console-requests')).toEqual([]);
        await button(`Deny: @${people[0]!.user.username}`);
        await notice('Decided: 1.');
        await shown('1–3 of 3');
        await page.getByLabel('Select all').check();
        await page.getByLabel(`Select @${people[1]!.user.username}`).uncheck();
        await button('Approve selected');
        await notice('Decided: 2.');
        await shown('1–1 of 1');
        const members = await scene.members(rid);
        expect(people.map(({ user }) => members.includes(user.username!))).toEqual([false, false, true, true]);
        await button(`Approve: @${people[1]!.user.username}`);
        await heading('No requests are waiting for you', 2);
    });

    it('say why one could not be decided', async () => {
        const { invite } = await withRequests(1);
        await owner.app('POST', 'invites.update', { inviteId: invite._id, paused: true });
        await open(`#requests?inviteId=${invite._id}`);
        await page.getByRole('button', { name: /^Approve: / }).click();
        await notice('Not decided: 1.');
        await page.getByRole('alert').waitFor();
    });
});

describe('the page', () => {
    it('without a login, waits for one and continues by itself', async () => {
        await page.goto(addressOf('#links?sort=uses'));
        await heading('Log in to manage invite links');
        expect(await problemsInAllLooks(page, 'console-login')).toEqual([]);
        const other = await context.newPage();
        await logIn(context, owner);
        await other.goto(`${scene.workspace.url}/home`);
        await heading('Invite links');
        expect(page.url()).toBe(addressOf('#links?sort=uses'));
    });

    it('has a way to the content, and says that a view does not exist', async () => {
        await open('#nowhere/else?x=%');
        await heading('There is no such page');
        await page.keyboard.press('Shift+Tab');
        await page.locator('.skip').focus();
        await page.keyboard.press('Enter');
        expect(await page.evaluate(() => document.activeElement!.id)).toBe('content');
        expect(page.url()).toBe(addressOf('#nowhere/else?x=%'));
    });

    it('shows hostile names as text', async () => {
        const person = await scene.person({ name: HOSTILE });
        const room = await scene.room(person, 'p', { fname: HOSTILE });
        await create({ rid: room, label: HOSTILE }, person);
        await open('', person);
        const label = page.getByRole('table').getByRole('link', { name: '<img' }).first();
        expect(await label.textContent()).toBe(HOSTILE.replace('\u202e', ''));
        expect(await page.getByRole('table').locator('b, img[src="x"]').count()).toBe(0);
        await label.click();
        await page.getByRole('heading', { name: 'Details' }).waitFor();
        expect(await page.title()).toContain('<img src=x');
        expect(await problemsInAllLooks(page, 'console-hostile')).toEqual([]);
    });

    it('is in English if the texts of the visitor’s language do not load', async () => {
        await context.close();
        await enter('de-DE');
        await page.route('**/console.de.json', (route) => route.abort());
        await open('');
        await heading('Invite links');
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        await page.unrouteAll();
        await page.reload();
        await heading('Einladungslinks');
    });

    it.each([
        ['de-DE', 'Einladungslinks', 'Status', 'Neuer Link', 'Link erstellen'],
        ['fr-FR', 'Liens d’invitation', 'État', 'Nouveau lien', 'Créer le lien'],
        ['es-ES', 'Enlaces de invitación', 'Estado', 'Nuevo enlace', 'Crear enlace'],
        ['pt-BR', 'Links de convite', 'Status', 'Novo link', 'Criar link'],
    ])('is in the visitor’s language (%s)', async (locale, title, state, newLink, createLink) => {
        await context.close();
        await enter(locale);
        await create({ label: 'Any' });
        await open('');
        await heading(title);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale.startsWith('pt') ? 'pt-BR' : locale.slice(0, 2));
        await page.getByLabel(state, { exact: true }).waitFor();
        expect(await problemsInAllLooks(page, `console-links-${locale}`)).toEqual([]);
        await page.getByRole('navigation').first().getByRole('link', { name: newLink }).click();
        await page.getByRole('button', { name: createLink }).waitFor();
        expect(await problemsInAllLooks(page, `console-new-${locale}`)).toEqual([]);
    });
});
