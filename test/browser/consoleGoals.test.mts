import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';

import { MS_PER_DAY } from '../../src/domain/model/invite.ts';
import type { Person } from '../e2e/scene.mts';
import { APP_PATH } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { logIn, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';

/** What people come to the console for takes at most four actions from the page as it opens, by mouse or by keyboard. */

/** Clicks, typed fields, chosen options and key commands. */
const MAX_ACTIONS = 4;

/** How often Tab may be pressed on the way to one element. */
const MAX_TABS = 250;

/** Acts on the page as a person with a mouse does. Each call is one action, and a fifth one fails. */
class Mouse {
    private actions = 0;

    constructor(protected readonly page: Page) {}

    async click(target: Locator): Promise<void> {
        this.count();
        await target.click();
    }

    async type(field: Locator, text: string): Promise<void> {
        this.count();
        await field.fill(text);
    }

    async choose(menu: Locator, option: string): Promise<void> {
        this.count();
        await menu.selectOption(option);
    }

    async press(key: string): Promise<void> {
        this.count();
        await this.page.keyboard.press(key);
    }

    protected count(): void {
        this.actions++;
        if (this.actions > MAX_ACTIONS) {
            throw new Error(`This takes more than ${MAX_ACTIONS} actions`);
        }
    }
}

/** Acts on the page by keyboard alone. Tab moves the focus, and is not counted. */
class Keyboard extends Mouse {
    override async click(target: Locator): Promise<void> {
        this.count();
        await this.reach(target);
        await this.page.keyboard.press('Enter');
    }

    override async type(field: Locator, text: string): Promise<void> {
        this.count();
        await this.reach(field);
        await this.page.keyboard.type(text);
    }

    /** A menu that has the focus chooses the option whose text begins with what is typed. */
    override async choose(menu: Locator, option: string): Promise<void> {
        this.count();
        await this.reach(menu);
        await this.page.keyboard.type(option);
    }

    private async reach(target: Locator): Promise<void> {
        await target.waitFor();
        for (let tabs = 0; tabs < MAX_TABS; tabs++) {
            if (await target.evaluate((element) => element === document.activeElement)) {
                return;
            }
            await this.page.keyboard.press('Tab');
        }
        throw new Error(`Tab does not reach ${target.toString()}`);
    }
}

const { scene, browser } = await useBrowser();
let owner: Person;
let rid: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
    owner = await scene.person({ username: 'olga', name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
    await createMany(owner, rid);
});
afterEach(() => context.close());

async function create(creator: Person, room: string, fields: object): Promise<any> {
    return (await creator.app('POST', 'invites.create', { rid: room, ...fields })).body.invite;
}

/** Creates so many links after others, so that these are not on the first page of the list. */
async function createMany(creator: Person, room: string): Promise<void> {
    for (let number = 1; number <= 26; number++) {
        await create(creator, room, { label: `Later ${number}` });
    }
}

/** A person who has left, with the number of links that they created in a room of their own. */
async function leaver(count: number): Promise<Person> {
    const person = await scene.person({ name: 'Lena Left' });
    const room = await scene.room(person, 'p', { fname: 'Choir' });
    for (let number = 1; number <= count; number++) {
        await create(person, room, { label: `Choir ${number}` });
    }
    await scene.workspace.database.users.updateOne({ _id: person.userId }, { $set: { active: false } });
    return person;
}

const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name, level: 1 }).waitFor();
const link = (name: string): Locator => page.getByRole('link', { name, exact: true });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const notice = (text: string): Promise<void> => page.locator('.notice', { hasText: text }).waitFor();

