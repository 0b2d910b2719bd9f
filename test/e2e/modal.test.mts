import { beforeEach, describe, expect, it } from '@jest/globals';

import { sendInteraction, Modal, NEVER, type ShownView } from '../workspace/index.mts';
import { DAY, LINK, type Person, TOKEN } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person({ name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
});

async function linkOf(modal: Modal): Promise<{ token: string; url: string }> {
    const url = String(Object.entries(modal.fields).find(([name]) => name.startsWith('link-'))?.[1]);
    return { url, token: url.slice(url.indexOf('#') + 1) };
}

describe('the room action', () => {
    it('is offered in every kind of room that may have links', async () => {
        const { body } = await owner.request('GET', '/api/apps/actionButtons');
        expect(body).toEqual([
            expect.objectContaining({
                actionId: 'invite-link',
                context: 'roomAction',
                labelI18n: 'Invite_Action',
                when: {
                    roomTypes: ['public_channel', 'private_channel', 'public_team', 'private_team', 'public_discussion', 'private_discussion'],
                },
            }),
        ]);
    });

    it('opens a modal with the administrator’s defaults, for this room', async () => {
        const modal = await Modal.byRoomAction(owner, rid);
        expect(modal.view.title.text).toBe('Invite link');
        expect(modal.fields).toEqual({ room: rid, duration: '7 days', uses: 'unlimited' });
        expect(modal.options('room')).toEqual({ [rid]: 'Reading circle' });
        expect(modal.buttons).toEqual(['Active links', 'Create link']);
    });

    it('shows the ceilings', async () => {
        await scene.changeSetting('Max_Days', 30);
        await scene.changeSetting('Max_Uses', 100);
        await scene.changeSetting('Default_Duration', '12h');
        await scene.changeSetting('Default_Uses', 'x5');
        try {
            const modal = await Modal.byRoomAction(owner, rid);
            expect(modal.fields).toMatchObject({ duration: '12 hours', uses: '5' });
            expect(modal.text).toContain('At most 30 days.');
            expect(modal.text).toContain('At most 100.');
            await modal.fill({ duration: '5 weeks', uses: '101' }).submit();
            expect(modal.errors).toEqual({ duration: 'At most 30 days.' });
            await modal.fill({ duration: 'never' }).submit();
            expect(modal.errors).toEqual({ duration: 'At most 30 days.' });
            await modal.fill({ duration: '30 days' }).submit();
            expect(modal.errors).toEqual({ uses: 'At most 100.' });
        } finally {
            await scene.changeSetting('Max_Days', 0);
            await scene.changeSetting('Max_Uses', 0);
            await scene.changeSetting('Default_Duration', '7d');
            await scene.changeSetting('Default_Uses', 'unlimited');
        }
    });

    it('starts with values that it accepts', async () => {
        await scene.changeSetting('Max_Days', 3);
        await scene.changeSetting('Max_Uses', 100);
        try {
            const modal = await Modal.byRoomAction(owner, rid);
            expect(modal.fields).toMatchObject({ duration: '3 days', uses: '100' });
            expect(modal.text).not.toMatch(/never|unlimited/);
            expect((await modal.submit()).text).toContain('100 of 100 uses left');
        } finally {
            await scene.changeSetting('Max_Days', 0);
            await scene.changeSetting('Max_Uses', 0);
        }
    });

    it('offers only the other rooms to which the person may invite', async () => {
        const second = await scene.room(owner, 'c', { fname: 'Second' });
        const other = await scene.person();
        const notTheirs = await scene.room(other, 'c');
        await scene.add(notTheirs, owner);
        await scene.direct(owner, other);
        const banned = await scene.room(other, 'p');
        await scene.add(banned, owner, 'moderator');
        await other.rest('POST', 'rooms.banUser', { roomId: banned, userId: owner.userId });
        const modal = await Modal.byRoomAction(owner, rid);
        expect(modal.options('room')).toEqual({ [rid]: 'Reading circle', [second]: 'Second' });
    });

    it('opens in time without the rooms that the server is slow about', async () => {
        const slow = await scene.room(owner, 'c', { fname: 'Slow' });
        const modal = await scene.intercept(
            ({ args }, proceed) => (JSON.stringify(args).includes(slow) ? NEVER : proceed()),
            () => Modal.byRoomAction(owner, rid),
        );
        expect(modal.options('room')).toEqual({ [rid]: 'Reading circle' });
        expect((await modal.submit()).text).toContain('*Reading circle*');
    });

    it('explains why a member may not invite here, and offers the rooms where they may', async () => {
        const member = await scene.person();
        const own = await scene.room(member, 'c', { fname: 'Mine' });
        await scene.add(rid, member);
        const modal = await Modal.byRoomAction(member, rid);
        expect(modal.text).toContain(`You can’t create invite links for this room.\nAsk @${owner.user.username}.`);
        expect(modal.fields.room).toBeUndefined();
        expect(modal.options('room')).toEqual({ [own]: 'Mine' });
        await modal.submit();
        expect(modal.errors).toEqual({ room: 'Choose a room.' });
        expect((await modal.fill({ room: own }).submit()).text).toContain('*Mine*');
    });

    it('names the owners to an administrator who is only a member', async () => {
        await scene.add(rid, scene.admin);
        const { text, buttons } = await Modal.byRoomAction(scene.admin, rid);
        expect(text).toContain('only owners, moderators and leaders of a room can create links for it');
        expect(text).toContain(`@${owner.user.username}`);
        expect(text).toContain('You can’t create links for your other rooms either.');
        expect(buttons).toEqual([]);
    });

    it('reveals nothing of the room to an outsider', async () => {
        const outsider = await scene.person();
        await expect(Modal.byRoomAction(outsider, rid)).rejects.toThrow('No modal was opened');
        const channel = await scene.room(owner, 'c', { fname: 'Reading aloud' });
        const modal = await Modal.byRoomAction(outsider, channel);
        expect(JSON.stringify(modal.view)).not.toContain('Reading');
        expect(JSON.stringify(modal.view)).not.toContain(owner.user.username);
    });

    it('shows and accepts the person’s language', async () => {
        const greta = await scene.person({ language: 'de' });
        const room = await scene.room(greta, 'p', { fname: 'Lesekreis' });
        const modal = await Modal.byRoomAction(greta, room);
        expect(modal.fields).toEqual({ room, duration: '7 Tage', uses: 'unbegrenzt' });
        await modal.fill({ duration: '2 Wochen', uses: '3' }).submit();
        expect(modal.text).toContain('Einladungslink für *Lesekreis*');
        expect(modal.text).toContain('Noch 3 von 3');
    });
});

