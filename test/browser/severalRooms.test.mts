import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Request } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { addUserToRoom } from '../workspace/index.mts';
import { visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';
import { ban, inviteToRooms } from './roomsStates.mts';
import { Visits } from './states.mts';

/** An invite that opens several rooms, as its visitors see it. */

const { scene, browser } = await useBrowser();
let visits: Visits;
let context: BrowserContext;
let page: Page;
let requests: Request[];

beforeAll(async () => {
    visits = await Visits.begin(scene);
});
beforeEach(() => enter('en-GB'));
afterEach(() => context.close());

async function enter(locale: string): Promise<void> {
    await context?.close();
    context = await visitor(browser, locale);
    requests = [];
    context.on('request', (request) => requests.push(request));
    page = await context.newPage();
}

const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).waitFor();
const roomsOf = (person: Person, rids: readonly string[]): Promise<boolean[]> =>
    Promise.all(rids.map(async (rid) => (await scene.members(rid)).includes(person.user.username!)));
const listed = (): Promise<string[]> => page.getByRole('listitem').allTextContents();
/** The pages that the tab went to. */
const visited = (): string[] => requests.filter((request) => request.isNavigationRequest()).map((request) => new URL(request.url()).pathname);

describe('from the link into several rooms', () => {
    it.each([
        ['en-GB', 'invites you to Reading circle', 'This link also adds you to:', 'Join all', 'You’re in!', 'Which room do you want to open?'],
        [
            'de-DE',
            'lädt dich in diesen Raum ein: Reading circle',
            'Mit diesem Link kommst du auch in:',
            'Allen beitreten',
            'Du bist dabei!',
            'Welchen Raum möchtest du öffnen?',
        ],
    ])('in %s', async (locale, title, others, join, joined, choose) => {
        await enter(locale);
        const { inviteToken, rids, _id } = await inviteToRooms(visits);
        const guest = await visits.open(page, { token: inviteToken });
        await heading(new RegExp(title));
        expect(await page.getByRole('list', { name: others }).count()).toBe(1);
        expect((await listed()).map((text) => text.trim())).toEqual(['Book swap', 'Poetry evening']);
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(join);
        await page.keyboard.press('Enter');
        await heading(joined);
        await page.getByText(choose).waitFor();
        expect(await page.evaluate(() => document.activeElement!.id)).toBe('title');
        expect(await roomsOf(guest, rids)).toEqual([true, true, true]);
        expect(await scene.usesOf(_id)).toBe(1);
        // The page stays until the person chooses, and the token is gone.
        expect(visited()).toHaveLength(1);
        expect(page.url()).not.toContain(inviteToken);
        expect((await listed()).map((text) => text.trim())).toEqual(['Reading circle', 'Book swap', 'Poetry evening']);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.waitForURL(`${scene.workspace.url}/channel/*`);
    });

    it('marks the rooms in which the visitor is already, and names first the one that they are not in', async () => {
        const { inviteToken, rids } = await inviteToRooms(visits);
        const guest = await scene.person();
        await addUserToRoom(scene.workspace.database, rids[0], guest.user);
        await visits.open(page, { token: inviteToken, as: guest });
        await heading(/invites you to Book swap/);
        expect((await listed()).map((text) => text.trim())).toEqual(['Reading circleYou are already in it', 'Poetry evening']);
        expect(await page.getByRole('listitem').getByRole('img', { name: 'Private room' }).count()).toBe(2);
    });

    it('says that a room is closed to a banned person, and does not name it', async () => {
        const { inviteToken, rids } = await inviteToRooms(visits);
        const guest = await scene.person();
        await ban(visits, rids[1], guest);
        await visits.open(page, { token: inviteToken, as: guest });
        await heading(/invites you to Reading circle/);
        expect((await listed()).map((text) => text.trim())).toEqual(['Poetry evening']);
        await page.getByRole('button', { name: 'Join all' }).click();
        await page.getByText('Another room of this link is not open to you.').waitFor();
        expect((await listed()).map((text) => text.trim())).toEqual(['Reading circle', 'Poetry evening']);
        expect(await roomsOf(guest, rids)).toEqual([true, false, true]);
        await page.getByRole('link', { name: 'Reading circle' }).click();
        await page.waitForURL(`${scene.workspace.url}/group/*`);
    });

    it('looks like an invite to one room if the others are closed, until there is something to say', async () => {
        const { inviteToken, rids } = await inviteToRooms(visits);
        const guest = await scene.person();
        await ban(visits, rids[0], guest);
        await ban(visits, rids[1], guest);
        await visits.open(page, { token: inviteToken, as: guest });
        await heading(/invites you to Poetry evening/);
        expect(await listed()).toEqual([]);
        await page.getByRole('button', { name: 'Join' }).click();
        await page.getByText('2 other rooms of this link are not open to you.').waitFor();
        expect(await page.getByText('Which room').count()).toBe(0);
        await page.getByRole('link', { name: 'Poetry evening' }).click();
        await page.waitForURL(`${scene.workspace.url}/group/*`);
    });

    it('shows the rooms to a member of all, with the link to pass on', async () => {
        const { inviteToken } = await inviteToRooms(visits);
        await visits.open(page, { token: inviteToken, as: visits.owner });
        await heading('You are already in these rooms');
        await page.getByRole('button', { name: 'QR code' }).waitFor();
        await page.getByRole('link', { name: 'Book swap' }).click();
        await page.waitForURL(`${scene.workspace.url}/channel/*`);
    });

    it('finds the person in the rooms if the second script does not load after the join', async () => {
        const { inviteToken, rids } = await inviteToRooms(visits);
        const guest = await scene.person();
        await ban(visits, rids[0], guest);
        await ban(visits, rids[1], guest);
        await page.route('**/join.more.js', (route) => route.abort(), { times: 1 });
        await visits.open(page, { token: inviteToken, as: guest });
        await page.getByRole('button', { name: 'Join' }).click();
        await heading('The workspace is not responding');
        await page.getByRole('button', { name: 'Try again' }).click();
        await heading('You are already in Poetry evening');
    });
});

