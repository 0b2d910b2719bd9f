import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Request } from 'playwright-core';

import { APP_PATH } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { Scene, type Person } from '../e2e/scene.mts';
import { logIn, loginKeys, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';
import { hold, Visits } from './states.mts';

const PASSWORD = 'a password';

const { scene, browser } = await useBrowser();
let visits: Visits;
let context: BrowserContext;
let page: Page;
let requests: Request[];

beforeAll(async () => {
    visits = await Visits.begin(scene);
});
beforeEach(async () => {
    await enter(await visitor(browser));
});
afterEach(() => context.close());

async function enter(opened: BrowserContext): Promise<void> {
    await context?.close();
    context = opened;
    requests = [];
    context.on('request', (request) => requests.push(request));
    page = await context.newPage();
}

const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).waitFor();
const isIn = async (person: Person, rid = visits.rid): Promise<boolean> => (await scene.members(rid)).includes(person.user.username!);

/** Logs in through the web client's form. */
async function fillLogin(tab: Page, person: Person): Promise<void> {
    await tab.getByLabel('Username').fill(person.user.username!);
    await tab.getByLabel('Password').fill(PASSWORD);
    await tab.getByRole('button', { name: 'Log in' }).click();
}

/** Presses Tab until the element with this id has the focus. */
async function tabTo(tab: Page, id: string): Promise<void> {
    for (let presses = 0; (await tab.evaluate(() => document.activeElement?.id)) !== id; presses++) {
        expect(presses).toBeLessThan(10);
        await tab.keyboard.press('Tab');
    }
}

describe('the whole way', () => {
    it('leads from the link through a login in another tab into the room', async () => {
        const guest = await scene.person();
        await page.goto(visits.link());
        await heading('Log in to see your invite');
        const popup = page.waitForEvent('popup');
        await page.getByRole('link', { name: 'Log in' }).click();
        const login = await popup;
        await heading('Finish logging in on the other tab');
        await fillLogin(login, guest);
        await heading(/invites you to Reading circle/);
        expect(await isIn(guest)).toBe(false);

        await page.getByRole('button', { name: 'Join' }).click();
        await page.waitForURL(`${scene.workspace.url}/group/*`);
        await page.getByRole('heading', { name: /^room-/ }).waitFor();
        expect(await isIn(guest)).toBe(true);
    });

    it('needs no mouse', async () => {
        const guest = await scene.person();
        await page.goto(visits.link());
        await heading('Log in to see your invite');
        const popup = page.waitForEvent('popup');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        const login = await popup;
        await login.getByLabel('Username').waitFor();
        await tabTo(login, 'user');
        await login.keyboard.type(guest.user.username!);
        await login.keyboard.press('Tab');
        await login.keyboard.type(PASSWORD);
        await login.keyboard.press('Enter');
        await heading(/invites you to Reading circle/);
        expect(await page.evaluate(() => document.activeElement!.id)).toBe('title');
        await page.bringToFront();
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Join');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/group/*');
        expect(await isIn(guest)).toBe(true);
    });

    it('leads to a channel by its name', async () => {
        const channel = await scene.room(visits.owner, 'c');
        const { body } = await visits.owner.invite(channel);
        const guest = await visits.open(page, { token: body.inviteToken });
        await page.getByRole('button', { name: 'Join' }).click();
        await page.waitForURL('**/channel/*');
        expect(await isIn(guest, channel)).toBe(true);
    });

    it.each(['#token.', '#%20TOKEN', '#/TOKEN', '#%23TOKEN', '#\u200bTOKEN'])('accepts a link as chats paste it: %s', async (pasted) => {
        await logIn(context, await scene.person());
        const hash = pasted.replace('token', visits.token.toLowerCase()).replace('TOKEN', visits.token);
        await page.goto(visits.link().replace(/#.*/, hash));
        await heading(/invites you to Reading circle/);
    });

    it('shows another invite when another link is opened in the same tab', async () => {
        const other = await scene.room(visits.owner, 'p', { fname: 'Choir' });
        const { body } = await visits.owner.invite(other);
        await visits.open(page);
        await heading(/Reading circle/);
        await page.goto(visits.link(body.inviteToken));
        await heading(/Choir/);
    });

    it('asks for a new login when the stored one is no longer valid, and continues with it', async () => {
        const guest = await scene.person();
        await page.goto(`${scene.workspace.url}/home`);
        await page.evaluate(
            ([keys, id]) => {
                localStorage.setItem(keys.userId, id);
                localStorage.setItem(keys.token, 'no-longer-good');
            },
            [loginKeys(), guest.userId!] as const,
        );
        await page.goto(visits.link());
        await page.getByText('You are no longer logged in here').waitFor();
        await page.evaluate(
            ([keys, token]) => {
                localStorage.setItem(keys.token, token);
                dispatchEvent(new Event('focus'));
            },
            [loginKeys(), guest.authToken!] as const,
        );
        await heading(/Reading circle/);
    });

    it('offers another try and the line for the app when the page cannot see the login', async () => {
        await page.goto(visits.link());
        const popup = page.waitForEvent('popup');
        await page.getByRole('link', { name: 'Log in' }).click();
        await (await popup).close();
        await heading('Finish logging in on the other tab');
        expect(await page.locator('code').textContent()).toBe(`/invite-link use ${visits.token}`);
        await page.getByRole('button', { name: 'Try again' }).click();
        await heading('Log in to see your invite');
    });

    it('copies the line for the app on a click', async () => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.goto(visits.link());
        await page.getByRole('button', { name: 'Copy' }).click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        expect(await page.getByRole('status').textContent()).toBe('Copied');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`/invite-link use ${visits.token}`);
    });

    it('does not trust an expired login', async () => {
        const guest = await scene.person();
        await logIn(context, guest);
        await context.addInitScript(([{ expires }]) => localStorage.setItem(expires, new Date(Date.now() - 1000).toString()), [loginKeys()] as const);
        await page.goto(visits.link());
        await heading('Log in to see your invite');
    });
});