describe.each([
    ['mouse', Mouse],
    ['keyboard', Keyboard],
])('by %s', (_name, Hand) => {
    let hand: Mouse;

    /** Opens the console without an address of a view, and has nothing done yet. */
    async function open(person: Person): Promise<void> {
        context = await visitor(browser);
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await logIn(context, person);
        page = await context.newPage();
        await page.goto(`${scene.workspace.url}${APP_PATH}/console`);
        await heading('Invite links');
        hand = new Hand(page);
    }

    it('an administrator finds who let a person in', async () => {
        const guest = await scene.person();
        const { inviteToken } = await create(owner, rid, { label: 'Poster' });
        await guest.redeem(inviteToken);
        await open(scene.admin);
        await hand.click(link('People'));
        await hand.type(page.getByLabel('Username'), guest.user.username!);
        await hand.press('Enter');
        const row = page.getByRole('table', { name: 'People and refusals' }).getByRole('row').nth(1);
        await row.getByRole('cell', { name: 'Reading circle' }).waitFor();
        expect(await row.getByRole('cell').allTextContents()).toEqual([expect.anything(), 'Joined', 'Olga (@olga)', 'Poster', 'Reading circle']);
    });

    it('an administrator finds and revokes all links of a person who left', async () => {
        const person = await leaver(3);
        await open(scene.admin);
        await hand.type(page.getByRole('searchbox'), person.user.username!);
        await hand.click(page.getByRole('row', { name: 'Choir 1' }).getByRole('link', { name: `Lena Left (@${person.user.username})` }));
        await hand.click(button('Revoke all links of this person'));
        await hand.click(button('Yes, revoke them'));
        await notice('Revoked: 3.');
        expect((await scene.admin.app('GET', `invites.list?userId=${person.userId}`)).body.total).toBe(0);
    });

    it('an administrator finds why people were refused last week', async () => {
        const room = await scene.room(owner, 'p');
        const { inviteToken } = await create(owner, room, { label: 'One seat', maxUses: 1 });
        const people = await scene.people(3);
        for (const [index, person] of people.entries()) {
            await person.redeem(inviteToken);
            await scene.ageHistory(person, (5 - index) * MS_PER_DAY);
        }
        await open(scene.admin);
        await hand.click(link('Overview'));
        await hand.choose(page.getByLabel('Period'), '7 days');
        await waitFor(() => expect(page.url()).toMatch(/#overview\?days=7$/));
        const reasons = page.getByRole('table', { name: 'Why people were refused' });
        await reasons.getByRole('cell', { name: 'Refused: the link was used up' }).waitFor();
        const latest = page.getByRole('table', { name: 'Latest refusals' });
        await latest.getByRole('row', { name: people[2]!.user.username! }).getByRole('link', { name: 'One seat' }).waitFor();
    });

    describe('a creator', () => {
        let creator: Person;
        let invite: any;

        beforeAll(async () => {
            creator = await scene.person();
            const room = await scene.room(creator, 'p', { fname: 'Choir' });
            invite = await create(creator, room, { label: 'Summer concert', expires: '30d' });
            await scene.ageInvite(invite._id, 28 * MS_PER_DAY);
            await (await scene.person({ name: 'Greta' })).redeem(invite.inviteToken);
            await createMany(creator, room);
        });

        async function find(): Promise<void> {
            await open(creator);
            await hand.type(page.getByRole('searchbox'), 'concert');
            await hand.click(link('Summer concert'));
            await heading('Summer concert');
        }

        it('copies a link of last month', async () => {
            await find();
            await hand.click(button('Copy'));
            await button('Copied').waitFor();
            expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(invite.url);
        });

        it('extends it', async () => {
            const read = async (): Promise<any> => (await creator.app('GET', `invites.info?inviteId=${invite._id}`)).body.invite;
            const before = await read();
            await find();
            await hand.click(button('Extend by 7 days'));
            await notice('Extended. The link stays the same.');
            const after = await read();
            expect(Date.parse(after.expires) - Date.parse(before.expires)).toBe(7 * MS_PER_DAY);
            expect(after.url).toBe(invite.url);
        });

        it('sees who came', async () => {
            await find();
            await page.getByRole('row', { name: 'Greta' }).getByRole('cell', { name: 'Joined' }).waitFor();
        });
    });
});
