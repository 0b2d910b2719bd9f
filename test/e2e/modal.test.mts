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
    const url = String(modal.fields.link);
    return { url, token: url.slice(url.indexOf('#') + 1) };
}

/** The fields of a form in which a duration and a number of uses are typed instead of chosen. */
function typed({ duration, uses, ...others }: Record<string, unknown>): Record<string, unknown> {
    return {
        ...others,
        ...(duration !== undefined && { 'duration': 'other', 'other-duration': duration }),
        ...(uses !== undefined && { 'uses': 'other', 'other-uses': uses }),
    };
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
        expect(modal.fields).toEqual({
            'room': rid,
            'duration': '7d',
            'other-duration': '',
            'uses': 'unlimited',
            'other-uses': '',
            'approval': 'at-once',
            'audience': '',
        });
        expect(modal.options('duration')).toEqual({
            '1h': '1 hour',
            '1d': '1 day',
            '7d': '7 days',
            '30d': '30 days',
            'never': 'never',
            'other': 'other (enter it below)',
        });
        expect(Object.values(modal.options('uses'))).toEqual(['1', '5', '10', '25', 'unlimited', 'other (enter it below)']);
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
            expect(modal.fields).toMatchObject({ duration: '12h', uses: '5' });
            expect(Object.values(modal.options('duration'))).toEqual(['1 hour', '12 hours', '1 day', '7 days', '30 days', 'other (enter it below)']);
            expect(Object.values(modal.options('uses'))).toEqual(['1', '5', '10', '25', 'other (enter it below)']);
            expect(modal.text).toContain('At most 30 days.');
            expect(modal.text).toContain('At most 100.');
            await modal.fill(typed({ duration: '5 weeks', uses: '101' })).submit();
            expect(modal.errors).toEqual({ 'other-duration': 'At most 30 days.' });
            await modal.fill({ 'duration': 'never', 'other-duration': '' }).submit();
            expect(modal.errors).toEqual({ duration: 'At most 30 days.' });
            await modal.fill({ duration: '30d' }).submit();
            expect(modal.errors).toEqual({ 'other-uses': 'At most 100.' });
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
            expect(modal.fields).toMatchObject({ duration: '3d', uses: '100' });
            expect(Object.values(modal.options('duration'))).toEqual(['1 hour', '1 day', '3 days', 'other (enter it below)']);
            expect(Object.keys(modal.options('uses'))).toEqual(['1', '5', '10', '25', '100', 'other']);
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
        expect(modal.callouts).toEqual([`You can’t create invite links for this room.\nAsk @${owner.user.username}.`]);
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
        expect(Object.values(modal.options('duration'))).toEqual(['1 Stunde', '1 Tag', '7 Tage', '30 Tage', 'nie', 'andere (unten eingeben)']);
        await modal.fill(typed({ duration: '2 Wochen', uses: '3' })).submit();
        expect(modal.text).toContain('Einladungslink für *Lesekreis*');
        expect(modal.text).toContain('Noch 3 von 3');
    });
});