describe('pictures', () => {
    const shown = (): Promise<number> => page.locator('main img:visible').count();

    it('are those of the workspace alone', async () => {
        await visits.open(page);
        await waitFor(async () => expect(await shown()).toBe(2));
        const images = requests.filter((request) => request.resourceType() === 'image');
        expect(images.map((request) => new URL(request.url()).pathname).sort()).toEqual(['/avatar/olga', `/avatar/room/${visits.rid}`].sort());
        const refused = await page.evaluate(
            () =>
                new Promise((resolve) => {
                    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
                    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/a.png' }));
                }),
        );
        expect(refused).toBe('img-src');
    });

    it('are left out where the workspace refuses them', async () => {
        const undo = await visits.changeSettings({ Accounts_AvatarBlockUnauthenticatedAccess: true });
        try {
            const refused = page.waitForResponse('**/avatar/olga');
            await visits.open(page);
            expect((await refused).status()).toBe(403);
            await heading(/Olga .* invites you to Reading circle/);
            await waitFor(async () => expect(await shown()).toBe(1));
        } finally {
            await undo();
        }
    });
});

describe('a member who opens the link', () => {
    it('can copy it', async () => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await visits.open(page, { as: visits.owner });
        await page.getByRole('button', { name: 'Copy link' }).click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(visits.link());
    });
});