it('shows names that other people chose as text, without overflow', async () => {
    const names = ['<img src=x onerror="document.title=1"><b>bold</b>', '\u2069\u202Emoc.live\u202C', 'W'.repeat(200), 'חדר הקריאה'];
    const plain = names.map((name) => name.replace(/[\u202A-\u202E\u2066-\u2069]/g, ''));
    const rids = await Promise.all(names.map((fname) => scene.room(visits.owner, 'p', { fname })));
    const { body } = await visits.owner.app('POST', 'invites.create', { rids });
    const expectShown = async (shown: readonly string[]): Promise<void> => {
        expect((await listed()).map((text) => text.trim())).toEqual(shown);
        expect(await page.locator('main :is(script, b)').count()).toBe(0);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
    };
    await page.setViewportSize({ width: 320, height: 740 });
    await visits.open(page, { token: body.invite.inviteToken });
    await page.getByRole('button', { name: 'Join all' }).waitFor();
    await expectShown(plain.slice(1));
    await page.getByRole('button', { name: 'Join all' }).click();
    await heading('You’re in!');
    await expectShown(plain);
});

describe('with approval', () => {
    it('names all rooms while the request waits, and leads into them once it is approved', async () => {
        const { inviteToken, rids } = await inviteToRooms(visits, { approval: true });
        const guest = await visits.open(page, { token: inviteToken });
        await page.getByText('A manager of all these rooms decides who joins.').waitFor();
        await page.getByRole('button', { name: 'Ask to join' }).click();
        await heading('Your request was sent');
        await page.getByText('A manager of Reading circle, Book swap and Poetry evening decides on it.').waitFor();
        await page.reload();
        await page.getByText('A manager of Reading circle, Book swap and Poetry evening decides on it.').waitFor();
        const { body } = await visits.owner.app('GET', `invites.requests?rid=${rids[2]}`);
        await visits.owner.app('POST', 'invites.approve', { requestId: body.requests[0]._id });
        await page.getByRole('button', { name: 'Check now' }).click();
        await heading('You’re in!');
        expect((await listed()).map((text) => text.trim())).toEqual(['Reading circle', 'Book swap', 'Poetry evening']);
        expect(await roomsOf(guest, rids)).toEqual([true, true, true]);
    });

    it('names the rooms of a denied request, without one in which the person is already', async () => {
        const { inviteToken, rids } = await inviteToRooms(visits, { approval: true });
        const guest = await scene.person();
        await addUserToRoom(scene.workspace.database, rids[0], guest.user);
        const { body } = await guest.redeem(inviteToken);
        await visits.owner.app('POST', 'invites.deny', { requestId: body.request._id });
        await visits.open(page, { token: inviteToken, as: guest });
        await page.getByText('You cannot join Book swap and Poetry evening with this link.').waitFor();
    });
});
