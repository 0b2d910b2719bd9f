import { createRequire } from 'node:module';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { findChromium } from '../tools/chromium.mjs';
import { ROOT } from '../project.mts';
import type { Client } from '../workspace/index.mts';

/** The folder for screenshots, which git ignores. */
const SCREENSHOTS = join(ROOT, 'test/screenshots');

/** Every page is tested in two widths and two colour schemes. */
export const LOOKS = (['light', 'dark'] as const).flatMap((scheme) => [320, 1200].map((width) => ({ scheme, width })));
type Look = (typeof LOOKS)[number];

/** The looks that axe checks: each width and each scheme once. axe takes longer than everything else in these tests. */
const CHECKED_LOOKS = [LOOKS[0]!, LOOKS[3]!];

const HEIGHT = 740;

/** Launches a headless Chromium that makes no requests of its own. */
export function openBrowser(): Promise<Browser> {
    const executablePath = findChromium();
    if (!executablePath) {
        throw new Error('There is no Chromium; npm test installs one');
    }
    // As root, Chromium only starts without its sandbox.
    const args = [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
    ];
    return chromium.launch({ executablePath, args: [...args, '--disable-sync'] });
}

/** Opens a separate browser profile for one visitor. */
export async function visitor(browser: Browser, locale = 'en-GB'): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 1200, height: HEIGHT }, locale, timezoneId: 'Europe/Berlin' });
    context.setDefaultTimeout(20_000);
    return context;
}

/** Sets the page's width and colour scheme. */
export async function dress(page: Page, { scheme, width }: Look): Promise<void> {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme: scheme });
}

/** The keys under which the web client stores a login. On a workspace with a path they have a suffix. */
export function loginKeys(path = ''): { token: string; userId: string; expires: string } {
    const ending = path === '' ? '' : `:/:${path}`;
    return { token: `Meteor.loginToken${ending}`, userId: `Meteor.userId${ending}`, expires: `Meteor.loginTokenExpires${ending}` };
}

/** Stores a login where the web client stores it, before the first page loads. */
export async function logIn(context: BrowserContext, { userId, authToken }: Pick<Client, 'userId' | 'authToken'>, path = ''): Promise<void> {
    await context.addInitScript(
        ([keys, id, token]) => {
            localStorage.setItem(keys.userId, id);
            localStorage.setItem(keys.token, token);
            localStorage.setItem(keys.expires, new Date(Date.now() + 90 * 24 * 3600 * 1000).toString());
        },
        [loginKeys(path), userId!, authToken!] as const,
    );
}

/** The pictures in the documents. `npm run docs` takes them again. */
const PICTURES = [
    'invite-light-320',
    'not-logged-in-dark-320',
    'dialogue-light-1200',
    'console-list-light-1200',
    'console-one-dark-1200',
    'console-figures-light-1200',
];

/** Takes a picture of the page, if SCREENSHOTS or WRITE_DOCS asks for pictures. */
async function screenshot(page: Page, state: string, { scheme, width }: Look): Promise<void> {
    if (!process.env.SCREENSHOTS && !process.env.WRITE_DOCS) {
        return;
    }
    const name = `${state}-${scheme}-${width}`;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true, animations: 'disabled' });
    if (process.env.WRITE_DOCS && PICTURES.includes(name)) {
        copyFileSync(join(SCREENSHOTS, `${name}.png`), join(ROOT, `docs/pictures/${name}.png`));
    }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Shows the page in every look, takes pictures, and returns one line for each problem that axe finds. */
export async function problemsInAllLooks(page: Page, name: string): Promise<string[]> {
    const problems: string[] = [];
    for (const look of LOOKS) {
        await dress(page, look);
        // A picture of a page that is too wide makes the window wider.
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        await screenshot(page, name, look);
        const found = [
            ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels wider than the window`] : []),
            ...(CHECKED_LOOKS.includes(look) ? await problemsOf(page) : []),
        ];
        problems.push(...found.map((problem) => `${look.scheme} ${look.width}: ${problem}`));
    }
    return problems;
}

async function problemsOf(page: Page): Promise<string[]> {
    // The script has half a megabyte, so it is injected once per page.
    if (!(await page.evaluate(() => 'axe' in window))) {
        await page.evaluate(AXE);
    }
    return page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run: (options: unknown) => Promise<{ violations: any[]; incomplete: any[] }> } };
        const { violations, incomplete } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return [...violations, ...incomplete].map(
            ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }: { html: string }) => html).join(' ')}`,
        );
    });
}
