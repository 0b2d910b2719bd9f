import { describe, expect, it } from '@jest/globals';

import { DAY, refusal, TOKEN, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Creating, changing, rotating and revoking invites over the API. */

const scene = await useScene();
const owner = await scene.person({ name: 'Olga' });
const rid = await scene.room(owner);
const moderator = await scene.person();
await scene.add(rid, moderator, 'moderator');
const member = await scene.person();
await scene.add(rid, member);
const outsider = await scene.person();
const UNKNOWN = '0123456789abcdef01234567';

async function create(fields: object = {}, person: Person = owner): Promise<any> {
    const { status, body } = await person.app('POST', 'invites.create', { rid, ...fields });
    expect({ status, body }).toMatchObject({ status: 200, body: { success: true } });
    return body.invite;
}

function update(person: Person, fields: object): Promise<any> {
    return person.app('POST', 'invites.update', fields);
}

function info(person: Person, inviteId: string): Promise<any> {
    return person.app('GET', `invites.info?inviteId=${inviteId}`);
}

describe('invites.create', () => {
    it('always returns a new invite, with its link for the creator', async () => {
        const first = await create({ expires: '7d', maxUses: 3, label: '  Summer   fair ' });
        const second = await create({ expires: '7d', maxUses: 3 });
        expect(second._id).not.toBe(first._id);
        expect(first).toMatchObject({
            ...{ rid, userId: owner.userId, days: 7, maxUses: 3, uses: 0, label: 'Summer fair', state: 'active', notify: 'milestones' },
            ...{ approval: false, audience: null, requests: 0, mayEdit: true, mayRevoke: true },
            rooms: [{ _id: rid }],
            createdBy: { _id: owner.userId, username: owner.user.username, name: 'Olga' },
            inviteToken: expect.stringMatching(TOKEN),
            url: expect.stringContaining('/join#'),
        });
        expect(Date.parse(first.expires) - Date.parse(first.createdAt)).toBe(7 * DAY);
        expect((await outsider.redeem(first.inviteToken)).status).toBe(200);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: outsider.userId });
    });

    it.each([
        ['90 minutes', '90m', 1],
        ['a number of days', 3, 3],
        ['never', null, 0],
        ['never, as the server says it', 0, 0],
    ])('understands %s', async (_what, expires, days) => {
        expect(await create({ expires })).toMatchObject({ days, ...(days === 0 && { expires: null }) });
    });

    it('understands a date, with or without a time', async () => {
        const date = new Date(Date.now() + 3 * DAY).toISOString();
        expect((await create({ expires: date })).expires).toBe(date);
        expect((await create({ expires: date.slice(0, 10) })).expires).toBe(`${date.slice(0, 10)}T00:00:00.000Z`);
    });

    it('takes the defaults of the workspace', async () => {
        await scene.changeSetting('Default_Uses', '4 people');
        expect(await create()).toMatchObject({ days: 7, maxUses: 4 });
        expect(await create({ maxUses: null })).toMatchObject({ maxUses: 0 });
        await scene.changeSetting('Default_Uses', 'unlimited');
    });

    it.each([
        ['an end that is over', { expires: '2020-01-01' }, 'invalid-number-of-days', 'days'],
        ['a day that no month has', { expires: '2031-02-31' }, 'invalid-number-of-days', 'expires'],
        ['a text that is no duration', { expires: 'soon' }, 'invalid-number-of-days', 'expires'],
        ['half a day', { expires: 0.5 }, 'invalid-number-of-days', 'expires'],
        ['an object', { expires: { $gt: 0 } }, 'invalid-params', 'expires'],
        ['half a person', { maxUses: 0.5 }, 'invalid-number-of-uses', 'maxUses'],
        ['a long label', { label: 'x'.repeat(65) }, 'invalid-params', 'label'],
        ['an unknown notice', { notify: 'always' }, 'invalid-params', 'notify'],
        ['an unknown field', { color: 'red' }, 'invalid-params', 'color'],
        ['a huge text', { expires: '7d'.repeat(50_000) }, 'invalid-number-of-days', 'expires'],
    ])('refuses %s, and stores nothing', async (_what, fields, errorType, field) => {
        const before = await scene.storeSnapshot();
        expect(refusal(await owner.app('POST', 'invites.create', { rid, ...fields }))).toMatchObject({ status: 400, errorType, field });
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('refuses whoever may not create invites there', async () => {
        expect((await member.app('POST', 'invites.create', { rid })).status).toBe(403);
        expect((await scene.anonymous().app('POST', 'invites.create', { rid })).status).toBe(401);
        expect(refusal(await owner.app('POST', 'invites.create', { rid: 'unknown' })).status).toBe(403);
    });

    it('holds the ceilings', async () => {
        await scene.changeSetting('Max_Days', 5);
        await scene.changeSetting('Max_Uses', 2);
        expect(refusal(await owner.app('POST', 'invites.create', { rid, expires: '6d' })).errorType).toBe('invalid-number-of-days');
        expect(refusal(await owner.app('POST', 'invites.create', { rid, maxUses: 3 })).errorType).toBe('invalid-number-of-uses');
        const invite = await create();
        expect(invite).toMatchObject({ days: 5, maxUses: 2 });
        expect(refusal(await update(owner, { inviteId: invite._id, expires: null })).errorType).toBe('invalid-number-of-days');
        expect(refusal(await update(owner, { inviteId: invite._id, maxUses: 3 })).errorType).toBe('invalid-number-of-uses');
        await scene.changeSetting('Max_Days', 0);
        await scene.changeSetting('Max_Uses', 0);
    });
});

describe('invites.info', () => {
    it('shows an invite to those who manage it, and its link to its creator alone', async () => {
        const invite = await create({ label: 'Press' });
        for (const person of [owner, moderator, scene.admin]) {
            const { status, body } = await info(person, invite._id);
            expect({ status, shown: body.invite }).toMatchObject({ status: 200, shown: { _id: invite._id, label: 'Press', mayEdit: true } });
            expect(JSON.stringify(body).includes(invite.inviteToken)).toBe(person === owner);
        }
    });

    it('does not reveal to others whether an invite exists', async () => {
        const invite = await create();
        for (const person of [member, outsider]) {
            const answers = await Promise.all([invite._id, UNKNOWN].map(async (id) => refusal(await info(person, id))));
            expect(answers[0]).toEqual(answers[1]);
            expect(answers[0]).toMatchObject({ status: 403, errorType: 'not_authorized' });
        }
        expect(refusal(await info(scene.admin, UNKNOWN)).errorType).toBe('invalid-invitation-id');
        expect(refusal(await owner.app('GET', 'invites.info'))).toMatchObject({ errorType: 'invalid-params', field: 'inviteId' });
        expect((await owner.app('GET', 'invites.info?inviteId[$ne]=x')).status).toBe(400);
    });

    it('says why an invite is suspended', async () => {
        const creator = await scene.person();
        await scene.add(rid, creator, 'moderator');
        const invite = await create({}, creator);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: creator.userId });
        expect((await info(owner, invite._id)).body.invite).toMatchObject({ state: 'suspended', reason: 'creator-left' });
        await scene.add(rid, creator, 'moderator');
        expect((await info(owner, invite._id)).body.invite.state).toBe('active');
    });
});

