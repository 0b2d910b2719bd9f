import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { APP_PATH, ROOT } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { logIn, problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';

/** The views of the console, as a creator, another manager, an administrator and a stranger see them. */

type Role = 'creator' | 'manager' | 'administrator' | 'stranger';

const { scene, browser } = await useBrowser();
let owner: Person;
let guest: Person;
let people: Readonly<Record<Role, Person>>;
/** A link of the creator that the manager manages too. */
let own: { readonly _id: string; readonly inviteToken: string };
/** A link, a room and a person with whom only an administrator has to do. */
let foreign: Readonly<Record<'link' | 'room' | 'person', string>>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
    owner = await scene.person({ username: 'olga', name: 'Olga' });
    guest = await scene.person({ username: 'gina', name: '<b>Gina</b>' });
    const rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
    const [manager, stranger, other, asking] = (await scene.people(4)) as [Person, Person, Person, Person];
    await scene.add(rid, manager, 'moderator');
    const { body } = await owner.app('POST', 'invites.create', { rid, label: 'Poster', maxUses: 3 });
    for (const person of [guest, ...(await scene.people(4))]) {
        await person.redeem(body.invite.inviteToken);
    }
    own = (await owner.app('POST', 'invites.create', { rid, label: 'On request', approval: true })).body.invite;
    await asking.redeem(own.inviteToken);
    const room = await scene.room(other, 'p', { fname: 'Secret society' });
    const made = (await other.app('POST', 'invites.create', { rid: room, label: 'Initiation', approval: true })).body.invite;
    await asking.redeem(made.inviteToken);
    people = { creator: owner, manager, administrator: scene.admin, stranger };
    foreign = { link: made._id, room, person: other.userId! };
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

/** What a view shows: its title, the first notice or heading of a card, and the buttons. */
interface Shown {
    readonly title: string;
    readonly says?: string;
    readonly buttons?: readonly string[];
}

/** Returns what the page shows now; undefined while it loads. */
async function shownNow(): Promise<Shown | undefined> {
    const main = page.locator('main');
    if ((await main.locator('[aria-busy=true], .wait').count()) > 0) {
        return undefined;
    }
    const [title = ''] = await main.getByRole('heading', { level: 1 }).allTextContents();
    const [says] = await main.locator('[role=alert] p, .card:not(form) h2').allTextContents();
    const buttons = await main.getByRole('button').allTextContents();
    return { title, ...(says && { says }), ...(buttons.length > 0 && { buttons }) };
}

/** Goes to an address of the page that is open, and waits until it shows the view. */
async function goesTo(address: string, shown: Shown): Promise<void> {
    await page.goto(page.url().replace(/#.*|$/, address));
    await waitFor(async () => expect({ address, ...(await shownNow()) }).toEqual({ address, ...shown }));
}

const FOR_MANAGERS = ['Links', 'Requests', 'New link', 'Overview'];
const NAVIGATION: Readonly<Record<Role, readonly string[]>> = {
    creator: FOR_MANAGERS,
    manager: FOR_MANAGERS,
    administrator: [...FOR_MANAGERS, 'People', 'Health'],
    stranger: FOR_MANAGERS,
};

const MANAGED = ['Edit', 'Extend by 7 days', 'Pause'];
const DECISIONS = ['Approve selected', 'Deny selected', 'Approve', 'Deny'];
const ADMINISTRATORS_ONLY = 'Only administrators can see this.';

/** What each view shows to each of them, and for whom its looks are checked here. */
const SHOWN: Readonly<Record<string, Readonly<Record<Role, Partial<Shown>>> & { title: string; check?: readonly Role[] }>> = {
    links: {
        title: 'Invite links',
        creator: {},
        manager: {},
        administrator: { buttons: ['Revoke all links of the workspace'] },
        stranger: { says: 'No invite links yet' },
        check: ['stranger'],
    },
    link: {
        title: 'On request',
        creator: { says: 'Invite link', buttons: ['Copy', 'QR code', ...MANAGED, 'Replace link', 'Revoke link', 'Download as CSV'] },
        manager: { says: 'Details', buttons: [...MANAGED, 'Revoke link', 'Download as CSV'] },
        administrator: { says: 'Details', buttons: [...MANAGED, 'Revoke link', 'Download as CSV'] },
        stranger: {
            title: 'Invite link',
            says: 'This link does not exist, it was revoked, or you do not manage it.',
            buttons: ['Try again'],
        },
    },
    requests: {
        title: 'Requests',
        creator: { buttons: DECISIONS },
        manager: { buttons: DECISIONS },
        administrator: { buttons: [...DECISIONS, 'Approve', 'Deny'] },
        stranger: { says: 'No requests are waiting for you' },
    },
    new: {
        title: 'New link',
        creator: { buttons: ['Create link'] },
        manager: { buttons: ['Create link'] },
        administrator: { buttons: ['Create link'] },
        stranger: { buttons: ['Create link'] },
    },
    overview: {
        title: 'Overview',
        creator: { says: 'Choose a room' },
        manager: { says: 'Choose a room' },
        administrator: { says: 'Joins and refusals per day', buttons: ['Show as table'] },
        stranger: { says: 'You do not manage any rooms' },
        check: ['manager', 'stranger'],
    },
    person: {
        title: 'People',
        creator: { says: ADMINISTRATORS_ONLY },
        manager: { says: ADMINISTRATORS_ONLY },
        administrator: { title: 'Find a person', buttons: ['Find'] },
        stranger: { says: ADMINISTRATORS_ONLY },
    },
    health: {
        title: 'Health',
        creator: { says: ADMINISTRATORS_ONLY },
        manager: { says: ADMINISTRATORS_ONLY },
        administrator: { says: 'Connection to the workspace', buttons: ['Check again'] },
        stranger: { says: ADMINISTRATORS_ONLY },
        check: ['stranger'],
    },
};

it('there is an expectation for each view', () => {
    const folder = join(ROOT, 'src/web/console');
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const names = sources.flatMap((source) => [...source.matchAll(/: View = \{ name: '(\w+)'/g)].map(([, name]) => name));
    expect(names.sort()).toEqual(Object.keys(SHOWN).sort());
});

it.each(Object.keys(NAVIGATION) as Role[])('a person is offered only what they may do: %s', async (role) => {
    await open('', people[role]);
    for (const [name, { title, check = [], [role]: shown }] of Object.entries(SHOWN)) {
        await goesTo(name === 'link' ? `#link/${own._id}` : `#${name}`, { title, ...shown });
        expect((await page.content()).includes(own.inviteToken)).toBe(role === 'creator' && name === 'link');
        if (check.includes(role)) {
            expect(await problemsInAllLooks(page, `console-${name}-${role}`)).toEqual([]);
        }
    }
    expect(await page.getByRole('banner').getByRole('link').allTextContents()).toEqual(NAVIGATION[role]);
});

it.each(['creator', 'manager', 'stranger'] as const)('an address tells nothing of others, or whether they exist: %s', async (role) => {
    await open('', people[role]);
    const nothing = { title: 'Invite links', says: 'No link matches', buttons: ['Clear the search and filters'] };
    const refused = 'You do not have the permission to do this.';
    for (const { link, room, person } of [foreign, { link: 'gone', room: 'gone', person: 'gone' }]) {
        const addresses: Readonly<Record<string, Shown>> = {
            [`#link/${link}`]: { title: 'Invite link', ...SHOWN.link!.stranger },
            [`#links?rid=${room}`]: nothing,
            [`#requests?inviteId=${link}`]: { title: 'Requests', says: refused, buttons: ['Try again'] },
            [`#links?userId=${person}`]: nothing,
            [`#requests?rid=${room}`]: { title: 'Requests', says: refused, buttons: ['Try again'] },
            [`#overview?rid=${room}`]: { title: 'Overview', says: refused },
            [`#new?rid=${room}`]: { title: 'New link', buttons: ['Create link'] },
            [`#person/${person}`]: { title: 'People', says: ADMINISTRATORS_ONLY },
            [`#nowhere/${link}`]: { title: 'There is no such page' },
        };
        for (const [address, shown] of Object.entries(addresses)) {
            await goesTo(address, shown);
            expect(await page.content()).not.toMatch(/Secret society|Initiation/);
        }
    }
});

it('a manager chooses one of their rooms', async () => {
    await open('#overview', owner);
    await page.getByRole('link', { name: 'Reading circle' }).click();
    await page.getByRole('img', { name: '3 joins and 2 refusals in 30 days' }).waitFor();
});
