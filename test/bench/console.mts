import { performance } from 'node:perf_hooks';

import type { Browser } from 'playwright-core';

import { logIn, openBrowser, visitor } from '../browser/browser.mts';
import { Scene } from '../e2e/scene.mts';
import { APP_PATH } from '../project.mts';
import { Client } from '../workspace/index.mts';
import { fillWorkspace, HISTORY, LINKS, OF_ONE_PERSON, type FilledWorkspace } from './consoleStore.mts';
import type { Factor } from './uses.mts';

/** The times of one request or one screen, in ms, as the caller measures them. */
export interface ConsoleFigure {
    what: string;
    /** The app's calls to the server: the maximum over all runs. */
    calls: number;
    median: number;
    slowest: number;
}

const TIMES = 10;
const WARM_UPS = 3;
const LIST = 'invites.list';
const FIRST_SCREEN = 'the first rows in Chromium, from the navigation on';

/** Measures lists, history and console of a workspace with 10,000 links and 100,000 lines of history. */
export async function measureConsole(): Promise<ConsoleFigure[]> {
    const [scene, browser] = await Promise.all([Scene.open({}), openBrowser()]);
    try {
        const filled = await fillWorkspace(scene);
        const { url, userId, authToken, appId } = scene.admin;
        // Without validation against docs/openapi.json, because that takes time.
        const admin = new Client(url, userId, authToken, appId);
        await expectSizes(admin, filled);
        const figures: ConsoleFigure[] = [];
        // A process that has just started is slow at everything.
        for (const endpoint of Array.from({ length: WARM_UPS }, () => Object.values(requestsOf(filled))).flat()) {
            await read(admin, endpoint);
        }
        for (const [what, endpoint] of Object.entries(requestsOf(filled))) {
            figures.push(...(await measured(scene, { [what]: () => read(admin, endpoint) })));
        }
        // In turns, so that a slow minute of the machine falls on both.
        const compared = { [LIST]: () => read(admin, LIST), [FIRST_SCREEN]: () => openConsole(scene, browser) };
        const [list, first] = (await measured(scene, compared)) as [ConsoleFigure, ConsoleFigure];
        return [list, ...figures, first, ...(await measureScreens(scene, browser, filled))];
    } finally {
        await browser.close();
        await scene.close();
    }
}

/** Returns the factor of the first screen, beside the request that it makes. */
export function consoleFactorsOf(figures: readonly ConsoleFigure[]): Factor[] {
    const median = (wanted: string): number => figures.find(({ what }) => what === wanted)!.median;
    return [{ what: `${FIRST_SCREEN}, beside ${LIST}`, factor: median(FIRST_SCREEN) / median(LIST), atMost: 1.5 }];
}

function requestsOf({ inviteId, rid, creatorId, personId }: FilledWorkspace): Record<string, string> {
    return {
        [`${LIST}, page 100`]: 'invites.list?offset=2475',
        [`${LIST} by text`]: 'invites.list?text=link%20777',
        [`${LIST} by state: active`]: 'invites.list?state=active',
        [`${LIST} by state: paused`]: 'invites.list?state=paused',
        [`${LIST} by room`]: `invites.list?rid=${rid}`,
        [`${LIST} by creator`]: `invites.list?userId=${creatorId}`,
        [`${LIST} by uses`]: 'invites.list?sort=-uses',
        [`${LIST} by label`]: 'invites.list?sort=label',
        'invites.info': `invites.info?inviteId=${inviteId}`,
        'invites.joins of an invite': `invites.joins?inviteId=${inviteId}`,
        'invites.joins of a room': `invites.joins?rid=${rid}`,
        'invites.joins of a person': `invites.joins?userId=${personId}`,
        'invites.joins of a person, the last page': `invites.joins?userId=${personId}&offset=${OF_ONE_PERSON}`,
        'invites.stats of 30 days': 'invites.stats?days=30',
    };
}

/** Throws unless the workspace looks as full as it was filled. */
async function expectSizes(admin: Client, { inviteId, personId }: FilledWorkspace): Promise<void> {
    const [list, info, person] = await Promise.all(
        [LIST, `invites.info?inviteId=${inviteId}`, `invites.joins?userId=${personId}`].map((endpoint) => admin.app('GET', endpoint)),
    );
    const found = { links: list!.body.total, uses: info!.body.invite.uses, isLong: person!.body.total >= OF_ONE_PERSON };
    if (found.links !== LINKS || found.uses !== 500 || !found.isLong) {
        throw new Error(`The workspace of ${LINKS} links and ${HISTORY} lines has ${JSON.stringify(found)}`);
    }
}

async function read(admin: Client, endpoint: string): Promise<void> {
    const { status } = await admin.app('GET', endpoint);
    if (status !== 200) {
        throw new Error(`${endpoint} returned ${status}`);
    }
}

function addressOf(scene: Scene, view = ''): string {
    return `${scene.workspace.url}${APP_PATH}/console${view}`;
}

/** Opens the console in a new browser profile, and returns the ms until it shows the first rows. */
async function openConsole(scene: Scene, browser: Browser): Promise<number> {
    const context = await visitor(browser);
    await logIn(context, scene.admin);
    const page = await context.newPage();
    const begun = performance.now();
    await page.goto(addressOf(scene), { waitUntil: 'commit' });
    // It looks at each frame of the page. A locator looks twice a second.
    await page.waitForFunction(() => document.querySelector('tbody tr') !== null);
    const ms = performance.now() - begun;
    await context.close();
    return ms;
}

/** Pages and filters in the console. */
async function measureScreens(scene: Scene, browser: Browser, { personId }: FilledWorkspace): Promise<ConsoleFigure[]> {
    const context = await visitor(browser);
    await logIn(context, scene.admin);
    const page = await context.newPage();
    const timed = async (act: () => Promise<unknown>, shown: string): Promise<number> => {
        const begun = performance.now();
        await act();
        await page.waitForFunction((text) => document.body.innerText.includes(text), shown);
        return performance.now() - begun;
    };
    const open = async (view = ''): Promise<void> => {
        await page.goto('about:blank');
        await page.goto(addressOf(scene, view));
        await page.locator('tbody tr').first().waitFor();
    };
    const pageOn = (): Promise<number> => timed(() => page.getByRole('link', { name: 'Next' }).click(), '26–50 of');
    const figures = await measured(scene, {
        'the next page there': async () => {
            await open();
            return pageOn();
        },
        'the paused links there': async () => {
            await open();
            return timed(() => page.getByLabel('State').selectOption('Paused'), 'of 1750');
        },
        'the next page of a person’s history there': async () => {
            await open(`#person/${personId}`);
            return pageOn();
        },
    });
    await context.close();
    return figures;
}

/** Measures the acts in turns, or takes the times that they return. */
async function measured(scene: Scene, acts: Record<string, () => Promise<number | void>>): Promise<ConsoleFigure[]> {
    const runs = Object.entries(acts).map(([what, act]) => ({ what, act, times: [] as number[], calls: 0 }));
    for (let time = -WARM_UPS; time < TIMES; time++) {
        for (const run of runs) {
            let ms = 0;
            const calls = await scene.callsDuring(async () => {
                const begun = performance.now();
                ms = (await run.act()) ?? performance.now() - begun;
            });
            if (time >= 0) {
                run.times.push(ms);
                run.calls = Math.max(run.calls, calls.length);
            }
        }
    }
    return runs.map(({ what, calls, times }) => {
        const sorted = times.sort((a, b) => a - b);
        return { what, calls, median: sorted[Math.floor(TIMES / 2)]!, slowest: sorted.at(-1)! };
    });
}
