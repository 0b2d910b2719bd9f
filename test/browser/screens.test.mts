import { beforeAll, expect, it } from '@jest/globals';

import { problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';
import { Visits } from './states.mts';

const { scene, browser } = await useBrowser();
let visits: Visits;

beforeAll(async () => {
    visits = await Visits.begin(scene);
});

/** Only names, because the states themselves need the workspace. */
const STATES = [
    'looking-up',
    'invite',
    'invite-with-places',
    'invite-without-pictures',
    'not-logged-in',
    'registration-by-link-only',
    'no-registration',
    'register',
    'register-refused',
    'address-to-confirm',
    'approval-awaited',
    'logged-out',
    'logging-in-elsewhere',
    'joining',
    'joined',
    'invite-with-approval',
    'asking',
    'request-waiting',
    'request-denied',
    'member',
    'member-with-qr-code',
    'rooms-invite',
    'rooms-invite-with-approval',
    'rooms-invite-with-twenty',
    'rooms-joined',
    'rooms-joined-except-one',
    'rooms-member',
    'rooms-request-waiting',
    'rooms-request-denied',
    'expired',
    'used-up',
    'paused',
    'not-invited',
    'no-longer-valid',
    'archived',
    'of-another-kind',
    'managed-by-attributes',
    'without-a-username',
    'unknown',
    'incomplete',
    'does-not-work',
    'banned',
    'cannot-tell',
    'too-many',
    'no-answer',
];

it('has a test for every screen', () => {
    expect(visits.states().map(({ name }) => name)).toEqual(STATES);
});

it.each(STATES)('%s: has one heading, no axe problems and no overflow in every look', async (name) => {
    const { heading, busy, reach, settings = {}, focus = 'title' } = visits.states().find((known) => known.name === name)!;
    const undo = await visits.changeSettings(settings);
    const context = await visitor(browser);
    try {
        const page = await context.newPage();
        await reach(page);
        await page.getByRole('heading', { name: heading }).waitFor();
        expect(await page.getByRole('heading').count()).toBe(1);
        const said = (await page.getByRole('heading').textContent())!;
        expect(await page.title()).toBe(`${said} · ${new URL(scene.workspace.url).host}`.replace(/\s+/g, ' '));
        expect(await page.getByRole('status').textContent()).toBe(busy ? await page.getByRole('heading').textContent() : '');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe(busy ? '' : focus);
        expect(await problemsInAllLooks(page, name)).toEqual([]);
    } finally {
        await context.close();
        await undo();
    }
});
