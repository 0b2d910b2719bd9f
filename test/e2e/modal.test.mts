import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { interact, Modal, type ShownView } from '../workspace/index.mts';
import { DAY, LINK, Scene, TOKEN, type Person } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open();
});
afterAll(() => scene.close());
beforeEach(async () => {
    owner = await scene.person({ name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
});

async function linkOf(dialogue: Modal): Promise<{ token: string; url: string }> {
    const url = String(Object.entries(dialogue.fields).find(([name]) => name.startsWith('link-'))?.[1]);
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

    it('opens a dialogue with the administrator’s defaults, for this room', async () => {
        const dialogue = await Modal.byRoomAction(owner, rid);
        expect(dialogue.view.title.text).toBe('Invite link');
        expect(dialogue.fields).toEqual({ room: rid, duration: '7 days', uses: 'unlimited' });
        expect(dialogue.options('room')).toEqual({ [rid]: 'Reading circle' });
        expect(dialogue.buttons).toEqual(['Active links', 'Create link']);
    });

    it('says the ceilings', async () => {
        await scene.set('Max_Days', 30);
        await scene.set('Max_Uses', 100);
        await scene.set('Default_Duration', '12h');
        await scene.set('Default_Uses', 'x5');
        try {
            const dialogue = await Modal.byRoomAction(owner, rid);
            expect(dialogue.fields).toMatchObject({ duration: '12 hours', uses: '5' });
            expect(dialogue.text).toContain('At most 30 days.');
            expect(dialogue.text).toContain('At most 100.');
            await dialogue.fill({ duration: '5 weeks', uses: '101' }).submit();
            expect(dialogue.errors).toEqual({ duration: 'At most 30 days.' });
            await dialogue.fill({ duration: 'never' }).submit();
            expect(dialogue.errors).toEqual({ duration: 'At most 30 days.' });
            await dialogue.fill({ duration: '30 days' }).submit();
            expect(dialogue.errors).toEqual({ uses: 'At most 100.' });
        } finally {
            await scene.set('Max_Days', 0);
            await scene.set('Max_Uses', 0);
            await scene.set('Default_Duration', '7d');
            await scene.set('Default_Uses', 'unlimited');
        }
    });

    it('begins with nothing that it refuses', async () => {
        await scene.set('Max_Days', 3);
        await scene.set('Max_Uses', 100);
        try {
            const dialogue = await Modal.byRoomAction(owner, rid);
            expect(dialogue.fields).toMatchObject({ duration: '3 days', uses: '100' });
            expect(dialogue.text).not.toMatch(/never|unlimited/);
            expect((await dialogue.submit()).text).toContain('100 of 100 uses left');
        } finally {
            await scene.set('Max_Days', 0);
            await scene.set('Max_Uses', 0);
        }
    });

    it('offers the other rooms to which the person may invite, and no others', async () => {
        const second = await scene.room(owner, 'c', { fname: 'Second' });
        const other = await scene.person();
        const notTheirs = await scene.room(other, 'c');
        await scene.add(notTheirs, owner);
        await scene.direct(owner, other);
        const banned = await scene.room(other, 'p');
        await scene.add(banned, owner, 'moderator');
        await other.rest('POST', 'rooms.banUser', { roomId: banned, userId: owner.userId });
        const dialogue = await Modal.byRoomAction(owner, rid);
        expect(dialogue.options('room')).toEqual({ [rid]: 'Reading circle', [second]: 'Second' });
    });

    it('tells a member who may not invite here so, and offers the rooms where they may', async () => {
        const member = await scene.person();
        const own = await scene.room(member, 'c', { fname: 'Mine' });
        await scene.add(rid, member);
        const dialogue = await Modal.byRoomAction(member, rid);
        expect(dialogue.text).toContain(`You can’t create invite links for this room.\nAsk @${owner.user.username}.`);
        expect(dialogue.fields.room).toBeUndefined();
        expect(dialogue.options('room')).toEqual({ [own]: 'Mine' });
        await dialogue.submit();
        expect(dialogue.errors).toEqual({ room: 'Choose a room.' });
        expect((await dialogue.fill({ room: own }).submit()).text).toContain('*Mine*');
    });

    it('tells an administrator who is a mere member whom to ask', async () => {
        await scene.add(rid, scene.admin);
        const { text, buttons } = await Modal.byRoomAction(scene.admin, rid);
        expect(text).toContain('only owners, moderators and leaders of a room can create links for it');
        expect(text).toContain(`@${owner.user.username}`);
        expect(text).toContain('You can’t create links for your other rooms either.');
        expect(buttons).toEqual([]);
    });

    it('tells an outsider nothing of the room', async () => {
        const outsider = await scene.person();
        await expect(Modal.byRoomAction(outsider, rid)).rejects.toThrow('No modal was opened');
        const channel = await scene.room(owner, 'c', { fname: 'Reading aloud' });
        const dialogue = await Modal.byRoomAction(outsider, channel);
        expect(JSON.stringify(dialogue.view)).not.toContain('Reading');
        expect(JSON.stringify(dialogue.view)).not.toContain(owner.user.username);
    });

    it('speaks the person’s language, and understands it', async () => {
        const greta = await scene.person({ language: 'de' });
        const room = await scene.room(greta, 'p', { fname: 'Lesekreis' });
        const dialogue = await Modal.byRoomAction(greta, room);
        expect(dialogue.fields).toEqual({ room, duration: '7 Tage', uses: 'unbegrenzt' });
        await dialogue.fill({ duration: '2 Wochen', uses: '3' }).submit();
        expect(dialogue.text).toContain('Einladungslink für *Lesekreis*');
        expect(dialogue.text).toContain('Noch 3 von 3');
    });
});

describe('submitting it', () => {
    it('shows a link that lets people in, for as long and as many as was filled in', async () => {
        const dialogue = await (await Modal.byRoomAction(owner, rid)).fill({ duration: '90 minutes', uses: '2' }).submit();
        const { token, url } = await linkOf(dialogue);
        expect(token).toMatch(TOKEN);
        expect(url).toBe(LINK(scene.workspace, token));
        expect(dialogue.text).toMatch(/Here is your invite link for \*Reading circle\*[^]*expires in 90 minutes[^]*2 of 2 uses left/);
        expect(dialogue.buttons).toEqual(['Revoke', 'Active links', 'New link']);
        expect(dialogue.view.submit).toBeNull();
        const guest = await scene.person();
        expect((await guest.redeem(token)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it('shows the same link to who asks for the same again', async () => {
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
    ])('tells what is wrong with %j at its field, and changes nothing', async (fields, errors) => {
        const before = await scene.stored();
        const dialogue = await (await Modal.byRoomAction(owner, rid)).fill(fields).submit();
        expect(dialogue.errors).toEqual(errors);
        expect(dialogue.view.submit).toBeTruthy();
        expect(await scene.stored()).toBe(before);
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
        const dialogue = await (await Modal.byRoomAction(owner, rid)).fill({ duration }).submit();
        expect(dialogue.text).toContain(`expires in ${words}`);
    });

    it.each(['once', '7 7', 'x', '10 people or so'])('asks again for how many %s is', async (uses) => {
        const dialogue = await (await Modal.byRoomAction(owner, rid)).fill({ uses }).submit();
        expect(dialogue.errors).toEqual({ uses: expect.stringContaining('not a number of people') as unknown as string });
    });

    it('shows the new link, whatever was typed over the one before', async () => {
        const dialogue = await (await Modal.byRoomAction(owner, rid)).submit();
        const first = await linkOf(dialogue);
        const [name] = Object.keys(dialogue.fields).filter((field) => field.startsWith('link-'));
        dialogue.fill({ [name!]: '' });
        await dialogue.press('New link');
        await dialogue.fill({ uses: '9' }).submit();
        expect((await linkOf(dialogue)).token).toMatch(TOKEN);
        expect((await linkOf(dialogue)).token).not.toBe(first.token);
    });

    it('decides anew whether the person may', async () => {
        const dialogue = await Modal.byRoomAction(owner, rid);
        const other = await scene.person();
        await scene.add(rid, other, 'owner');
        await other.rest('POST', 'rooms.banUser', { roomId: rid, userId: owner.userId });
        const before = await scene.stored();
        await dialogue.submit();
        expect(dialogue.errors.room).toContain('You can’t create invite links for this room');
        expect(await scene.stored()).toBe(before);
    });
});

describe('revoking', () => {
    it('ends the link that was just made, and shows what is left', async () => {
        const dialogue = await (await Modal.byRoomAction(owner, rid)).submit();
        const { token } = await linkOf(dialogue);
        await dialogue.press('Revoke');
        expect(dialogue.text).toContain('Revoked. That invite link for *Reading circle* no longer works.');
        expect(dialogue.text).toContain('*Reading circle* has no active invite links.');
        expect((await (await scene.person()).redeem(token)).body.errorType).toBe('error-invalid-token');
        // A new one is made with what the fields held.
        await dialogue.press('New link');
        await dialogue.fill({ uses: '4' }).submit();
        expect(dialogue.text).toContain('4 of 4 uses left');
    });

    it('lists the room’s live links with their uses, newest first, each with its button', async () => {
        const { body: old } = await owner.invite(rid, 5, 10);
        const { body: newer } = await owner.invite(rid, 0, 0);
        const { body: ended } = await owner.invite(rid, 1);
        await scene.age(ended._id, DAY);
        await (await scene.person()).redeem(old.inviteToken);
        const dialogue = await (await Modal.byRoomAction(owner, rid)).press('Active links');
        const lines = dialogue.text.split('\n');
        expect(lines.slice(0, 4)).toEqual([
            '*Invite links for Reading circle*',
            `never expires, used 0 times, no limit, created by @${owner.user.username}`,
            expect.stringMatching(`^expires in 5 days \\(.+\\), used 1/10, created by @${owner.user.username}$`),
            '1 link has expired or been used up.',
        ]);
        expect(JSON.stringify(dialogue.view)).not.toMatch(new RegExp([old, newer, ended].map(({ inviteToken }) => inviteToken as string).join('|')));
        expect(dialogue.buttons).toEqual(['Revoke', 'Revoke', 'New link']);

        await dialogue.press('Revoke', 1);
        expect(dialogue.buttons).toEqual(['Revoke', 'New link']);
        const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        expect(body.map(({ _id }: { _id: string }) => _id)).toEqual([ended._id, newer._id]);
    });

    it('leafs through more than a page', async () => {
        for (let days = 1; days <= 21; days++) {
            await owner.invite(rid, days);
        }
        const dialogue = await (await Modal.byRoomAction(owner, rid)).press('Active links');
        expect(dialogue.buttons.filter((label) => label === 'Revoke')).toHaveLength(20);
        expect(dialogue.buttons).toContain('Older');
        await dialogue.press('Older');
        expect(dialogue.buttons).toEqual(['Revoke', 'Newer', 'New link']);
        await dialogue.press('Revoke');
        expect(dialogue.buttons.filter((label) => label === 'Revoke')).toHaveLength(20);
        expect(dialogue.buttons).not.toContain('Newer');
    });

    it('says that a link is gone already', async () => {
        const dialogue = await (await Modal.byRoomAction(owner, rid)).submit();
        const { body } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        await scene.admin.app('DELETE', `removeInvite/${body[0]._id}`);
        expect((await dialogue.press('Revoke')).text).toContain('There is no such link, or you cannot revoke it.');
    });
});

describe('what a client may send', () => {
    const press = (person: Person, actionId: string, value: unknown, id: unknown = 'a-view'): ReturnType<typeof interact> =>
        interact(person, { type: 'blockAction', actionId, container: { type: 'view', id }, payload: { blockId: 'b', value } });

    it('somebody else’s button does nothing, and tells nothing of the room', async () => {
        const { body: invite } = await owner.invite(rid);
        const outsider = await scene.person();
        for (const [action, value] of [
            ['form-revoke', `${invite._id} ${rid} 1`],
            ['form-list', `${rid} 1`],
            ['form-new', rid],
        ]) {
            const before = await scene.stored();
            const { status, body } = await press(outsider, action!, value);
            expect(status).toBe(200);
            expect(JSON.stringify(body)).not.toMatch(/Reading|Olga/);
            expect(JSON.stringify(body)).not.toContain(owner.user.username);
            expect(JSON.stringify(body)).not.toContain(invite.inviteToken);
            expect(await scene.stored()).toBe(before);
        }
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });

    it('a banned person’s forged button tells nothing of the room as it is now', async () => {
        const member = await scene.person();
        await scene.add(rid, member);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: member.userId });
        const { body } = await press(member, 'form-list', `${rid} 1`);
        expect(JSON.stringify(body)).not.toContain('Reading');
    });

    it('a forged button in a message tells nobody who owns a room that they are not in', async () => {
        const { body: invite } = await owner.invite(rid);
        const outsider = await scene.person();
        const said = await outsider.presses({ label: 'Revoke', actionId: 'revoke-invite', blockId: 'b', value: invite._id }, rid);
        expect(said).toBe('');
        const elsewhere = await scene.room(outsider);
        const told = await outsider.presses({ label: 'Revoke', actionId: 'revoke-invite', blockId: 'b', value: invite._id }, elsewhere);
        expect(told).toMatch(/^There is no such link, or you cannot revoke it\./);
        expect(told).not.toContain(owner.user.username);
        expect(await outsider.presses({ label: 'Revoke', actionId: 'revoke-invite', blockId: 'b', value: 'no-such-id' }, elsewhere)).toBe(told);
    });

    it.each([
        ['no value', undefined],
        ['an object', { $gt: '' }],
        ['nothing in it', ''],
        ['something else', 'a b c d e f'],
        ['a page that is none', 'x -1'],
    ])('a button with %s as its value is answered, and changes nothing', async (_what, value) => {
        const before = await scene.stored();
        for (const action of ['form-revoke', 'form-list', 'form-new', 'toString', 'form-other']) {
            expect((await press(owner, action, value)).status).toBe(200);
        }
        expect(await scene.stored()).toBe(before);
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
    ])('a form with %s is answered, and changes nothing', async (_what, view) => {
        const before = await scene.stored();
        const { status, body } = await interact(owner, { type: 'viewSubmit', viewId: 'v', payload: { view: view as ShownView } });
        expect(status).toBe(200);
        expect(body.type === undefined || body.type === 'errors').toBe(true);
        expect(await scene.stored()).toBe(before);
    });
});

describe('the command without words', () => {
    const run = (person: Person, command: string, triggerId?: string): Promise<unknown> =>
        person.rest('POST', 'commands.run', { command, params: '', roomId: rid, ...(triggerId && { triggerId }) });

    it('/invite-link opens the dialogue, where the client can show one', async () => {
        await run(owner, 'invite-link', 'trigger-1');
        const [interaction] = scene.workspace.screens.interactionsOf(owner.userId!);
        expect(interaction).toMatchObject({ type: 'modal.open', triggerId: 'trigger-1' });
        expect(owner.reads()).toEqual([]);
        const dialogue = await new Modal(owner, interaction!.view as ShownView).submit();
        expect((await linkOf(dialogue)).token).toMatch(TOKEN);
    });

    it('/invite opens it and answers help, for clients that drop dialogues of a command of the server’s own', async () => {
        await run(owner, 'invite', 'trigger-2');
        expect(scene.workspace.screens.interactionsOf(owner.userId!)).toHaveLength(1);
        expect(owner.reads().join()).toContain('Invite people to this room with a link');
    });

    it.each(['invite', 'invite-link'])('/%s answers help where there is no trigger', async (command) => {
        await run(owner, command);
        expect(scene.workspace.screens.interactionsOf(owner.userId!)).toEqual([]);
        expect(owner.reads().join()).toContain('Invite people to this room with a link');
    });
});