describe('on a phone', () => {
    it('the page leads into the app: to the bot before the login, to the room after joining', async () => {
        await enter(await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }));
        await page.goto(visits.link());
        const toBot = await page.getByRole('link', { name: 'Open in the Rocket.Chat app' }).getAttribute('href');
        const host = new URL(scene.workspace.url).host;
        expect(Object.fromEntries(new URL(toBot!).searchParams)).toEqual({ host, path: 'direct/invite-manager.bot', secure: 'no' });
        expect(await scene.workspace.database.users.findOne({ username: 'invite-manager.bot' })).toBeDefined();

        const guest = await visits.open(page);
        await page.reload();
        await page.getByRole('button', { name: 'Join' }).click();
        await heading('You’re in!');
        const toRoom = await page.getByRole('link', { name: 'Open in the Rocket.Chat app' }).getAttribute('href');
        expect(new URL(toRoom!).searchParams.get('rid')).toBe(visits.rid);
        expect(await isIn(guest)).toBe(true);
    });
});

describe('what leaves the browser', () => {
    it('is the token in bodies and the login in headers of the redeeming calls, to the workspace only', async () => {
        const guest = await scene.person();
        await page.goto(visits.link());
        await heading('Log in to see your invite');
        const popup = page.waitForEvent('popup');
        await page.getByRole('link', { name: 'Log in' }).click();
        await fillLogin(await popup, guest);
        await page.getByRole('button', { name: 'Join' }).click();
        await page.waitForURL('**/group/*');

        const endpoint = (request: Request): string => new URL(request.url()).pathname.replace(`${APP_PATH}/`, '');
        const ofThePage = requests.filter((request) => request.url().includes(APP_PATH));
        expect(ofThePage.map(endpoint)).toEqual(['join', 'join.css', 'join.js', 'validateInviteToken', 'inviteInfo', 'useInviteToken']);
        for (const request of requests) {
            expect(request.url().startsWith(`${scene.workspace.url}/`)).toBe(true);
            expect(request.url().split('#')[0]!.toUpperCase()).not.toContain(visits.token);
            const headers = JSON.stringify(await request.allHeaders());
            expect(headers).not.toContain(visits.token);
        }
        const loginsOf = await Promise.all(
            ofThePage.map(async (request) => [endpoint(request), (await request.allHeaders())['x-auth-token'] !== undefined]),
        );
        expect(Object.fromEntries(loginsOf)).toEqual({
            'join': false,
            'join.css': false,
            'join.js': false,
            'validateInviteToken': false,
            'inviteInfo': true,
            'useInviteToken': true,
        });
    });

    it('is the question who the visitor is, with their login, and whose workspace it is, without', async () => {
        const guest = await visits.open(page);
        await page.getByText(`You join as ${guest.user.name ?? ''} (@${guest.user.username!}).`).waitFor();
        await page.getByText('Rocket.Chat', { exact: true }).waitFor();
        const asked = requests.filter((request) => request.url().includes('/api/v1/'));
        const logins = await Promise.all(
            asked.map(async (request) => [
                new URL(request.url()).pathname.replace('/api/v1/', ''),
                (await request.allHeaders())['x-auth-token'] !== undefined,
            ]),
        );
        expect(Object.fromEntries(logins)).toEqual({ 'settings.public': false, 'me': true });
    });

    it('is not the token after the join, neither in the history nor in the address', async () => {
        const before = await scene.person();
        await logIn(context, before);
        await page.goto(`${scene.workspace.url}/home`);
        await page.goto(visits.link());
        await page.getByRole('button', { name: 'Join' }).click();
        await page.waitForURL('**/group/*');
        await page.goBack();
        expect(page.url()).toBe(`${scene.workspace.url}/home`);
        const client = await context.newCDPSession(page);
        const { entries } = await client.send('Page.getNavigationHistory');
        expect(JSON.stringify(entries)).not.toContain(visits.token);
    });

    it('is not the token in the address once the person is in, whatever the room’s page does', async () => {
        await page.route('**/group/*', (route) => route.fulfill({ status: 204 }));
        await visits.open(page);
        await page.getByRole('button', { name: 'Join' }).click();
        await heading('You’re in!');
        expect(page.url()).not.toContain(visits.token);
    });

    it('is the question whether the page’s files have changed, answered without the files', async () => {
        await page.goto(visits.link());
        await heading('Log in to see your invite');
        // The devtools protocol has the statuses on the wire. To the page, a file from the cache has status 200.
        const client = await context.newCDPSession(page);
        // Its events come in any order, and some of them after the page shows what it got.
        const urls = new Map<string, string>();
        const statuses = new Map<string, number>();
        const ofTheApp = () => [...urls].filter(([id, url]) => url.includes(APP_PATH) && statuses.has(id)).map(([id]) => statuses.get(id)!);
        client.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
        client.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => statuses.set(requestId, statusCode));
        await client.send('Network.enable');
        await page.reload();
        await heading('Log in to see your invite');
        await waitFor(() => expect(ofTheApp().sort()).toEqual([200, 304, 304, 304]));
        const ofThePage = requests.filter((request) => request.url().includes(APP_PATH));
        expect(ofThePage.slice(-4).map((request) => request.url().replace(/.*\//, ''))).toEqual([
            'join',
            'join.css',
            'join.js',
            'validateInviteToken',
        ]);
    });

    it('is no console message except the browser’s own about refused requests', async () => {
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(error.message));
        await visits.open(page, { token: 'AAAAAAAAAAAAAAAA' });
        await heading('There is no such invite link');
        expect(said.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    });
});

