import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { Modal, sendInteraction, setSetting, type MailServer, type ReceivedMail } from '../workspace/index.mts';
import { refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Links that the modal sends by e-mail. */

const scene = await useScene();
const { workspace } = scene;
const ann = await scene.person({ username: 'ann', email: 'ann@example.com' });
const bob = await scene.person({ username: 'bob', email: 'bob@example.com' });
let mailServer: MailServer;
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person({ name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading *circle*' });
});

async function form(person: Person = owner, button = 'Send by e-mail'): Promise<Modal> {
    return (await Modal.byRoomAction(person, rid)).press(button);
}

async function send(modal: Modal, fields: Record<string, unknown>): Promise<Modal> {
    await modal.fill(fields).submit();
    await workspace.mailSent();
    return modal;
}

/** The addresses that got a mail, in the order of the alphabet. */
function receivers(): string[] {
    return mailServer.mails.map(({ to }) => to.join()).sort();
}

function tokenIn(mail: ReceivedMail | undefined): string {
    return /join#([A-HJ-NP-Z2-9]{16})/.exec(mail!.text)![1]!;
}

describe('while the administrator does not allow it', () => {
    it('the modal offers nothing, and refuses a forged button and a forged form', async () => {
        await workspace.receiveMail();
        const modal = await Modal.byRoomAction(owner, rid);
        expect(modal.buttons).toEqual(['Active links', 'Create link']);
        const before = await scene.storeSnapshot();
        const refused = /Links cannot be sent by e-mail here unless an administrator allows it\./;
        const pressed = await sendInteraction(owner, {
            type: 'blockAction',
            actionId: 'form-email',
            container: { type: 'view', id: modal.view.id },
            payload: { value: rid },
        });
        expect(JSON.stringify(pressed.body)).toMatch(refused);
        const field = `emails-0123456789abcdef01234567-${rid}`;
        const duration = 'email-duration-0123456789abcdef01234567';
        const view = {
            ...modal.view,
            blocks: [{ blockId: field }],
            state: { [field]: { [field]: 'ann@example.com' }, [duration]: { [duration]: '7d' } },
        };
        const { body } = await sendInteraction(owner, { type: 'viewSubmit', viewId: modal.view.id, payload: { view } });
        expect(body.errors).toEqual({ [field]: expect.stringMatching(refused) });
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('with a mail server', () => {
    beforeAll(async () => {
        mailServer = await scene.receiveMail();
        await scene.changeSetting('Allow_Email_Invites', true);
    });
    beforeEach(() => {
        mailServer.mails.length = 0;
    });

    it('each address gets a link that lets in only its account, once', async () => {
        const modal = await form();
        expect(modal.text).toContain('Each address gets a link of its own to *Reading  circle*.');
        expect(modal.fields).toEqual({ 'emails': '', 'email-duration': '7d', 'email-other-duration': '' });
        await send(modal, { 'emails': 'ann@example.com,\n<bob@example.com>', 'email-duration': 'other', 'email-other-duration': '3 days' });
        expect(modal.text).toContain('Sent by e-mail, each with a link of its own to *Reading  circle*: `ann@example.com`, `bob@example.com`');
        expect(modal.buttons).toEqual(['Active links', 'Send more', 'New link']);
        expect(receivers()).toEqual(['ann@example.com', 'bob@example.com']);
        const token = tokenIn(mailServer.mails.find(({ to }) => to.includes('ann@example.com')));
        expect(refusal(await bob.redeem(token))).toMatchObject({ errorType: 'error-not-invited' });
        expect((await ann.redeem(token)).status).toBe(200);
        const { body } = await owner.app('GET', 'invites.list?userId=me');
        expect(body.invites).toMatchObject([
            { maxUses: 1, days: 3 },
            { maxUses: 1, days: 3 },
        ]);
        await (await (await modal.press('Active links')).press('Manage 1')).press('Edit');
        expect(modal.fields['edit-audience']).toMatch(/^(ann|bob)@example\.com$/);
        await modal.fill({ 'edit-label': 'Fair' }).submit();
        expect(modal.text).toMatch(/\*Fair\*[^]*It is only for (ann|bob) example\.com\./);
    });

    it('the field keeps what was typed if nothing could be sent', async () => {
        const modal = await form();
        const before = await scene.storeSnapshot();
        await send(modal, { emails: ' , ' });
        expect(modal.errors).toEqual({ emails: 'Enter at least one e-mail address.' });
        await send(modal, { emails: 'ann, a b@c d@*e*.example' });
        expect(modal.errors).toEqual({ emails: 'Not a valid address, so nothing was sent: ann, a, b@c, d@*e*.example' });
        expect(modal.fields.emails).toBe('ann, a b@c d@*e*.example');
        await send(modal, { emails: Array.from({ length: 51 }, (_, n) => `p${n}@example.com`).join(' ') });
        expect(modal.errors).toEqual({ emails: 'Enter at most 50 addresses at once.' });
        await send(modal, { 'emails': 'ann@example.com', 'email-duration': 'other', 'email-other-duration': 'soon' });
        expect(modal.errors).toEqual({ 'email-other-duration': 'This is not a duration. Enter one such as 7 days.' });
        await setSetting(workspace.database, 'SMTP_Host', '');
        await send(modal, { 'email-duration': '7d', 'email-other-duration': '' });
        expect(modal.errors).toEqual({ emails: expect.stringMatching(/^This workspace cannot send e-mails, so I sent nothing\./) });
        expect(await scene.storeSnapshot()).toBe(before);
        expect(mailServer.mails).toEqual([]);
        mailServer = await scene.receiveMail();
    });

    it('the field keeps the addresses that got nothing, and says why, in the reader’s language', async () => {
        const olga = await scene.person({ language: 'de' });
        await scene.add(rid, olga, 'owner');
        await scene.changeSetting('Max_Created_Per_Hour', 1);
        try {
            const modal = await form(olga, 'Per E-Mail senden');
            await send(modal, { 'emails': 'ann@example.com bob@example.com quatsch', 'email-duration': '1d' });
            expect(modal.text).toContain('Per E-Mail gesendet, jeweils mit einem eigenen Link für *Reading  circle*: `ann@example.com`');
            expect(modal.callouts).toEqual([
                'Keine gültige Adresse, deshalb nicht gesendet: `quatsch`\n' +
                    'Du hast in der letzten Stunde zu viele Links erstellt, deshalb nicht gesendet: `bob@example.com`',
            ]);
            expect(modal.fields).toMatchObject({ 'emails': 'bob@example.com\nquatsch', 'email-duration': '1d' });
            expect(receivers()).toEqual(['ann@example.com']);
            await scene.changeSetting('Max_Created_Per_Hour', 0);
            await send(modal, { emails: 'bob@example.com' });
            expect(modal.text).toMatch(/`bob@example\.com`$|`bob@example\.com`\n/);
            expect(receivers()).toEqual(['ann@example.com', 'bob@example.com']);
        } finally {
            await scene.changeSetting('Max_Created_Per_Hour', 0);
        }
    });

    it('a form that is submitted twice sends one mail to each address', async () => {
        const modal = await form();
        const { view, fieldIds } = modal;
        const [emails] = fieldIds as [string];
        const state = { [emails]: { [emails]: 'ann@example.com Bob@example.com' } };
        const submit = () => sendInteraction(owner, { type: 'viewSubmit', viewId: view.id, payload: { view: { ...view, state } } });
        const answers = await Promise.all([submit(), submit()]);
        await workspace.mailSent();
        for (const { body } of answers) {
            expect(JSON.stringify(body.view!.blocks)).toContain('`ann@example.com`, `Bob@example.com`');
        }
        expect(receivers()).toEqual(['Bob@example.com', 'ann@example.com']);
        // Other terms are another link.
        await send(await form(), { 'emails': 'ann@example.com', 'email-duration': '1d' });
        expect(receivers()).toHaveLength(3);
    });

    it('is not offered to people who cannot create links in the room, nor possible', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        const { view, fieldIds } = await form();
        expect((await Modal.byRoomAction(member, rid)).buttons).not.toContain('Send by e-mail');
        const [emails] = fieldIds as [string];
        const before = await scene.storeSnapshot();
        const state = { [emails]: { [emails]: 'ann@example.com' } };
        for (const person of [member, bob]) {
            const { body } = await sendInteraction(person, { type: 'viewSubmit', viewId: view.id, payload: { view: { ...view, state } } });
            expect(body.errors).toEqual({ [emails]: expect.not.stringMatching(/Reading/) });
            const action = { type: 'blockAction', actionId: 'form-email', container: { type: 'view', id: view.id }, payload: { value: rid } };
            expect(JSON.stringify((await sendInteraction(person, action)).body)).not.toMatch(/Reading|emails-/);
        }
        expect(await scene.storeSnapshot()).toBe(before);
        expect(mailServer.mails).toEqual([]);
    });
});
