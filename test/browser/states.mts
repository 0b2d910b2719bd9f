import type { BrowserContext, Page, Route } from 'playwright-core';

import { LINK, type Person, type Scene } from '../e2e/scene.mts';
import { setSetting } from '../workspace/index.mts';
import { accountStates } from './accountStates.mts';
import { logIn } from './browser.mts';
import { refusalStates } from './refusalStates.mts';
import { requestStates } from './requestStates.mts';
import { roomsStates } from './roomsStates.mts';

/** One screen of the page, and how a visitor reaches it. */
export interface State {
    readonly name: string;
    /** Its heading. */
    readonly heading: string | RegExp;
    readonly reach: (page: Page) => Promise<unknown>;
    /** A screen that waits for a decision has the focus on its heading. */
    readonly busy?: boolean;
    /** What has the focus instead, for example a field with a problem. */
    readonly focus?: string;
    /** Settings of the workspace, while the state is reached and shown. */
    readonly settings?: Readonly<Record<string, unknown>>;
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

    /** Changes settings of the workspace. Returns what undoes it. */
    async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<() => Promise<void>> {
        const { database } = this.scene.workspace;
        const before = await database.settings.find({ _id: { $in: Object.keys(settings) } });
        const set = async (id: string, value: unknown): Promise<void> => setSetting(database, id, value);
        await Promise.all(Object.entries(settings).map(([id, value]) => set(id, value)));
        return async () => {
            await Promise.all(Object.keys(settings).map((id) => set(id, before.find(({ _id }) => _id === id)?.value)));
        };
    }

    states(): State[] {
        const { owner, rid, scene } = this;
        return [
            { name: 'looking-up', heading: /Looking up/, busy: true, reach: async (page) => (await hold(page, '**/inviteInfo'), this.open(page)) },
            { name: 'invite', heading: /Olga .* invites you to Reading circle/, reach: (page) => this.open(page) },
            {
                name: 'invite-with-places',
                heading: /Olga .* invites you to Reading circle/,
                settings: { Assets_logo: { url: 'assets/logo.svg', defaultUrl: 'images/logo/logo.svg' } },
                reach: async (page) => {
                    const { body } = await owner.invite(rid, 11, 3);
                    await (await scene.person()).redeem(body.inviteToken);
                    await this.open(page, { token: body.inviteToken });
                    await page.getByText('2 of 3 places left').waitFor();
                },
            },
            {
                name: 'invite-without-pictures',
                heading: /Olga .* invites you to Reading circle/,
                reach: async (page) => {
                    await page.route('**/avatar/**', (route) => route.fulfill({ status: 403 }));
                    await this.open(page);
                },
            },
            { name: 'not-logged-in', heading: 'Log in to see your invite', reach: (page) => page.goto(this.link()) },
            ...accountStates(this),
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
            ...requestStates(this),
            { name: 'member', heading: 'You are already in Reading circle', reach: (page) => this.open(page, { as: owner }) },
            {
                name: 'member-with-qr-code',
                heading: 'You are already in Reading circle',
                focus: '',
                reach: async (page) => {
                    await this.open(page, { as: owner });
                    await page.getByRole('button', { name: 'QR code' }).click();
                    await page.getByRole('img', { name: 'QR code of this invite link' }).waitFor();
                },
            },
            ...roomsStates(this),
            ...refusalStates(this),
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
