import { beforeEach, describe, expect, it } from '@jest/globals';

import { Modal, sendInteraction, type Answer } from '../workspace/index.mts';
import { CLICKABLE, DAY, LINK, type Person, TOKEN } from './scene.mts';
import { useScene } from './useScene.mts';

/** Seeing links again and changing them, by command and in the modal. */

const scene = await useScene();
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person({ name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
});

const says = (line: string, person = owner, room = rid): Promise<string> => person.types(`/invite-link ${line}`, room);

async function infoOf(id: string): Promise<any> {
    return (await owner.app('GET', `invites.info?inviteId=${id}`)).body.invite;
}

async function redeem(token: string): Promise<string> {
    const { status, body } = await (await scene.person()).redeem(token);
    return status === 200 ? 'joined' : `${body.errorType} ${body.details?.field ?? ''}`.trim();
}

describe('create', () => {
    it('gives a link a label, and is another link then', async () => {
        await says('create 7d x5');
        expect(await says('create 7d "Spring fair, 2027" x5')).toContain('Here is your invite link');
        expect(await says('create 7d „Sommerfest“ x5')).toContain('Here is your invite link');
        const { body } = await owner.app('GET', 'invites.list?userId=me&sort=createdAt');
        expect(body.invites.map(({ label }: any) => label)).toEqual([null, 'Spring fair, 2027', 'Sommerfest']);
        expect(await says('create 7d x6 "Autumn"')).toContain('`/invite-link create 7 days 6 people label Autumn`');
    });

    it.each(['create 9d new', 'create once', 'create 3d einmal', 'new 9d new'])('always makes a new link for "%s"', async (line) => {
        const tokens = [await says(line), await says(line)].map((text) => /#(\w+)/.exec(text)?.[1]);
        expect(tokens[0]).toMatch(TOKEN);
        expect(tokens[1]).toMatch(TOKEN);
        expect(tokens[1]).not.toBe(tokens[0]);
    });

    it('refuses a label that is too long, and changes nothing', async () => {
        const before = await scene.storeSnapshot();
        expect(await says(`create 7d label ${'x'.repeat(65)}`)).toBe('A label can have at most 64 characters.');
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('show', () => {
    it('shows the creator the link again, its state, its uses, and who joined last', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        const text = await says(`show ${invite._id}`);
        expect(text.split('\n').slice(0, 2)).toEqual(['*Invite link for Reading circle*', CLICKABLE(scene.workspace, invite.inviteToken)]);
        expect(text).toMatch(/It expires in 7 days, on .*\. 2 of 3 uses left\. /);
        expect(text).toContain(`@${owner.user.username} created it today. @${guest.user.username} joined last, today.`);
        expect(owner.buttons().map(({ label }) => label)).toEqual(['Revoke this link']);
    });

    it('shows another manager everything but the link', async () => {
        const { body: invite } = await owner.invite(rid);
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const text = await says(`show ${invite._id}`, moderator);
        expect(text).toContain(`@${owner.user.username} created it today.`);
        expect(text).not.toContain(invite.inviteToken);
        expect(text).not.toMatch(/https?:/);
    });

    it('says that a link has expired, not when it will', async () => {
        const { body: invite } = await owner.invite(rid, 1);
        await scene.ageInvite(invite._id, 2 * DAY);
        const text = await says(`show ${invite._id}`);
        expect(text).toContain('It has expired');
        expect(text).not.toContain('It expires in');
        expect(await says(`show ${invite.inviteToken}`)).toBe(text);
        expect(await says(`pause ${invite._id}`)).not.toContain('It works again');
        expect(await says(`resume ${invite._id}`)).not.toContain('It works again');
    });

    it.each(['show', 'edit', 'pause', 'resume', 'rename', 'rotate', 'who', 'revoke'])('%s tells an outsider nothing about a link', async (name) => {
        const { body: invite } = await owner.invite(rid);
        const outsider = await scene.person();
        const elsewhere = await scene.room(outsider, 'c');
        const rest = { edit: ' 9d', rename: ' x' }[name] ?? '';
        const before = await scene.storeSnapshot();
        const reply = await says(`${name} ${invite._id}${rest}`, outsider, elsewhere);
        expect(reply).toMatch(/^There is no such link, or you cannot/);
        expect(await says(`${name} 0123456789abcdef01234567${rest}`, outsider, elsewhere)).toBe(reply);
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('is what a pasted link does for people who manage it; everybody else uses it', async () => {
        const { body: invite } = await owner.invite(rid);
        const link = LINK(scene.workspace, invite.inviteToken);
        expect(await says(`<${link}>`)).toContain('*Invite link for Reading circle*');
        const guest = await scene.person();
        expect(await says(link, guest, await scene.room(guest, 'c'))).toContain('You are now in *Reading circle*');
        expect(await scene.members(rid)).toContain(guest.user.username);
        expect(await says('ABCDEFGHJKLMNPQR', guest, await scene.room(guest, 'c'))).toContain('There is no such link');
    });
});

describe('a number', () => {
    it('means a link of the last list, whatever was created since', async () => {
        const { body: older } = await owner.invite(rid, 5);
        const { body: newer } = await owner.invite(rid, 6);
        await says('list');
        await owner.invite(rid, 8);
        expect(await says('show 2')).toContain(older.inviteToken);
        expect(await says('revoke 1')).toContain('no longer works');
        expect(await redeem(newer.inviteToken)).toBe('error-invalid-token token');
        expect(await redeem(older.inviteToken)).toBe('joined');
        expect(await says('show 3')).toBe('Your last list has no link with that number. See `/invite-link list`');
    });

    it('goes on counting on the second page, and belongs to one person', async () => {
        const invites = [];
        for (let days = 1; days <= 21; days++) {
            invites.push((await owner.invite(rid, days)).body);
        }
        expect(await says('list 2')).toMatch(/^21\. /m);
        expect(await says('show 21')).toContain(invites[0].inviteToken);
        expect(await says('show 1')).toContain('Your last list has no link with that number');
        const other = await scene.person();
        await scene.add(rid, other, 'owner');
        expect(await says('show 21', other)).toContain('Your last list has no link with that number');
    });

    it('is no longer valid after a day, and the night deletes the list', async () => {
        await owner.invite(rid);
        await says('list');
        const { appPersistence } = scene.workspace.database;
        await appPersistence.updateMany({ 'data.kind': 'shown-list' }, { $inc: { 'data.at': -DAY } });
        expect(await says('show 1')).toContain('Your last list has no link with that number');
        await scene.workspace.night();
        expect(await appPersistence.find({ 'data.kind': 'shown-list' })).toEqual([]);
    });
});

describe('list', () => {
    it('mine shows the caller’s own links in all rooms', async () => {
        await owner.invite(rid, 5);
        const other = await scene.room(owner, 'c', { fname: 'Other' });
        await owner.invite(other, 6);
        const stranger = await scene.person();
        await scene.add(other, stranger, 'owner');
        await stranger.invite(other, 9);
        const text = await says('list mine');
        expect(text).toMatch(/^\*Your invite links\*\n1\. expires in 6 days .*, for \*Other\*\n.*\n2\. expires in 5 days .*, for \*Reading circle\*/);
        expect(text).not.toContain('9 days');
    });

    it('expired shows the links that have ended, with how', async () => {
        const { body: ended } = await owner.invite(rid, 1);
        const { body: usedUp } = await owner.invite(rid, 7, 1);
        await owner.invite(rid, 30);
        await scene.ageInvite(ended._id, DAY);
        await redeem(usedUp.inviteToken);
        const text = await says('list expired');
        expect(text).toMatch(/^\*Invite links for Reading circle\* \(expired or used up\)\n1\. expires in 7 days .*, used 1\/1,/);
        expect(text).toMatch(/\n2\. expired \(.*\), used 0 times/);
        expect(text).not.toContain('30 days');
    });

    it('#room shows the links of another room, and no more about a hidden room than about none', async () => {
        const other = await scene.room(owner, 'c');
        const { name } = (await scene.workspace.database.rooms.findOne({ _id: other }))!;
        await owner.invite(other, 6);
        expect(await says(`list #${name}`)).toContain('1. expires in 6 days');
        const outsider = await scene.person();
        const hidden = (await scene.workspace.database.rooms.findOne({ _id: rid }))!.name;
        const here = await scene.room(outsider, 'c');
        expect(await says(`list #${hidden}`, outsider, here)).toBe(await says('list #no-such-room', outsider, here));
    });
});

describe('edit', () => {
    it('changes expiry, uses and label, and keeps the link', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const text = await says(`edit ${invite._id} 30 days x9 label Autumn`);
        expect(text).toMatch(/^Changed\. The link stays the same\.\n\*Autumn\*, an invite link for \*Reading circle\*\n/);
        expect(text).toMatch(/expires in 30 days.*9 of 9 uses left/);
        expect(await infoOf(invite._id)).toMatchObject({ label: 'Autumn', maxUses: 9, inviteToken: invite.inviteToken });
        expect(await redeem(invite.inviteToken)).toBe('joined');
    });

    it('refuses fewer uses than there were, a line that it does not understand, and a line without a change', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        await redeem(invite.inviteToken);
        await redeem(invite.inviteToken);
        const before = await scene.storeSnapshot();
        expect(await says(`edit ${invite._id} x1`)).toBe('2 people have already used this link, so the limit cannot be lower.');
        expect(await says(`edit ${invite._id} 30d soonish`)).toContain('I don’t understand `soonish`');
        expect(await says(`edit ${invite._id}`)).toBe('What should change? Type `/invite-link edit <link> 7 days`');
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('keeps below the administrator’s ceilings, and suggests what to type', async () => {
        const { body: invite } = await owner.invite(rid, 3, 3);
        await scene.changeSetting('Max_Days', 5);
        try {
            expect(await says(`edit ${invite._id} 30d x4`)).toContain(`Try \`/invite-link edit ${invite._id} 5 days 4 people\``);
        } finally {
            await scene.changeSetting('Max_Days', 0);
        }
    });
});

describe('pause and resume', () => {
    it('stop a link and let it work again', async () => {
        const { body: invite } = await owner.invite(rid);
        expect(await says(`pause ${invite._id}`)).toContain('It is paused, so nobody can use it.');
        expect(await redeem(invite.inviteToken)).toBe('error-invite-token-expired paused');
        expect(await says('list')).toContain(', paused');
        expect(await says(`resume ${invite._id}`)).toMatch(/^It works again\.\n/);
        expect(await redeem(invite.inviteToken)).toBe('joined');
    });
});

describe('rename', () => {
    it.each([
        ['Spring fair', 'Spring fair'],
        ['"Spring  fair"', 'Spring fair'],
        ['„Sommerfest“', 'Sommerfest'],
    ])('takes %s', async (typed, label) => {
        const { body: invite } = await owner.invite(rid);
        await says(`rename ${invite._id} ${typed}`);
        expect(await infoOf(invite._id)).toMatchObject({ label });
        await says(`rename ${invite._id} -`);
        expect(await infoOf(invite._id)).toMatchObject({ label: null });
    });
});

describe('rotate', () => {
    it('replaces the link for its creator alone', async () => {
        const { body: invite } = await owner.invite(rid, 7, 5);
        await redeem(invite.inviteToken);
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        expect(await says(`rotate ${invite._id}`, moderator)).toBe('Only the person who created a link can replace it.');
        const text = await says(`rotate ${invite._id}`);
        expect(text).toMatch(/^Replaced\. The old link no longer works\./);
        expect(text).toContain('4 of 5 uses left');
        const token = /#(\w+)/.exec(text)![1]!;
        expect(await redeem(invite.inviteToken)).toBe('error-invalid-token token');
        expect(await redeem(token)).toBe('joined');
    });
});

describe('who', () => {
    it('shows who joined and who was refused, the newest first', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        expect(await says(`who ${invite._id}`)).toBe('Nobody has used this link yet.');
        const [first, second] = (await scene.people(2)) as [Person, Person];
        await first.redeem(invite.inviteToken);
        await second.redeem(invite.inviteToken);
        expect((await says(`who ${invite._id}`)).split('\n')).toEqual([
            '*Who used this link*',
            expect.stringMatching(`^• @${second.user.username} came when all uses were taken \\(.*\\)$`),
            expect.stringMatching(`^• @${first.user.username} joined \\(.*\\)$`),
        ]);
        expect(await says(`who ${invite._id} 2`)).toBe('There is no such page. The list has 1 page.');
    });

    it('shows more people page by page', async () => {
        const { body: invite } = await owner.invite(rid);
        for (const person of await scene.people(21)) {
            await person.redeem(invite.inviteToken);
        }
        const first = await says(`who ${invite._id}`);
        expect(first.match(/ joined /g)).toHaveLength(20);
        expect(first).toContain(`These are 1–20 of 21. More: \`/invite-link who ${invite._id} 2\``);
        expect((await says(`who ${invite._id} 2`)).match(/ joined /g)).toHaveLength(1);
    });
});

describe('in the modal', () => {
    const manage = async (person = owner): Promise<Modal> => {
        const modal = await Modal.byRoomAction(person, rid);
        return (await modal.press('Active links')).press('Manage 1');
    };
    const linkIn = (modal: Modal): string | undefined => modal.fields.link as string | undefined;

    it('the creator sees a link again, others do not', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const modal = await manage();
        expect(linkIn(modal)).toBe(LINK(scene.workspace, invite.inviteToken));
        expect(modal.text).toMatch(/\*Invite link for Reading circle\*[^]*3 of 3 uses left/);
        expect(modal.buttons).toEqual(['Edit', 'Pause', 'Who used it', 'Active links', 'Replace link', 'Revoke this link']);
        const others = await manage(moderator);
        expect(linkIn(others)).toBeUndefined();
        expect(JSON.stringify(others.view)).not.toContain(invite.inviteToken);
        expect(others.buttons).toEqual(['Edit', 'Pause', 'Who used it', 'Active links', 'Revoke this link']);
    });

    it('people who may no longer create links find only their own', async () => {
        const member = await scene.person();
        await scene.add(rid, member, 'moderator');
        await member.invite(rid, 5);
        await owner.invite(rid, 6);
        await scene.changeSetting('Create_Roles', 'leader');
        try {
            const other = await scene.person();
            await scene.add(rid, other);
            const list = async (person: Person): Promise<Modal> => {
                const { body } = await sendInteraction(person, {
                    type: 'blockAction',
                    actionId: 'form-list',
                    container: { type: 'view', id: 'view' },
                    payload: { value: rid },
                });
                return new Modal(person, body.view!);
            };
            expect((await list(other)).text).toContain('You have no active invite links for this room.');
            const own = await list(member);
            expect(own.text).toMatch(/Your invite links for this room[^]*1\. expires in 5 days/);
            expect(own.text).not.toContain('6 days');
            expect(own.buttons).toContain('Manage 1');
        } finally {
            await scene.changeSetting('Create_Roles', ' , ');
        }
    });

    it('a link is edited, twice', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const modal = await (await manage()).press('Edit');
        expect(modal.fields).toEqual({
            'edit-label': '',
            'edit-approval': 'at-once',
            'edit-audience': '',
            'edit-duration': 'keep',
            'edit-other-duration': '',
            'edit-uses': '3',
            'edit-other-uses': '',
        });
        expect(Object.keys(modal.options('edit-duration'))).toEqual(['keep', '1h', '1d', '7d', '30d', 'never', 'other']);
        expect(Object.keys(modal.options('edit-uses'))).toEqual(['1', '3', '5', '10', '25', 'unlimited', 'other']);
        await modal.fill({ 'edit-label': 'Autumn', 'edit-uses': '5' }).submit();
        expect(modal.text).toMatch(/Changed\. The link stays the same\.\n\*Autumn\*/);
        expect(modal.text).toMatch(/expires in 7 days.*5 of 5 uses left/);
        await modal.press('Edit');
        expect(modal.fields).toMatchObject({ 'edit-label': 'Autumn', 'edit-duration': 'keep', 'edit-uses': '5' });
        await modal.fill({ 'edit-duration': 'other', 'edit-other-duration': '2 weeks' }).submit();
        expect(await infoOf(invite._id)).toMatchObject({ label: 'Autumn', maxUses: 5 });
        expect(modal.text).toContain('expires in 14 days');
    });

    it('the later of two editors reads what changed, and keeps what they typed', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const modal = await (await manage()).press('Edit');
        await redeem(invite.inviteToken);
        const theirs = { label: 'Theirs', maxUses: 8, expires: '30d', approval: true, audience: { usernames: [owner.user.username] } };
        const change = (fields: object): Promise<Answer> => owner.app('POST', 'invites.update', { inviteId: invite._id, ...fields });
        expect((await change(theirs)).status).toBe(200);
        const before = await scene.storeSnapshot();
        await modal.fill({ 'edit-label': 'Mine', 'edit-audience': 'example.com' }).submit();
        expect(modal.callouts).toEqual([expect.stringContaining('Someone else changed this link in the meantime')]);
        expect(modal.text).toMatch(/\*Theirs\*.*\n.*expires in 30 days.*7 of 8 uses left.*must approve.*@/);
        const kept = { 'edit-label': 'Mine', 'edit-audience': 'example.com' };
        const present = { 'edit-approval': 'approval', 'edit-duration': 'keep', 'edit-other-duration': '', 'edit-uses': '8' };
        expect(modal.fields).toEqual({ ...kept, ...present, 'edit-other-uses': '' });
        expect(await scene.storeSnapshot()).toBe(before);

        // What was typed before stays after another refusal too.
        await change({ maxUses: 9, approval: false });
        await modal.fill({ 'edit-duration': 'other', 'edit-other-duration': '2 weeks' }).submit();
        expect(modal.callouts).toHaveLength(1);
        expect(modal.fields).toMatchObject({ ...kept, 'edit-approval': 'at-once', 'edit-duration': '2w', 'edit-uses': '9' });
        await change({ paused: true });
        await modal.fill({ 'edit-uses': 'other', 'edit-other-uses': '11', 'edit-approval': 'approval', 'edit-duration': 'keep' }).submit();
        expect(modal.fields).toMatchObject({ ...kept, 'edit-approval': 'approval', 'edit-duration': 'keep', 'edit-uses': '11' });
        await modal.submit();
        expect(modal.text).toContain('Changed. The link stays the same.');
        const { body } = await owner.app('GET', `invites.info?inviteId=${invite._id}`);
        expect(body.invite).toMatchObject({
            label: 'Mine',
            maxUses: 11,
            approval: true,
            state: 'paused',
            audience: { emailDomains: ['example.com'] },
        });
        expect(Math.round((Date.parse(body.invite.expires) - Date.now()) / DAY)).toBe(30);
    });

    it('people who may no longer edit a link see no more of it when they save', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const modal = await (await manage(moderator)).press('Edit');
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: moderator.userId });
        await owner.app('POST', 'invites.update', { inviteId: invite._id, label: 'Secret' });
        await modal.submit();
        expect(Object.keys(modal.errors)).toEqual(['edit-label']);
        expect(JSON.stringify(modal.view)).not.toContain('Secret');
    });

    it('explains what is wrong at its field, and changes nothing', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        await redeem(invite.inviteToken);
        const modal = await (await manage()).press('Edit');
        const before = await scene.storeSnapshot();
        const other = { 'edit-duration': 'other', 'edit-uses': 'other' };
        await modal.fill({ ...other, 'edit-other-duration': 'soon', 'edit-other-uses': 'many' }).submit();
        expect(Object.keys(modal.errors)).toEqual(['edit-other-duration', 'edit-other-uses']);
        await modal.fill({ 'edit-duration': 'keep' }).submit();
        expect(modal.errors['edit-other-duration']).toBe('Choose “other (enter it below)” above, or leave this empty.');
        await modal.fill({ 'edit-other-duration': '', 'edit-other-uses': '3', 'edit-label': 'x'.repeat(65) }).submit();
        expect(modal.errors).toEqual({ 'edit-label': 'A label can have at most 64 characters.' });
        await redeem(invite.inviteToken);
        expect(await scene.storeSnapshot()).not.toBe(before);
        await modal.fill({ 'edit-label': '', 'edit-uses': '1', 'edit-other-uses': '' }).submit();
        expect(modal.errors).toEqual({ 'edit-uses': '2 people have already used this link, so the limit cannot be lower.' });
        await (await modal.press('Back')).press('Edit');
        expect(modal.errors).toEqual({});
    });

    it('offers what the ceilings allow, and what the link has already', async () => {
        await owner.invite(rid, 7, 50);
        await scene.changeSetting('Max_Days', 7);
        await scene.changeSetting('Max_Uses', 5);
        try {
            const modal = await (await manage()).press('Edit');
            // The ceiling counts from the creation on, so seven more days are too many.
            expect(Object.keys(modal.options('edit-duration'))).toEqual(['keep', '1h', '1d', 'other']);
            expect(Object.keys(modal.options('edit-uses'))).toEqual(['1', '5', '50', 'other']);
            expect(modal.text).toContain('At most 7 days.');
            await modal.fill({ 'edit-duration': '1d' }).submit();
            expect(modal.text).toMatch(/expires in 24 hours.*50 of 50 uses left/);
        } finally {
            await scene.changeSetting('Max_Days', 0);
            await scene.changeSetting('Max_Uses', 0);
        }
    });

    it('a link is paused, resumed and replaced, after a question', async () => {
        const { body: invite } = await owner.invite(rid);
        const modal = await (await manage()).press('Pause');
        expect(modal.text).toContain('It is paused, so nobody can use it.');
        expect(await redeem(invite.inviteToken)).toBe('error-invite-token-expired paused');
        await modal.press('Resume');
        await modal.press('Replace link');
        expect(modal.text).toContain('Replace this link?');
        expect(await redeem(invite.inviteToken)).toBe('joined');
        await modal.press('Yes, replace it');
        expect(await redeem(invite.inviteToken)).toBe('error-invalid-token token');
        expect(await redeem(linkIn(modal)!.split('#')[1]!)).toBe('joined');
    });

    it('shows who used a link, page by page', async () => {
        const { body: invite } = await owner.invite(rid);
        const modal = await (await manage()).press('Who used it');
        expect(modal.text).toContain('Nobody has used this link yet.');
        for (const person of await scene.people(21)) {
            await person.redeem(invite.inviteToken);
        }
        await (await modal.press('Back')).press('Who used it');
        expect(modal.text.match(/ joined /g)).toHaveLength(20);
        expect((await modal.press('Older')).text.match(/ joined /g)).toHaveLength(1);
        expect(modal.buttons).toEqual(['Back', 'Newer']);
    });
});