describe('names that other people chose', () => {
    const NAMES = {
        'markup': '<img src=x onerror="document.title=1"><script>document.title=1</script><b>bold</b>',
        'marks that turn the direction': '\u2069\u202Emoc.live\u202C \u2066\u200Fabc',
        'emoji': '👩🏽‍🚀🏳️‍🌈 Raumfahrt',
        '200 characters': 'W'.repeat(200),
        'a template': '{person} {room} ${1+1} {{x}} %s',
        'the other direction': 'חדר הקריאה',
    };

    it.each(Object.entries(NAMES))('%s are shown as text', async (_what, name) => {
        const owner = await scene.person({ name });
        const rid = await scene.room(owner, 'p', { fname: name, topic: name });
        const { body } = await owner.invite(rid);
        await page.setViewportSize({ width: 320, height: 740 });
        await visits.open(page, { token: body.inviteToken });
        await page.getByRole('button', { name: 'Join' }).waitFor();
        const shown = await page.locator('bdi').allTextContents();
        const plain = name.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '');
        // After them, the page names the visitor.
        expect(shown.slice(0, 4)).toEqual([plain, `@${owner.user.username}`, plain, plain]);
        expect(await page.locator('main :is(script, b)').count()).toBe(0);
        const images = await page.locator('main img').evaluateAll((found) => (found as HTMLImageElement[]).map(({ src }) => new URL(src)));
        expect(images.map(({ origin, pathname }) => origin + pathname)).toEqual([
            `${scene.workspace.url}/avatar/room/${rid}`,
            `${scene.workspace.url}/avatar/${owner.user.username}`,
        ]);
        expect(await page.title()).toBe(
            `${plain} (@${owner.user.username}) invites you to ${plain} · ${new URL(scene.workspace.url).host}`.replace(/\s+/g, ' '),
        );
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
    });

    it.each(['//evil.example', '..', 'javascript:alert(1)', 'a/b?c#d', '%2e%2e'])(
        'a room by the name of %s is gone to within the workspace',
        async (name) => {
            const owner = await scene.person();
            const rid = await scene.room(owner, 'p');
            await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name } });
            const { body } = await owner.invite(rid);
            await visits.open(page, { token: body.inviteToken });
            const left = page.waitForRequest((request) => request.isNavigationRequest());
            await page.getByRole('button', { name: 'Join' }).click();
            const to = new URL((await left).url());
            expect(to.origin).toBe(scene.workspace.url);
            expect(to.pathname === '/' || /^\/group\/[^/]+$/.test(to.pathname)).toBe(true);
            expect(to.search + to.hash).toBe('');
        },
    );
});