describe('submitting it', () => {
    it('shows a link with the duration and uses that were filled in', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill({ duration: '90 minutes', uses: '2' }).submit();
        const { token, url } = await linkOf(modal);
        expect(token).toMatch(TOKEN);
        expect(url).toBe(LINK(scene.workspace, token));
        expect(modal.text).toMatch(/Here is your invite link for \*Reading circle\*[^]*expires in 90 minutes[^]*2 of 2 uses left/);
        expect(modal.buttons).toEqual(['Revoke', 'Active links', 'New link']);
        expect(modal.view.submit).toBeNull();
        const guest = await scene.person();
        expect((await guest.redeem(token)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('shows the same link for the same terms', async () => {
        const first = await linkOf(await (await Modal.byRoomAction(owner, rid)).submit());
        const again = await (await Modal.byRoomAction(owner, rid)).submit();
        expect(await linkOf(again)).toEqual(first);
        expect(again.text).toContain('created today');
        expect((await owner.invite(rid, 7, 0)).body.inviteToken).toBe(first.token);
    });

    it.each([
        [{ duration: '7' }, { duration: expect.stringContaining('This is not a duration. Enter one such as 7 days.') as unknown as string }],
        [
            { duration: 'soon', uses: 'many' },
            { duration: expect.any(String) as unknown as string, uses: expect.stringContaining('not a number of people') as unknown as string },
        ],
        [
            { duration: '', uses: '' },
            { duration: expect.any(String) as unknown as string, uses: expect.any(String) as unknown as string },
        ],
        [{ uses: '0' }, { uses: expect.any(String) as unknown as string }],
        [{ uses: '-1' }, { uses: expect.any(String) as unknown as string }],
        [{ uses: '1.5' }, { uses: expect.any(String) as unknown as string }],
        [{ duration: '999999999 weeks' }, { duration: 'That is too far in the future. Try a shorter duration.' }],
        [{ room: 'there-is-no-such-room' }, { room: expect.stringContaining('You can’t create invite links for this room') as unknown as string }],
        [{ room: { $ne: null } }, { room: 'Choose a room.' }],
    ])('explains what is wrong with %j at its field, and changes nothing', async (fields, errors) => {
        const before = await scene.storeSnapshot();
        const modal = await (await Modal.byRoomAction(owner, rid)).fill(fields).submit();
        expect(modal.errors).toEqual(errors);
        expect(modal.view.submit).toBeTruthy();
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it.each([
        ['7 j', '7 days'],
        ['2 Wochen', '14 days'],
        ['1 Std.', '60 minutes'],
        ['90 min.', '90 minutes'],
        ['７ days', '7 days'],
        ['3 di\u0301as', '3 days'],
        ['2\u00a0semaines', '14 days'],
    ])('understands %s', async (duration, words) => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill({ duration }).submit();
        expect(modal.text).toContain(`expires in ${words}`);
    });

    it.each(['once', '7 7', 'x', '10 people or so'])('refuses %s as a number of uses', async (uses) => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill({ uses }).submit();
        expect(modal.errors).toEqual({ uses: expect.stringContaining('not a number of people') as unknown as string });
    });

    it('shows the new link, whatever was typed over the old one', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).submit();
        const first = await linkOf(modal);
        const [name] = Object.keys(modal.fields).filter((field) => field.startsWith('link-'));
        modal.fill({ [name!]: '' });
        await modal.press('New link');
        await modal.fill({ uses: '9' }).submit();
        expect((await linkOf(modal)).token).toMatch(TOKEN);
        expect((await linkOf(modal)).token).not.toBe(first.token);
    });

    it('checks permissions again', async () => {
        const modal = await Modal.byRoomAction(owner, rid);
        const other = await scene.person();
        await scene.add(rid, other, 'owner');
        await other.rest('POST', 'rooms.banUser', { roomId: rid, userId: owner.userId });
        const before = await scene.storeSnapshot();
        await modal.submit();
        expect(modal.errors.room).toContain('You can’t create invite links for this room');
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('revoking', () => {
    it('revokes the new link, and shows the remaining ones', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).submit();
        const { token } = await linkOf(modal);
        await modal.press('Revoke');
        expect(modal.text).toContain('Revoked. That invite link for *Reading circle* no longer works.');
        expect(modal.text).toContain('*Reading circle* has no active invite links.');
        expect((await (await scene.person()).redeem(token)).body.errorType).toBe('error-invalid-token');
        // The form still works after the link is revoked.
        await modal.press('New link');
        await modal.fill({ uses: '4' }).submit();
        expect(modal.text).toContain('4 of 4 uses left');
    });

    it('lists the room’s live links with their uses, newest first, each with its button', async () => {
        const { body: old } = await owner.invite(rid, 5, 10);
        const { body: newer } = await owner.invite(rid, 0, 0);
        const { body: ended } = await owner.invite(rid, 1);
        await scene.ageInvite(ended._id, DAY);
        await (await scene.person()).redeem(old.inviteToken);
        const modal = await (await Modal.byRoomAction(owner, rid)).press('Active links');
        const lines = modal.text.split('\n');
        expect(lines.slice(0, 4)).toEqual([
            '*Invite links for Reading circle*',
            `never expires, used 0 times, no limit, created by @${owner.user.username}`,
            expect.stringMatching(`^expires in 5 days \\(.+\\), used 1/10, created by @${owner.user.username}$`),
            '1 link has expired or been used up.',
        ]);
        expect(JSON.stringify(modal.view)).not.toMatch(new RegExp([old, newer, ended].map(({ inviteToken }) => inviteToken as string).join('|')));
        expect(modal.buttons).toEqual(['Revoke', 'Revoke', 'New link']);

        await modal.press('Revoke', 1);
        expect(modal.buttons).toEqual(['Revoke', 'New link']);
        const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        expect(body.map(({ _id }: { _id: string }) => _id)).toEqual([ended._id, newer._id]);
    });

    it('pages through more than twenty links', async () => {
        for (let days = 1; days <= 21; days++) {
            await owner.invite(rid, days);
        }
        const modal = await (await Modal.byRoomAction(owner, rid)).press('Active links');
        expect(modal.buttons.filter((label) => label === 'Revoke')).toHaveLength(20);
        expect(modal.buttons).toContain('Older');
        await modal.press('Older');
        expect(modal.buttons).toEqual(['Revoke', 'Newer', 'New link']);
        await modal.press('Revoke');
        expect(modal.buttons.filter((label) => label === 'Revoke')).toHaveLength(20);
        expect(modal.buttons).not.toContain('Newer');
    });

    it('reports that a link no longer exists', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).submit();
        const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        await scene.admin.app('DELETE', `removeInvite/${body[0]._id}`);
        expect((await modal.press('Revoke')).text).toContain('There is no such link, or you cannot revoke it.');
    });
});

describe('what a client may send', () => {
    const press = (person: Person, actionId: string, value: unknown, id: unknown = 'a-view'): ReturnType<typeof sendInteraction> =>
        sendInteraction(person, { type: 'blockAction', actionId, container: { type: 'view', id }, payload: { blockId: 'b', value } });

    it('another person’s button does nothing, and reveals nothing of the room', async () => {
        const { body: invite } = await owner.invite(rid);
        const outsider = await scene.person();
        for (const [action, value] of [
            ['form-revoke', `${invite._id} ${rid} 1`],
            ['form-list', `${rid} 1`],
            ['form-new', rid],
        ]) {
            const before = await scene.storeSnapshot();
            const { status, body } = await press(outsider, action!, value);
            expect(status).toBe(200);
            expect(JSON.stringify(body)).not.toMatch(/Reading|Olga/);
            expect(JSON.stringify(body)).not.toContain(owner.user.username);
            expect(JSON.stringify(body)).not.toContain(invite.inviteToken);
            expect(await scene.storeSnapshot()).toBe(before);
        }
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });

    it('a banned person’s forged button reveals nothing of the room’s current state', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: member.userId });
        const { body } = await press(member, 'form-list', `${rid} 1`);
        expect(JSON.stringify(body)).not.toContain('Reading');
    });

    it('a forged button in a message reveals no owner of a foreign room', async () => {
        const { body: invite } = await owner.invite(rid);
        const outsider = await scene.person();
        const replyHere = await outsider.presses({ label: 'Revoke', actionId: 'revoke-invite', blockId: 'b', value: invite._id }, rid);
        expect(replyHere).toBe('');
        const elsewhere = await scene.room(outsider);
        const reply = await outsider.presses({ label: 'Revoke', actionId: 'revoke-invite', blockId: 'b', value: invite._id }, elsewhere);
        expect(reply).toMatch(/^There is no such link, or you cannot revoke it\./);
        expect(reply).not.toContain(owner.user.username);
        expect(await outsider.presses({ label: 'Revoke', actionId: 'revoke-invite', blockId: 'b', value: 'no-such-id' }, elsewhere)).toBe(reply);
    });

    it.each([
        ['no value', undefined],
        ['an object', { $gt: '' }],
        ['nothing in it', ''],
        ['something else', 'a b c d e f'],
        ['a page that is none', 'x -1'],
    ])('a button with %s as its value gets a response, and changes nothing', async (_what, value) => {
        const before = await scene.storeSnapshot();
        for (const action of ['form-revoke', 'form-list', 'form-new', 'toString', 'form-other']) {
            expect((await press(owner, action, value)).status).toBe(200);
        }
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it.each([
        ['nothing', undefined],
        ['null', null],
        ['no state', { id: 'v' }],
        ['a state of the wrong kind', { id: 'v', state: 7, blocks: 'none' }],
        [
            'fields of the wrong kind',
            { id: 'v', state: { room: [], duration: 7, uses: { a: 1 } }, blocks: [null, 1, { blockId: 'room', element: null }] },
        ],
        ['an id of the wrong kind', { id: { $ne: 1 }, state: {} }],
    ])('a form with %s gets a response, and changes nothing', async (_what, view) => {
        const before = await scene.storeSnapshot();
        const { status, body } = await sendInteraction(owner, { type: 'viewSubmit', viewId: 'v', payload: { view: view as ShownView } });
        expect(status).toBe(200);
        expect(body.type === undefined || body.type === 'errors').toBe(true);
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('the command without words', () => {
    const run = (person: Person, command: string, triggerId?: string): Promise<unknown> =>
        person.rest('POST', 'commands.run', { command, params: '', roomId: rid, ...(triggerId && { triggerId }) });

    it('/invite-link opens the modal if the client can show one', async () => {
        await run(owner, 'invite-link', 'trigger-1');
        const [interaction] = scene.workspace.screens.interactionsOf(owner.userId!);
        expect(interaction).toMatchObject({ type: 'modal.open', triggerId: 'trigger-1' });
        expect(owner.reads()).toEqual([]);
        const modal = await new Modal(owner, interaction!.view as ShownView).submit();
        expect((await linkOf(modal)).token).toMatch(TOKEN);
    });

    it('/invite opens it and replies with help, for clients that drop the modals of a built-in command', async () => {
        await run(owner, 'invite', 'trigger-2');
        expect(scene.workspace.screens.interactionsOf(owner.userId!)).toHaveLength(1);
        expect(owner.reads().join()).toContain('Invite people to this room with a link');
    });

    it.each(['invite', 'invite-link'])('/%s replies with help if there is no trigger', async (command) => {
        await run(owner, command);
        expect(scene.workspace.screens.interactionsOf(owner.userId!)).toEqual([]);
        expect(owner.reads().join()).toContain('Invite people to this room with a link');
    });
});
