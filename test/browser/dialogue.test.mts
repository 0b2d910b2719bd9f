import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';

import { TOKEN, type Person } from '../e2e/scene.mts';
import { dress, logIn, LOOKS, problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';

const { scene, browser } = await useBrowser();
let context: BrowserContext;
let page: Page;
let owner: Person;
let rid: string;
let opened = 0;

beforeEach(async () => {
    const name = opened++ === 0 ? 'reading-circle' : `reading-circle-${opened}`;
    owner = await scene.person({ username: `olga${opened === 1 ? '' : opened}`, name: 'Olga' });
    rid = await scene.room(owner, 'c', { name, fname: 'Reading circle', topic: 'A book a month, tea every week' });
    await scene.room(owner, 'p', { fname: 'Choir' });
    context = await visitor(browser);
    page = await context.newPage();
    await logIn(context, owner);
    await page.goto(`${scene.workspace.url}/channel/${name}`);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
});
afterEach(() => context.close());

/** Checks and photographs the current view in every look. */
async function look(name: string, tab = page): Promise<void> {
    // Axe cannot judge what is scrolled out of a modal.
    await tab.evaluate("document.querySelector('[role=dialog], dialog')?.scrollTo(0, 0)");
    expect(await problemsInAllLooks(tab, name)).toEqual([]);
    await dress(tab, LOOKS[1]!);
}

it('leads from the room’s menu to a link, to the list and to revoking it', async () => {
    await page.getByText('Room actions').click();
    await page.getByRole('button', { name: 'Invite link' }).click();
    const modal = page.getByRole('dialog', { name: 'Invite link' });
    await modal.getByLabel('Expires after').waitFor();
    await look('dialogue');

    await modal.getByLabel('Expires after').selectOption('other (enter it below)');
    await modal.getByRole('textbox', { name: 'Other duration' }).fill('a while');
    await modal.getByRole('button', { name: 'Create link' }).click();
    await modal.getByText('This is not a duration').waitFor();
    await look('dialogue-error');

    // Another form does not keep the error.
    await modal.getByRole('button', { name: 'Active links' }).click();
    await modal.getByRole('button', { name: 'New link' }).click();
    await modal.getByLabel('Expires after').selectOption('other (enter it below)');
    expect(await modal.getByText('This is not a duration').count()).toBe(0);
    await modal.getByRole('textbox', { name: 'Other duration' }).fill('3 days');
    await modal.getByLabel('Number of people who can use it').selectOption('other (enter it below)');
    await modal.getByRole('textbox', { name: 'Other number of people' }).fill('2');
    await modal.getByRole('button', { name: 'Create link' }).click();
    const link = modal.getByRole('textbox', { name: 'Copy this link' });
    await link.waitFor();
    await look('dialogue-link');
    const url = await link.inputValue();
    expect(url.split('#')[1]).toMatch(TOKEN);
    expect(await modal.locator('footer').innerText()).toBe('Done');

    const guest = await scene.person();
    const theirs = await visitor(browser);
    await logIn(theirs, guest);
    const join = await theirs.newPage();
    await join.goto(url);
    await join.getByRole('button', { name: 'Join' }).click();
    await join.waitForURL('**/channel/*');
    await theirs.close();
    expect(await scene.members(rid)).toContain(guest.user.username);

    await modal.getByRole('button', { name: 'Active links' }).click();
    await modal.getByText('used 1/2').waitFor();
    await look('dialogue-list');
    await modal.getByRole('button', { name: 'Manage 1' }).click();
    await modal.getByText('1 of 2 uses left').waitFor();
    await look('dialogue-details');
    await modal.getByRole('button', { name: 'Who used it' }).click();
    await modal.getByText(`@${guest.user.username} joined`).waitFor();
    await look('dialogue-who');
    await modal.getByRole('button', { name: 'Back' }).click();
    await modal.getByRole('button', { name: 'Edit' }).click();
    await modal.getByRole('textbox', { name: 'Label' }).waitFor();
    await look('dialogue-edit');
    await modal.getByRole('textbox', { name: 'Label' }).fill('Spring fair');
    await modal.getByRole('button', { name: 'Save' }).click();
    await modal.getByText('Spring fair').waitFor();
    await modal.getByRole('button', { name: 'Revoke this link' }).click();
    await modal.getByText('it cannot be restored').waitFor();
    await look('dialogue-question');
    await modal.getByRole('button', { name: 'Yes, revoke it' }).click();
    await modal.getByText('no longer works').waitFor();
    await look('dialogue-revoked');
    expect((await (await scene.person()).redeem(url.split('#')[1])).body.errorType).toBe('error-invalid-token');

    await modal.getByRole('button', { name: 'Done' }).click();
    await modal.waitFor({ state: 'detached' });
});

it('names the people for whom a link is, and sends links by e-mail', async () => {
    const mailServer = await scene.receiveMail();
    await scene.changeSetting('Allow_Email_Invites', true);
    await page.getByText('Room actions').click();
    await page.getByRole('button', { name: 'Invite link' }).click();
    const modal = page.getByRole('dialog', { name: 'Invite link' });
    await modal.getByRole('textbox', { name: 'Only for' }).fill('olga');
    await modal.getByRole('button', { name: 'Create link' }).click();
    await modal.getByText('I don’t understand “olga”').waitFor();
    await look('dialogue-audience');
    await modal.getByRole('button', { name: 'Send by e-mail' }).click();
    const addresses = modal.getByRole('textbox', { name: 'E-mail addresses' });
    await addresses.fill('ann');
    await modal.getByRole('button', { name: 'Send', exact: true }).click();
    await modal.getByText('Not a valid address').waitFor();
    expect(await addresses.inputValue()).toBe('ann');
    await look('dialogue-email');
    await addresses.fill('ann@example.com\nbob');
    await modal.getByRole('button', { name: 'Send', exact: true }).click();
    await modal.getByText('Sent by e-mail').waitFor();
    expect(await addresses.inputValue()).toBe('bob');
    await look('dialogue-email-partly');
    await addresses.fill('bob@example.com');
    await modal.getByRole('button', { name: 'Send', exact: true }).dblclick();
    await modal.getByRole('button', { name: 'Send more' }).waitFor();
    await look('dialogue-email-sent');
    await scene.workspace.mailSent();
    expect(mailServer.mails.map(({ to }) => to.join()).sort()).toEqual(['ann@example.com', 'bob@example.com']);
    await scene.changeSetting('Allow_Email_Invites', false);
});

it('shows why a member cannot create links, and where they can', async () => {
    const member = await scene.person({ name: 'Max' });
    await scene.add(rid, member);
    const theirs = await visitor(browser);
    await logIn(theirs, member);
    const room = await theirs.newPage();
    await room.goto(page.url());
    await room.getByText('Room actions').click();
    await room.getByRole('button', { name: 'Invite link' }).click();
    const modal = room.getByRole('dialog', { name: 'Invite link' });
    const refusal = modal.locator('.callout.warning');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('You can’t create invite links for this room.');
    await look('dialogue-refused', room);
    await theirs.close();
});

it.each([
    ['de', 'Gültigkeit', 'Andere Gültigkeit', 'Link erstellen', 'Das ist keine Dauer'],
    ['es', 'Validez', 'Otra validez', 'Crear enlace', 'Eso no es una duración'],
    ['fr', 'Durée de validité', 'Autre durée', 'Créer le lien', 'Ce n’est pas une durée'],
    ['pt-BR', 'Validade', 'Outra validade', 'Criar link', 'Isso não é uma duração'],
])('is accessible in %s, with an error too', async (language, duration, other, create, error) => {
    const person = await scene.person({ language });
    await scene.room(person, 'c', { name: `sala-${language}`, fname: 'Sala' });
    const theirs = await visitor(browser, language);
    await logIn(theirs, person);
    const tab = await theirs.newPage();
    await tab.goto(`${scene.workspace.url}/channel/sala-${language}`);
    await tab.getByText('Room actions').click();
    await tab.locator('.room-actions button').click();
    const modal = tab.getByRole('dialog');
    await modal.getByLabel(duration, { exact: true }).selectOption('other');
    await modal.getByRole('textbox', { name: other }).fill('?');
    await modal.getByRole('button', { name: create }).click();
    await modal.getByText(error).waitFor();
    await look(`dialogue-${language}`, tab);
    await theirs.close();
});

it('opens from /invite-link', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/invite-link');
    await page.getByRole('textbox', { name: 'Message' }).press('Enter');
    const modal = page.getByRole('dialog', { name: 'Invite link' });
    await modal.getByRole('button', { name: 'Create link' }).click();
    expect((await modal.getByRole('textbox', { name: 'Copy this link' }).inputValue()).split('#')[1]).toMatch(TOKEN);
});

it('shows help for /invite, because the client drops the modals of a command that it knows as the server’s own', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/invite');
    await page.getByRole('textbox', { name: 'Message' }).press('Enter');
    await page.getByText('Invite people to this room with a link').waitFor();
    expect(scene.workspace.screens.interactionsOf(owner.userId!)).toHaveLength(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
});