describe('when something goes wrong', () => {
    it('"Try again" continues once the workspace responds again', async () => {
        await page.route('**/inviteInfo', (route) => route.fulfill({ status: 502, body: '<html>Bad gateway</html>' }));
        await visits.open(page);
        await heading('The workspace is not responding');
        await page.unroute('**/inviteInfo');
        await page.getByRole('button', { name: 'Try again' }).click();
        await heading(/Reading circle/);
    });

    it('a response that is lost after the join takes no second seat, and "Try again" finds the person in the room', async () => {
        const { body } = await visits.owner.invite(visits.rid, 50, 1);
        const guest = await scene.person();
        await page.route('**/useInviteToken', async (route) => {
            await route.fetch();
            await route.abort();
        });
        await visits.open(page, { token: body.inviteToken, as: guest });
        await page.getByRole('button', { name: 'Join' }).click();
        await heading('The workspace is not responding');
        await page.getByRole('button', { name: 'Try again' }).click();
        await heading('You are already in Reading circle');
        expect(await scene.usesOf(body._id)).toBe(1);
        await page.getByRole('link', { name: 'Open the room' }).click();
        await page.waitForURL('**/group/*');
    });

    it('two clicks on "Join" are one join', async () => {
        const { body } = await visits.owner.invite(visits.rid, 51, 5);
        const letGo = await hold(page, '**/useInviteToken');
        await visits.open(page, { token: body.inviteToken });
        await page.getByRole('button', { name: 'Join' }).dblclick();
        await heading(/Joining/);
        await letGo();
        await page.waitForURL('**/group/*');
        expect(requests.filter((request) => request.url().endsWith('useInviteToken'))).toHaveLength(1);
        expect(await scene.usesOf(body._id)).toBe(1);
    });

    it('the page says that an invite expired between looking and joining', async () => {
        const { body } = await visits.owner.invite(visits.rid, 52, 0);
        const guest = await visits.open(page, { token: body.inviteToken });
        await page.getByRole('button', { name: 'Join' }).waitFor();
        await scene.ageInvite(body._id, 52 * 24 * 3600 * 1000);
        await page.getByRole('button', { name: 'Join' }).click();
        await heading('This invite link has expired');
        expect(await isIn(guest)).toBe(false);
    });

    it('a late response does not replace what the person has moved on to', async () => {
        const other = await scene.room(visits.owner, 'p', { fname: 'Chess' });
        const { body } = await visits.owner.invite(other);
        const letGo = await hold(page, '**/inviteInfo');
        await visits.open(page);
        await heading(/Looking up/);
        await page.goto(visits.link('R4VDX'));
        await heading('There is no such invite link');
        const late = page.waitForResponse('**/inviteInfo');
        await letGo();
        await (await late).finished();
        // The page would draw a response that has arrived within one frame.
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        expect(await page.getByRole('heading').textContent()).toBe('There is no such invite link');
        await page.goto(visits.link(body.inviteToken));
        await heading(/Chess/);
    });

    it('a visitor whose browser blocks storage is asked to log in and shown the way for the app', async () => {
        await page.addInitScript(() =>
            Object.defineProperty(window, 'localStorage', {
                get() {
                    throw new DOMException('denied', 'SecurityError');
                },
            }),
        );
        await page.goto(visits.link());
        await heading('Log in to see your invite');
        expect(await page.locator('code').textContent()).toBe(`/invite-link use ${visits.token}`);
    });
});

