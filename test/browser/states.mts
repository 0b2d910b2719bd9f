import type { BrowserContext, Page, Route } from 'playwright-core';

import { DAY, LINK, type Person, type Scene } from '../e2e/scene.mts';
import { logIn } from './browser.mts';

/** One screen of the page, and how a visitor reaches it. */
export interface State {
    readonly name: string;
    /** Its heading. */
    readonly heading: string | RegExp;
    readonly reach: (page: Page) => Promise<unknown>;
    /** A screen that waits for a decision has the focus on its heading. */
    readonly busy?: boolean;
}

/** A room with an owner and an invite, and what visitors of the page need. */
export class Visits {
    private constructor(
        readonly scene: Scene,
        readonly owner: Person,
        readonly rid: string,
        readonly token: string,
    ) {}

    static async begin(scene: Scene): Promise<Visits> {
        const owner = await scene.person({ username: 'olga', name: 'Olga' });
        const rid = await scene.room(owner, 'p', { fname: 'Reading circle', topic: 'A book a month, tea every week' });
        const { body } = await owner.invite(rid, 7, 0);
        return new Visits(scene, owner, rid, body.inviteToken);
    }

    link(token = this.token): string {
        return LINK(this.scene.workspace, token);
    }

    /** Opens a link as a person who is logged in, by default a new one. */
    async open(page: Page, { token = this.token, as }: { token?: string; as?: Person } = {}): Promise<Person> {
        const person = as ?? (await this.scene.person());
        await logIn(page.context(), person);
        await page.goto(this.link(token));
        return person;
    }

    states(): State[] {
        const { scene, owner, rid } = this;
        return [
            { name: 'looking-up', heading: /Looking up/, busy: true, reach: async (page) => (await hold(page, '**/inviteInfo'), this.open(page)) },
            { name: 'invite', heading: /Olga .* invites you to Reading circle/, reach: (page) => this.open(page) },
            { name: 'not-logged-in', heading: 'Log in to see your invite', reach: (page) => page.goto(this.link()) },
            {
                name: 'logged-out',
                heading: 'Log in to see your invite',
                reach: async (page) => {
                    await logIn(page.context(), { userId: owner.userId!, authToken: 'no-longer-good' });
                    await page.goto(this.link());
                },
            },
            {
                name: 'logging-in-elsewhere',
                heading: 'Finish logging in on the other tab',
                reach: async (page) => {
                    await page.goto(this.link());
                    const tab = page.waitForEvent('popup');
                    await page.getByRole('link', { name: 'Log in' }).click();
                    await (await tab).close();
                },
            },
            {
                name: 'joining',
                heading: /Joining/,
                busy: true,
                reach: async (page) => {
                    await hold(page, '**/useInviteToken');
                    await this.open(page);
                    await page.getByRole('button', { name: 'Join' }).click();
                },
            },
            {
                name: 'joined',
                heading: 'You’re in!',
                reach: async (page) => {
                    // A room that does not load leaves the page as it is.
                    await page.route('**/group/*', (route) => route.fulfill({ status: 204 }));
                    await this.open(page);
                    await page.getByRole('button', { name: 'Join' }).click();
                },
            },
            { name: 'member', heading: 'You are already in Reading circle', reach: (page) => this.open(page, { as: owner }) },
            {
                name: 'expired',
                heading: 'This invite link has expired',
                reach: async (page) => {
                    const { body } = await owner.invite(rid, 3, nextNumber());
                    await scene.ageInvite(body._id, 3 * DAY);
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'used-up',
                heading: 'This invite link has been used up',
                reach: async (page) => {
                    const { body } = await owner.invite(rid, nextNumber(), 1);
                    await (await scene.person()).redeem(body.inviteToken);
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'paused',
                heading: 'This invite link is paused',
                reach: async (page) => {
                    const { body } = await owner.invite(rid, nextNumber());
                    await owner.app('POST', 'invites.update', { inviteId: body._id, paused: true });
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'no-longer-valid',
                heading: 'This invite link no longer works',
                reach: async (page) => {
                    const maker = await scene.person();
                    await scene.add(rid, maker, 'moderator');
                    const { body } = await maker.invite(rid);
                    await owner.rest('POST', 'groups.kick', { roomId: rid, userId: maker.userId });
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'archived',
                heading: 'This room is archived',
                reach: async (page) => {
                    const archived = await scene.room(owner, 'c');
                    const { body } = await owner.invite(archived);
                    await scene.admin.rest('POST', 'channels.archive', { roomId: archived });
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'of-another-kind',
                heading: 'This room no longer accepts invite links',
                reach: async (page) => {
                    const changed = await scene.room(owner, 'p');
                    const { body } = await owner.invite(changed);
                    await scene.workspace.database.rooms.updateOne({ _id: changed }, { $set: { t: 'l' } });
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'managed-by-attributes',
                heading: 'There is no such invite link',
                reach: async (page) => {
                    const managed = await scene.room(owner, 'p');
                    const { body } = await owner.invite(managed);
                    const abacAttributes = [{ key: 'clearance', values: ['high'] }];
                    await scene.workspace.database.rooms.updateOne({ _id: managed }, { $set: { abacAttributes } });
                    await this.open(page, { token: body.inviteToken });
                },
            },
            {
                name: 'without-a-username',
                heading: 'Choose a username first',
                reach: async (page) => this.open(page, { as: await scene.withoutUsername() }),
            },
            { name: 'unknown', heading: 'There is no such invite link', reach: (page) => this.open(page, { token: 'AAAAAAAAAAAAAAAA' }) },
            { name: 'incomplete', heading: 'There is no such invite link', reach: (page) => this.open(page, { token: 'R4VDX' }) },
            { name: 'does-not-work', heading: 'This invite link does not work', reach: (page) => page.goto(this.link('AAAAAAAAAAAAAAAA')) },
            {
                name: 'banned',
                heading: 'You are banned from this room',
                reach: async (page) => {
                    const banned = await scene.person();
                    await banned.redeem(this.token);
                    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
                    await this.open(page, { as: banned });
                },
            },
            {
                name: 'cannot-tell',
                heading: 'You are already in this room',
                reach: async (page) => {
                    const member = await scene.person();
                    await member.redeem(this.token);
                    await scene.changeSetting('Ask_About_Bans', false);
                    try {
                        await this.open(page, { as: member });
                        await page.getByRole('button', { name: 'Try again' }).waitFor();
                    } finally {
                        await scene.changeSetting('Ask_About_Bans', true);
                    }
                },
            },
            {
                name: 'too-many',
                heading: 'Too many attempts',
                reach: async (page) => {
                    const guesser = await scene.person();
                    for (let tries = 0; tries < 10; tries++) {
                        await guesser.redeem('AAAAAAAAAAAAAAAA');
                    }
                    await this.open(page, { as: guesser });
                },
            },
            {
                name: 'no-answer',
                heading: 'The workspace is not responding',
                reach: async (page) => {
                    await page.route('**/inviteInfo', (route) => route.abort());
                    await this.open(page);
                },
            },
        ];
    }
}

/** Holds requests back until the context closes or the returned function is called. */
export async function hold(on: Page | BrowserContext, address: string): Promise<() => Promise<void>> {
    const held: Route[] = [];
    let isOpen = false;
    await on.route(address, async (route) => {
        if (isOpen) {
            await route.continue();
        } else {
            held.push(route);
        }
    });
    return async () => {
        isOpen = true;
        await Promise.all(held.map((route) => route.continue()));
    };
}

let number = 100;

/** Makes invites with otherwise equal terms differ. */
function nextNumber(): number {
    return ++number;
}