describe('invites.update', () => {
    it('changes what is given, and the link stays the same', async () => {
        const invite = await create({ expires: '7d', maxUses: 3, label: 'Old' });
        const { body } = await update(moderator, { inviteId: invite._id, label: 'New', maxUses: 5, expires: '14d', notify: 'joins' });
        expect(body.invite).toMatchObject({ _id: invite._id, label: 'New', maxUses: 5, days: 15, notify: 'joins' });
        expect(body.invite.inviteToken).toBeUndefined();
        const cleared = await update(owner, { inviteId: invite._id, label: null, maxUses: null, expires: null });
        expect(cleared.body.invite).toMatchObject({ label: null, maxUses: 0, days: 0, expires: null, inviteToken: invite.inviteToken });
        expect((await owner.app('GET', `invites.list?rid=${rid}&count=100`)).body.invites.filter(({ _id }: any) => _id === invite._id)).toHaveLength(
            1,
        );
    });

    it('is obeyed by the next redemption: paused, resumed, ended', async () => {
        const invite = await create({ maxUses: 3 });
        await update(owner, { inviteId: invite._id, paused: true });
        const guest = await scene.person();
        const paused = refusal(await guest.redeem(invite.inviteToken));
        expect(paused).toMatchObject({ status: 400, errorType: 'error-invite-token-expired', field: 'paused' });
        expect((await info(owner, invite._id)).body.invite.state).toBe('paused');
        const validity = await scene.anonymous().app('POST', 'validateInviteToken', { token: invite.inviteToken });
        expect(validity.body.valid).toBe(false);
        await update(owner, { inviteId: invite._id, paused: false });
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('lowers a limit, but not below the people who have joined', async () => {
        const invite = await create({ maxUses: 5 });
        await (await scene.person()).redeem(invite.inviteToken);
        await (await scene.person()).redeem(invite.inviteToken);
        const below = await update(owner, { inviteId: invite._id, maxUses: 1 });
        expect(below).toMatchObject({
            status: 400,
            body: { errorType: 'invalid-number-of-uses', details: { field: 'maxUses', uses: 2 } },
        });
        expect((await update(owner, { inviteId: invite._id, maxUses: 2 })).body.invite).toMatchObject({ maxUses: 2, uses: 2, state: 'used-up' });
        expect(refusal(await (await scene.person()).redeem(invite.inviteToken))).toMatchObject({ field: 'maxUses' });
        await update(owner, { inviteId: invite._id, maxUses: 3 });
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });

    it('gives an invite without a limit one that counts everybody who has joined', async () => {
        const invite = await create({ maxUses: null });
        for (const person of await scene.people(3)) {
            await person.redeem(invite.inviteToken);
        }
        expect((await update(owner, { inviteId: invite._id, maxUses: 2 })).body.details).toEqual({ field: 'maxUses', uses: 3 });
        expect((await update(owner, { inviteId: invite._id, maxUses: 3 })).body.invite.state).toBe('used-up');
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(400);
    });

    it('keeps an edited invite out of findOrCreateInvite', async () => {
        const { body: found } = await owner.invite(rid, 21, 9);
        await update(owner, { inviteId: found._id, maxUses: 8 });
        const { body: other } = await owner.invite(rid, 21, 9);
        expect(other._id).not.toBe(found._id);
        await update(owner, { inviteId: found._id, label: 'Labels change no terms', maxUses: 9 });
        expect([found._id, other._id]).toContain((await owner.invite(rid, 21, 9)).body._id);
    });

    it('lets two edits at once both hold', async () => {
        const invite = await create({ maxUses: 3 });
        const answers = await Promise.all([
            update(owner, { inviteId: invite._id, label: 'One' }),
            update(moderator, { inviteId: invite._id, maxUses: 7 }),
        ]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
        expect((await info(owner, invite._id)).body.invite).toMatchObject({ label: 'One', maxUses: 7 });
    });

    it('with a revision, changes only the invite that the caller has read', async () => {
        const invite = await create({ maxUses: 5 });
        expect(invite.revision).toBe(0);
        const guest = await scene.person();
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        const first = await update(owner, { inviteId: invite._id, revision: invite.revision, label: 'First', maxUses: 4 });
        expect({ status: first.status, ...first.body.invite }).toMatchObject({ status: 200, label: 'First', uses: 1, revision: 1 });
        const before = await scene.storeSnapshot();
        const second = await update(moderator, { inviteId: invite._id, revision: invite.revision, label: 'Second', paused: true });
        expect(refusal(second)).toMatchObject({ status: 409, errorType: 'error-invite-changed', field: 'revision' });
        expect(await scene.storeSnapshot()).toBe(before);
        expect((await info(owner, invite._id)).body.invite).toEqual(first.body.invite);
        for (const change of [{ paused: true }, { paused: false }]) {
            await update(owner, { inviteId: invite._id, ...change });
        }
        await owner.app('POST', 'invites.rotateToken', { inviteId: invite._id });
        expect((await info(owner, invite._id)).body.invite.revision).toBe(4);
        expect((await update(moderator, { inviteId: invite._id, revision: 4, label: 'Second' })).body.invite).toMatchObject({ label: 'Second' });
    });

    it.each([[-1], [0.5], ['0'], [null], [[0]], [{}], [2 ** 60], [true]])('refuses the revision %j, and changes nothing', async (revision) => {
        const { _id } = await create();
        const before = await scene.storeSnapshot();
        const refused = await update(owner, { inviteId: _id, revision, label: 'Never' });
        expect(refusal(refused)).toMatchObject({ status: 400, errorType: 'invalid-params', field: 'revision' });
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('refuses others, unknown invites and bad values, and changes nothing', async () => {
        const invite = await create();
        const before = await scene.storeSnapshot();
        expect((await update(member, { inviteId: invite._id, label: 'x' })).status).toBe(403);
        expect((await update(outsider, { inviteId: UNKNOWN, label: 'x' })).status).toBe(403);
        expect(refusal(await update(scene.admin, { inviteId: UNKNOWN, label: 'x' })).errorType).toBe('invalid-invitation-id');
        expect(refusal(await update(owner, { inviteId: invite._id, expires: '2020-01-01' })).errorType).toBe('invalid-number-of-days');
        expect(refusal(await update(owner, { inviteId: invite._id, paused: 'yes' }))).toMatchObject({ errorType: 'invalid-params', field: 'paused' });
        expect(refusal(await update(owner, { inviteId: invite._id, maxUses: -1 })).errorType).toBe('invalid-number-of-uses');
        expect((await update(owner, { label: 'x' })).body.details).toEqual({ field: 'inviteId' });
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

describe('invites.rotateToken', () => {
    it('replaces the link; uses, limits and history stay', async () => {
        const invite = await create({ maxUses: 2 });
        await (await scene.person()).redeem(invite.inviteToken);
        const { body } = await owner.app('POST', 'invites.rotateToken', { inviteId: invite._id });
        expect(body.invite).toMatchObject({ _id: invite._id, uses: 1, maxUses: 2, inviteToken: expect.stringMatching(TOKEN) });
        expect(body.invite.inviteToken).not.toBe(invite.inviteToken);
        const guest = await scene.person();
        expect(refusal(await guest.redeem(invite.inviteToken)).errorType).toBe('error-invalid-token');
        expect((await guest.redeem(body.invite.inviteToken)).status).toBe(200);
        expect((await (await scene.person()).redeem(body.invite.inviteToken)).body.details).toEqual({ field: 'maxUses' });
        const { body: history } = await owner.app('GET', `invites.joins?inviteId=${invite._id}&outcome=joined`);
        expect(history.total).toBe(2);
        const again = await owner.app('POST', 'invites.rotateToken', { inviteId: invite._id });
        expect(again.body.invite.inviteToken).not.toBe(body.invite.inviteToken);
        expect(refusal(await (await scene.person()).redeem(invite.inviteToken)).errorType).toBe('error-invalid-token');
    });

    it('is for the creator alone', async () => {
        const invite = await create();
        for (const person of [moderator, scene.admin, member]) {
            expect((await person.app('POST', 'invites.rotateToken', { inviteId: invite._id })).status).toBe(403);
        }
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    });
});

describe('invites.revoke', () => {
    it('revokes one invite, for its creator and the managers of its room', async () => {
        for (const person of [owner, moderator, scene.admin]) {
            const invite = await create();
            expect((await person.app('POST', 'invites.revoke', { inviteId: invite._id })).body).toEqual({ revoked: 1, success: true });
            expect(refusal(await outsider.redeem(invite.inviteToken)).errorType).toBe('error-invalid-token');
        }
        const kept = await create();
        for (const person of [member, outsider]) {
            expect((await person.app('POST', 'invites.revoke', { inviteId: kept._id })).status).toBe(403);
            expect((await person.app('POST', 'invites.revoke', { rid })).status).toBe(403);
        }
        expect((await moderator.app('POST', 'invites.revoke', { userId: owner.userId })).status).toBe(403);
        expect((await moderator.app('POST', 'invites.revoke', { all: true })).status).toBe(403);
        expect((await info(owner, kept._id)).status).toBe(200);
    });

    it('is announced by invites.list: who may revoke all of a room, or of the workspace', async () => {
        await create();
        const may = async (person: Person, query: string): Promise<boolean> => (await person.app('GET', `invites.list${query}`)).body.mayRevokeAll;
        const people = [owner, moderator, scene.admin, member, outsider];
        expect(await Promise.all(people.map((person) => may(person, `?rid=${rid}`)))).toEqual([true, true, true, false, false]);
        for (const query of ['', `?userId=${owner.userId}`]) {
            expect(await Promise.all(people.map((person) => may(person, query)))).toEqual([false, false, true, false, false]);
        }
    });

    it('revokes those of a room, of a person, and all', async () => {
        const other = await scene.person();
        const otherRoom = await scene.room(other);
        const inRoom = [await create({ rid: otherRoom }, other), await create({ rid: otherRoom }, other)];
        expect((await other.app('POST', 'invites.revoke', { rid: otherRoom })).body.revoked).toBe(2);
        expect((await outsider.redeem(inRoom[0].inviteToken)).status).toBe(400);
        await create({ rid: otherRoom }, other);
        expect((await scene.admin.app('POST', 'invites.revoke', { userId: other.userId })).body.revoked).toBe(1);
        expect((await scene.admin.app('POST', 'invites.revoke', { all: true })).body.revoked).toBeGreaterThan(5);
        expect((await scene.admin.app('GET', 'listInvites')).body).toEqual([]);
    });

    it.each([{}, { rid: 'a', userId: 'b' }, { all: false }, { all: 'yes' }, { rid: { $ne: '' } }])('refuses %j', async (target) => {
        expect(refusal(await scene.admin.app('POST', 'invites.revoke', target)).errorType).toBe('invalid-params');
    });
});
