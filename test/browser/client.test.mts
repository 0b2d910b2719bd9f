import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { logIn, problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';

/** The web client of the embedded workspace behaves as the real one, where an app can tell. */
const { scene, browser } = await useBrowser();
let context: BrowserContext;
let page: Page;
let owner: Person;
let modal: Locator;
/** The interactions that the client sent to the app, except the first. */
let sent: any[];

beforeEach(async () => {
    owner = await scene.person();
    const name = `room-of-${owner.user.username}`;
    await scene.room(owner, 'c', { name, fname: 'Reading circle' });
    context = await visitor(browser);
    page = await context.newPage();
    await logIn(context, owner);
    await page.goto(`${scene.workspace.url}/channel/${name}`);
    sent = [];
    page.on('request', (request) => {
        if (request.url().includes('/ui.interaction/') && request.postDataJSON().type !== 'actionButton') {
            sent.push(request.postDataJSON());
        }
    });
    modal = page.getByRole('dialog');
});
afterEach(() => context.close());

async function openModal(): Promise<void> {
    await page.getByText('Room actions').click();
    await page.locator('.room-actions button').click();
    await modal.waitFor();
}

function focused(): Promise<string> {
    return page.evaluate('document.activeElement.innerText');
}

describe('a modal', () => {
    it('does nothing on Enter in a field, and closes on Escape without a word to the app', async () => {
        await openModal();
        await modal.getByRole('textbox', { name: 'Other duration' }).press('Enter');
        await modal.getByRole('textbox', { name: 'Other duration' }).press('Escape');
        await modal.waitFor({ state: 'detached' });
        expect(sent).toEqual([]);
    });

    it('closes on a click beside it without a word to the app, and tells the app of its own buttons', async () => {
        await openModal();
        await page.mouse.click(5, 5);
        await modal.waitFor({ state: 'detached' });
        expect(sent).toEqual([]);
        for (const [label, isCleared] of [
            ['Close', true],
            ['Cancel', false],
        ] as const) {
            await openModal();
            await modal.getByRole('button', { name: label }).click();
            await modal.waitFor({ state: 'detached' });
            expect(sent.at(-1)).toMatchObject({ type: 'viewClosed', payload: { isCleared } });
        }
    });

    it('is submitted twice by a double click', async () => {
        await openModal();
        await modal.getByRole('button', { name: 'Create link' }).dblclick();
        await modal.getByRole('textbox', { name: 'Copy this link' }).waitFor();
        expect(sent.map(({ type }) => type)).toEqual(['viewSubmit', 'viewSubmit']);
        const { body } = await scene.admin.app('GET', `listInvites?rid=${sent[0].payload.view.blocks[0].element.initialValue}`);
        expect(body).toHaveLength(1);
    });

    it('can be used by keyboard, and the focus falls on a button that destroys nothing after each step', async () => {
        await openModal();
        const steps: [press: string, shows: string, focus: string][] = [
            ['Create link', 'Here is your invite link', 'Active links'],
            ['Active links', 'Invite links for', 'Manage 1'],
            ['Manage 1', 'created it today', 'Edit'],
            ['Edit', 'What the link is for', 'Back'],
            ['Save', 'Changed. The link stays the same.', 'Edit'],
            ['Revoke this link', 'cannot be restored', 'Back'],
            ['Yes, revoke it', 'no longer works', 'New link'],
        ];
        for (const [button, text, focus] of steps) {
            await modal.getByRole('button', { name: button }).press('Enter');
            await modal.getByText(text).first().waitFor();
            expect(await focused()).toBe(focus);
        }
    });

    it('keeps the focus on an error', async () => {
        await openModal();
        await modal.getByLabel('Expires after').selectOption('other');
        await modal.getByRole('button', { name: 'Create link' }).press('Enter');
        await modal.getByText('This is not a duration').waitFor();
        expect(await focused()).toBe('Create link');
    });
});

it('draws callouts, hints and menus, names text inputs by their placeholder only, and ignores `confirm` and `maxLength`', async () => {
    const text = (value: string) => ({ type: 'plain_text', text: value });
    const field = (id: string, element: object) => ({
        type: 'input',
        blockId: id,
        label: text(`Label of ${id}`),
        element: { actionId: id, ...element },
    });
    const view = {
        id: 'view',
        appId: 'an-app',
        title: text('A modal'),
        blocks: [
            { type: 'callout', title: text('Beware'), variant: 'danger', text: { type: 'mrkdwn', text: 'A *bold* reason' } },
            { ...field('named', { type: 'plain_text_input', placeholder: text('A name'), maxLength: 2 }), hint: text('A hint') },
            field('nameless', { type: 'plain_text_input' }),
            field('menu', { type: 'static_select', placeholder: text('One'), options: [{ value: '1', text: text('First') }] }),
            {
                type: 'actions',
                blockId: 'buttons',
                elements: [{ type: 'button', actionId: 'go', value: 'v', text: text('Go'), style: 'danger', confirm: { title: text('Really?') } }],
            },
        ],
    };
    await page.route('**/ui.interaction/**', async (route) => {
        const { type, triggerId } = route.request().postDataJSON();
        await route.fulfill({ json: type === 'actionButton' ? { type: 'modal.open', triggerId, view } : {} });
    });
    await openModal();
    const callout = modal.locator('.callout.danger');
    expect((await callout.innerText()).split('\n')).toEqual(['Beware', 'A bold reason']);
    expect(await callout.locator('strong').allInnerTexts()).toEqual(['Beware', 'bold']);
    await modal.getByText('A hint').waitFor();
    await modal.getByRole('textbox', { name: 'A name' }).fill('three');
    expect(await modal.getByRole('textbox', { name: 'nameless' }).count()).toBe(0);
    await modal.getByLabel('Label of menu').selectOption('First');
    expect((await problemsInAllLooks(page, 'callout')).filter((problem) => !problem.includes('label'))).toEqual([]);
    await modal.getByRole('button', { name: 'Go' }).click();
    await page.waitForTimeout(100);
    expect(sent).toMatchObject([{ type: 'blockAction', actionId: 'go', payload: { value: 'v' } }]);
});

it('links what the parser of the real client links, and all that the app writes', async () => {
    await scene.changeSetting('Link_Address', 'https://chat.intern');
    try {
        const message = page.getByRole('textbox', { name: 'Message' });
        await message.fill('https://chat.intern/a https://chat.example.com/b <script> *bold* `code` @all');
        await message.press('Enter');
        const log = page.getByRole('log');
        await log.getByText('code').waitFor();
        expect(await log.locator('a').allInnerTexts()).toEqual(['https://chat.example.com/b']);
        expect(await log.locator('strong, code').allInnerTexts()).toEqual(['bold', 'code']);
        await message.fill('/invite-link create 7d');
        await message.press('Enter');
        await log.getByText('It expires in 7 days').waitFor();
        const [, link] = await log.locator('a').all();
        const shown = await link!.innerText();
        expect(shown).toMatch(/^https:\/\/chat\.intern\/.+#[A-HJ-NP-Z2-9]{16}$/);
        expect(await link!.getAttribute('href')).toBe(shown);
    } finally {
        await scene.changeSetting('Link_Address', '');
    }
});