describe('submitting it', () => {
    it('shows a link with the duration and uses that were filled in', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill(typed({ duration: '90 minutes', uses: '2' })).submit();
        const { token, url } = await linkOf(modal);
        expect(token).toMatch(TOKEN);
        expect(url).toBe(LINK(scene.workspace, token));
        expect(modal.text).toMatch(/Here is your invite link for \*Reading circle\*[^]*expires in 90 minutes[^]*2 of 2 uses left/);
        expect(modal.buttons).toEqual(['Active links', 'New link', 'Edit', 'Revoke this link']);
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

    it('creates what is chosen', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill({ duration: '30d', uses: '25' }).submit();
        expect(modal.text).toMatch(/expires in 30 days[^]*25 of 25 uses left/);
        await modal.press('New link');
        expect((await modal.fill({ duration: 'never', uses: '1' }).submit()).text).toMatch(/It never expires\.[^]*1 of 1 use left/);
    });

    it('creates a link by which people ask, and an edit lets them in at once', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill({ approval: 'approval' }).submit();
        expect(modal.text).toContain('A manager must approve each person.');
        const { token } = await linkOf(modal);
        const asking = await scene.person();
        expect((await asking.redeem(token)).status).toBe(202);
        await modal.press('Edit');
        await modal.fill({ 'edit-approval': 'at-once' }).submit();
        expect(modal.text).not.toContain('must approve');
        expect((await asking.redeem(token)).status).toBe(200);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: asking.userId });
    });

    it('gives each form fields of its own, so that no error or text of an earlier one stays', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill(typed({ duration: 'soon' })).submit();
        const ids = modal.fieldIds;
        expect(Object.keys(modal.errors)).toEqual(['other-duration']);
        await (await modal.press('Active links')).press('New link');
        expect(modal.errors).toEqual({});
        expect(modal.fields).toMatchObject({ 'duration': '7d', 'other-duration': '' });
        expect(modal.fieldIds.filter((id) => ids.includes(id))).toEqual([]);
        expect((await modal.submit()).text).toContain('expires in 7 days');
    });

    it.each([
        [
            typed({ duration: '7' }),
            { 'other-duration': expect.stringContaining('This is not a duration. Enter one such as 7 days.') as unknown as string },
        ],
        [
            typed({ duration: 'soon', uses: 'many' }),
            {
                'other-duration': expect.any(String) as unknown as string,
                'other-uses': expect.stringContaining('not a number of people') as unknown as string,
            },
        ],
        [
            typed({ duration: '', uses: '' }),
            { 'other-duration': expect.any(String) as unknown as string, 'other-uses': expect.any(String) as unknown as string },
        ],
        [
            { 'other-duration': '3 days', 'other-uses': '4' },
            {
                'other-duration': 'Choose “other (enter it below)” above, or leave this empty.',
                'other-uses': 'Choose “other (enter it below)” above, or leave this empty.',
            },
        ],
        [
            { duration: 'keep', uses: 'many' },
            { duration: expect.any(String) as unknown as string, uses: expect.any(String) as unknown as string },
        ],
        [typed({ uses: '0' }), { 'other-uses': expect.any(String) as unknown as string }],
        [typed({ uses: '-1' }), { 'other-uses': expect.any(String) as unknown as string }],
        [typed({ uses: '1.5' }), { 'other-uses': expect.any(String) as unknown as string }],
        [typed({ duration: '999999999 weeks' }), { 'other-duration': 'That is too far in the future. Try a shorter duration.' }],
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
        const modal = await (await Modal.byRoomAction(owner, rid)).fill(typed({ duration })).submit();
        expect(modal.text).toContain(`expires in ${words}`);
    });

    it.each(['once', '7 7', 'x', '10 people or so'])('refuses %s as a number of uses', async (uses) => {
        const modal = await (await Modal.byRoomAction(owner, rid)).fill(typed({ uses })).submit();
        expect(modal.errors).toEqual({ 'other-uses': expect.stringContaining('not a number of people') as unknown as string });
    });

    it('shows the new link, whatever was typed over the old one', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).submit();
        const first = await linkOf(modal);
        modal.fill({ link: '' });
        await modal.press('New link');
        await modal.fill(typed({ uses: '9' })).submit();
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
        await modal.press('Revoke this link');
        expect(modal.text).toContain('Revoke this link? Nobody can use it afterwards');
        expect(modal.buttons).toEqual(['Back', 'Yes, revoke it']);
        await modal.press('Yes, revoke it');
        expect(modal.text).toContain('Revoked. That invite link for *Reading circle* no longer works.');
        expect(modal.text).toContain('*Reading circle* has no active invite links.');
        expect((await (await scene.person()).redeem(token)).body.errorType).toBe('error-invalid-token');
        // The form still works after the link is revoked.
        await modal.press('New link');
        await modal.fill(typed({ uses: '4' })).submit();
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
            `1. never expires, used 0 times, no limit, created by @${owner.user.username}`,
            expect.stringMatching(`^2\\. expires in 5 days \\(.+\\), used 1/10, created by @${owner.user.username}$`),
            '1 link has expired or been used up.',
        ]);
        expect(JSON.stringify(modal.view)).not.toMatch(new RegExp([old, newer, ended].map(({ inviteToken }) => inviteToken as string).join('|')));
        expect(modal.buttons).toEqual(['Manage 1', 'Manage 2', 'New link']);

        await (await (await modal.press('Manage 2')).press('Revoke this link')).press('Yes, revoke it');
        expect(modal.buttons).toEqual(['Manage 1', 'New link']);
        const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        expect(body.map(({ _id }: { _id: string }) => _id)).toEqual([ended._id, newer._id]);
    });

    it('pages through more than twenty links', async () => {
        for (let days = 1; days <= 21; days++) {
            await owner.invite(rid, days);
        }
        const modal = await (await Modal.byRoomAction(owner, rid)).press('Active links');
        expect(modal.buttons.filter((label) => label.startsWith('Manage '))).toHaveLength(20);
        expect(modal.buttons).toContain('Older');
        await modal.press('Older');
        expect(modal.buttons).toEqual(['Manage 21', 'Newer', 'New link']);
        await (await (await modal.press('Manage 21')).press('Revoke this link')).press('Yes, revoke it');
        expect(modal.buttons.filter((label) => label.startsWith('Manage '))).toHaveLength(20);
        expect(modal.buttons).not.toContain('Newer');
    });

    it('reports that a link no longer exists', async () => {
        const modal = await (await Modal.byRoomAction(owner, rid)).submit();
        const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        await scene.admin.app('DELETE', `removeInvite/${body[0]._id}`);
        await modal.press('Revoke this link');
        expect(modal.callouts).toEqual([expect.stringMatching(/^There is no such link, or you cannot revoke it\./)]);
        expect(modal.buttons).toEqual([]);
    });
});

describe('what a client may send', () => {
    const press = (person: Person, actionId: string, value: unknown, id: unknown = 'a-view'): ReturnType<typeof sendInteraction> =>
        sendInteraction(person, { type: 'blockAction', actionId, container: { type: 'view', id }, payload: { blockId: 'b', value } });

    it('another person’s button does nothing, and reveals nothing of the room', async () => {
        const { body: invite } = await owner.invite(rid);
        const outsider = await scene.person();
        for (const [action, value] of [
            ...[
                'form-show',
                'form-edit',
                'form-pause',
                'form-resume',
                'form-who',
                'form-ask-rotate',
                'form-rotate',
                'form-ask-revoke',
                'form-revoke',
            ].map((action) => [action, `${rid} 1 ${invite._id}`]),
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