describe('the visitor’s language', () => {
    it.each([
        ['en-US', 'en', 'invites you to', 'Join'],
        ['de-AT', 'de', 'lädt dich in diesen Raum ein', 'Beitreten'],
        ['es-MX', 'es', 'te invita a', 'Unirme'],
        ['fr', 'fr', 'vous invite', 'Rejoindre'],
        ['pt-PT', 'pt-BR', 'convida você para', 'Entrar na sala'],
        ['ja', 'en', 'invites you to', 'Join'],
    ])('%s is answered in %s', async (locale, language, sentence, join) => {
        await enter(await visitor(browser, locale));
        await visits.open(page);
        await heading(new RegExp(sentence));
        await page.getByRole('button', { name: join }).waitFor();
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await page.title()).toContain(sentence);
    });

    it('is ignored when it is not a language', async () => {
        await context.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: ['en-US@posix', 'de-toolongsubtag', 'fr-CA'] }));
        await visits.open(page);
        await page.getByRole('button', { name: 'Rejoindre' }).waitFor();
    });

    it('has every sentence in every language, with the same placeholders', async () => {
        const { pageTexts } = await import('../../src/i18n/pages.ts');
        const english = pageTexts().en! as unknown as Record<string, string>;
        for (const [tag, words] of Object.entries(pageTexts())) {
            const own = words as unknown as Record<string, string>;
            expect(Object.keys(own)).toEqual(Object.keys(english));
            for (const [key, sentence] of Object.entries(own)) {
                expect({ tag, key, filled: sentence.match(/\{\w+\}/g) }).toEqual({ tag, key, filled: english[key]!.match(/\{\w+\}/g) });
            }
        }
    });
});

describe('a short link', () => {
    /** Starts a server that answers each request with a redirect, as an operator's nginx does, and notes the requests. */
    async function startRedirect(to: string): Promise<{ url: string; asked: (string | undefined)[]; stop: () => void }> {
        const asked: (string | undefined)[] = [];
        const server = createServer((request, response) => {
            asked.push(request.url);
            response.writeHead(302, { Location: to }).end();
        }).listen(0, '127.0.0.1');
        await once(server, 'listening');
        return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/i`, asked, stop: () => server.close() };
    }

    it('leads through a redirect to the page, which finds the token', async () => {
        const redirect = await startRedirect(`${scene.workspace.url}${APP_PATH}/join`);
        await scene.changeSetting('Page_Address', redirect.url);
        try {
            const rid = await scene.room(visits.owner, 'p', { fname: 'Choir' });
            const { body } = await visits.owner.invite(rid);
            expect(body.url).toBe(`${redirect.url}#${body.inviteToken}`);
            const guest = await scene.person();
            await logIn(context, guest);
            await page.goto(body.url);
            await heading(/Olga .* invites you to Choir/);
            expect(page.url()).toBe(visits.link(body.inviteToken));
            await page.getByRole('button', { name: 'Join' }).click();
            await page.waitForURL('**/group/*');
            expect(await isIn(guest, rid)).toBe(true);
            expect(new Set(redirect.asked)).toContain('/i');
            expect(requests.map((request) => request.url().split('#')[0]!.toUpperCase()).join()).not.toContain(body.inviteToken);
            expect(redirect.asked.join()).not.toContain(body.inviteToken);
        } finally {
            await scene.changeSetting('Page_Address', '');
            redirect.stop();
        }
    });
});

describe('a workspace below a path', () => {
    it.each(['', '/'])('serves the whole way, also when its address ends with "%s"', async (ending) => {
        const below = await Scene.open({ path: '/chat' });
        try {
            await below.changeSetting('Link_Address', below.workspace.url + ending);
            const owner = await below.person();
            const guest = await below.person();
            const rid = await below.room(owner, 'c');
            const { body } = await owner.invite(rid);
            expect(body.url).toBe(`${below.workspace.url}${APP_PATH}/join#${body.inviteToken}`);
            // A login for a workspace at the root of the host does not belong to this workspace.
            await logIn(context, { userId: 'somebody', authToken: 'elsewhere' });
            await page.goto(body.url);
            await heading('Log in to see your invite');
            const popup = page.waitForEvent('popup');
            await page.getByRole('link', { name: 'Log in' }).click();
            await fillLogin(await popup, guest);
            await page.getByRole('button', { name: 'Join' }).click();
            await page.waitForURL(`${below.workspace.url}/channel/*`);
            expect(await below.members(rid)).toContain(guest.user.username);
        } finally {
            await context.close();
            await below.close();
        }
    });
});
