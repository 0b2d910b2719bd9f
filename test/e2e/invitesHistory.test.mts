import { describe, expect, it } from '@jest/globals';

import { MANIFEST } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { DAY, refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Lists of invites, the history of their uses, and figures, over the API. */

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);
const member = await scene.person();
await scene.add(rid, member);

async function create(fields: object = {}, person: Person = owner): Promise<any> {
    return (await person.app('POST', 'invites.create', { rid, ...fields })).body.invite;
}

function joins(person: Person, query: Record<string, string | number>): Promise<any> {
    return person.app('GET', `invites.joins?${new URLSearchParams(query as Record<string, string>)}`);
}

describe('invites.joins', () => {
    it('shows who came by an invite, and who was refused, the newest first', async () => {
        const invite = await create({ maxUses: 2, label: 'Fair' });
        const [first, second, third] = (await scene.people(3)) as [Person, Person, Person];
        for (const person of [first, second, third]) {
            await person.redeem(invite.inviteToken);
        }
        const { status, body } = await joins(owner, { inviteId: invite._id });
        expect({ status, total: body.total, offset: body.offset, count: body.count }).toEqual({ status: 200, total: 3, offset: 0, count: 25 });
        expect(body.joins).toMatchObject([
            { outcome: 'used-up', person: { _id: third.userId } },
            { outcome: 'joined', person: { _id: second.userId } },
            {
                outcome: 'joined',
                person: { _id: first.userId, username: first.user.username },
                invite: { _id: invite._id, label: 'Fair' },
                invitedBy: { _id: owner.userId },
                room: { _id: rid },
            },
        ]);
        const page = await joins(owner, { inviteId: invite._id, offset: 1, count: 1 });
        expect(page.body.joins.map(({ _id }: any) => _id)).toEqual([body.joins[1]._id]);
        expect((await joins(owner, { inviteId: invite._id, outcome: 'used-up' })).body.total).toBe(1);
        expect((await joins(owner, { inviteId: invite._id, to: '2020-01-01' })).body.joins).toEqual([]);
        expect((await joins(owner, { inviteId: invite._id, from: new Date(Date.now() - DAY).toISOString() })).body.total).toBe(3);
    });

    it('keeps joins by invites without a limit, and each refusal of a person once', async () => {
        const invite = await create({ maxUses: null });
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        const banned = await scene.person();
        await scene.add(rid, banned);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
        await banned.redeem(invite.inviteToken);
        await banned.redeem(invite.inviteToken);
        const { body } = await joins(owner, { inviteId: invite._id });
        expect(body.joins.map(({ outcome, person }: any) => [outcome, person._id])).toEqual([
            ['banned', banned.userId],
            ['joined', guest.userId],
        ]);
    });

    it('keeps the history of a revoked invite for the managers of its room', async () => {
        const invite = await create();
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        await owner.app('POST', 'invites.revoke', { inviteId: invite._id });
        const { body } = await joins(owner, { rid });
        expect(body.joins[0]).toMatchObject({ invite: { _id: invite._id }, person: { _id: guest.userId } });
    });

    it('shows only ids of accounts and rooms that were deleted', async () => {
        const creator = await scene.person();
        const room = await scene.room(creator);
        const invite = await create({ rid: room }, creator);
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        const { users, rooms } = scene.workspace.database;
        await users.deleteOne({ _id: creator.userId });
        await users.deleteOne({ _id: guest.userId });
        await rooms.deleteOne({ _id: room });
        const { body } = await joins(scene.admin, { userId: guest.userId! });
        expect(body.joins).toMatchObject([{ person: { _id: guest.userId }, invitedBy: { _id: creator.userId }, room: { _id: room } }]);
        expect([body.joins[0].person, body.joins[0].invitedBy, body.joins[0].room].flatMap((named) => Object.keys(named))).toEqual([
            '_id',
            '_id',
            '_id',
        ]);
        const csv = await scene.admin.app('GET', `invites.joins?userId=${guest.userId}&format=csv`);
        expect(csv.body).toContain(`,joined,,,${guest.userId},,${room},${invite._id},,\r\n`);
        const stats = await scene.admin.app('GET', 'invites.stats');
        expect(stats.body.creators).toContainEqual({ _id: creator.userId, joins: 1 });
    });

    it('reads the days of a long time in groups, so that no query fills the memory of the sandbox', async () => {
        const invite = await create();
        await (await scene.person()).redeem(invite.inviteToken);
        let waiting = 0;
        let most = 0;
        const { status, body } = await scene.intercept(
            async ({ args }, proceed) => {
                if (!JSON.stringify(args).includes('joins-on:')) {
                    return proceed();
                }
                most = Math.max(most, ++waiting);
                try {
                    return await proceed();
                } finally {
                    waiting--;
                }
            },
            () => joins(scene.admin, { from: '2001-01-01', count: 1 }),
        );
        expect({ status, newest: body.joins[0].invite._id }).toEqual({ status: 200, newest: invite._id });
        expect(most).toBeGreaterThan(1);
        expect(most).toBeLessThanOrEqual(100);
    });

    it('answers who let a person in, to administrators', async () => {
        const invite = await create();
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        const { body } = await joins(scene.admin, { userId: guest.userId! });
        expect(body.joins).toMatchObject([{ invite: { _id: invite._id }, invitedBy: { _id: owner.userId } }]);
        expect((await joins(scene.admin, {})).body.total).toBeGreaterThan(1);
    });

    it('shows nothing to people who may not see it', async () => {
        const invite = await create();
        const stranger = await scene.person();
        for (const person of [member, stranger]) {
            const queries: Record<string, string>[] = [
                { inviteId: invite._id },
                { inviteId: 'x' },
                { rid },
                { rid: 'x' },
                { userId: owner.userId! },
                {},
            ];
            for (const query of queries) {
                expect(refusal(await joins(person, query))).toMatchObject({ status: 403, errorType: 'not_authorized' });
            }
        }
        const former = await scene.person();
        await scene.add(rid, former, 'moderator');
        const own = await create({}, former);
        expect((await joins(former, { inviteId: own._id })).status).toBe(200);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: former.userId });
        expect((await joins(former, { inviteId: own._id })).status).toBe(403);
        expect((await former.app('GET', `invites.info?inviteId=${own._id}`)).body.invite.inviteToken).toBe(own.inviteToken);
        expect((await joins(owner, { userId: member.userId! })).status).toBe(403);
        expect((await joins(owner, {})).status).toBe(403);
        expect((await joins(scene.admin, { inviteId: 'x' })).body).toMatchObject({ joins: [], total: 0 });
        expect((await scene.anonymous().app('GET', `invites.joins?rid=${rid}`)).status).toBe(401);
    });

    it.each([
        ['count=0', 'count'],
        ['count=101', 'count'],
        ['offset=-1', 'offset'],
        ['outcome=won', 'outcome'],
        ['from=yesterday', 'from'],
        ['format=xml', 'format'],
        ['rid=a&rid=b', 'rid'],
        ['inviteId[$ne]=x', 'inviteId'],
    ])('refuses %s', async (query, field) => {
        expect(refusal(await scene.admin.app('GET', `invites.joins?${query}`))).toMatchObject({ errorType: 'invalid-params', field });
    });

    it('returns CSV in which no cell is a formula', async () => {
        const invite = await create({ label: '=HYPERLINK("https://evil.example")' });
        const guest = await scene.person({ name: '+1, "quoted"\nnext' });
        await guest.redeem(invite.inviteToken);
        const { headers, body } = await owner.app('GET', `invites.joins?inviteId=${invite._id}&format=csv`);
        expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
        expect(headers.get('content-disposition')).toBe('attachment; filename="joins.csv"');
        expect(headers.get('x-total-count')).toBe('1');
        expect(body).toContain('at,outcome,username,name,user id,room,room id,invite id,label,invited by\r\n');
        expect(body).toContain(`,"'+1, ""quoted""\nnext",`);
        expect(body).toContain(`,"'=HYPERLINK(""https://evil.example"")",`);
    });

    it('returns CSV in which no cell is a formula where semicolons or tabs separate cells', async () => {
        const invite = await create({ label: 'a;=1+1' });
        const guest = await scene.person({ name: 'Eve;@SUM(1)\t-2\n+3,\uff1d4' });
        await guest.redeem(invite.inviteToken);
        const { body } = await owner.app('GET', `invites.joins?inviteId=${invite._id}&format=csv`);
        expect(body).toContain(`,"Eve;'@SUM(1)\t'-2\n'+3,'\uff1d4",`);
        expect(body).toContain(`,"a;'=1+1",`);
    });

    it('says how to get the rest of a long CSV', async () => {
        const invite = await create();
        for (const person of await scene.people(3)) {
            await person.redeem(invite.inviteToken);
        }
        const first = await owner.app('GET', `invites.joins?inviteId=${invite._id}&format=csv&count=2`);
        expect(first.headers.get('link')).toBe(`<?inviteId=${invite._id}&format=csv&count=2&offset=2>; rel="next"`);
        const next = await owner.app('GET', `invites.joins${/<(.*)>/.exec(first.headers.get('link')!)![1]}`);
        expect(next.headers.get('link')).toBeNull();
        expect(`${first.body}${next.body}`.split('\r\n').filter((row) => row.includes(',joined,'))).toHaveLength(3);
    });

    it('ends at night: entries that are too old, and those of deleted people', async () => {
        const { users } = scene.workspace.database;
        const invite = await create();
        const [old, deleted, kept] = (await scene.people(3)) as [Person, Person, Person];
        for (const person of [old, deleted, kept]) {
            await person.redeem(invite.inviteToken);
        }
        await scene.ageHistory(old, 366 * DAY);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: deleted.userId });
        await users.deleteOne({ _id: deleted.userId });
        await scene.workspace.night();
        const { body } = await joins(owner, { inviteId: invite._id });
        expect(body.joins.map(({ person }: any) => person._id)).toEqual([kept.userId]);
    });

    it('is not kept if the administrator wants none', async () => {
        await scene.changeSetting('Keep_History_Days', 0);
        const invite = await create();
        await (await scene.person()).redeem(invite.inviteToken);
        expect((await joins(owner, { inviteId: invite._id })).body.joins).toEqual([]);
        await scene.workspace.night();
        expect((await joins(scene.admin, { from: '2020-01-01' })).body.total).toBe(0);
        await scene.changeSetting('Keep_History_Days', 365);
    });
});

/** Stores the claims of other people who have joined by the invite. */
async function addClaims(inviteId: string, count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
        const id = `claim-${n}-of-${inviteId}`;
        await scene.workspace.database.appPersistence.insertOne({
            _id: id,
            appId: MANIFEST.id,
            associations: [`claim:${id}`, `claims-to:${inviteId}`, 'claims'].map((label) => ({ model: 'misc', id: label })),
            data: { kind: 'claim', version: 1, id, subject: inviteId, holder: `person-${n}`, state: 'joined', at: Date.now() },
        });
    }
}

/** A person who joined by the invite and left. Their claim and those of fifty others were folded into a counter. */
async function foldedGuest({ _id, inviteToken }: { _id: string; inviteToken: string }): Promise<Person> {
    const { appPersistence } = scene.workspace.database;
    const guest = await scene.person();
    await guest.redeem(inviteToken);
    await addClaims(_id, 50);
    await appPersistence.updateMany({ 'data.kind': 'claim' }, { $inc: { 'data.at': -DAY } });
    await scene.workspace.night();
    expect(await appPersistence.find({ 'data.kind': 'claim', 'data.subject': _id })).toEqual([]);
    expect(await scene.usesOf(_id)).toBe(51);
    await owner.rest('POST', 'groups.kick', { roomId: rid, userId: guest.userId });
    return guest;
}

describe('a use is a person', () => {
    it.each([0, 3])('who leaves and comes again by a link for %i people takes no second use', async (maxUses) => {
        const invite = await create({ maxUses });
        const guest = await scene.person();
        for (let time = 0; time < 3; time++) {
            expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
            expect(await scene.usesOf(invite._id)).toBe(1);
            await owner.rest('POST', 'groups.kick', { roomId: rid, userId: guest.userId });
        }
    });

    it('a used-up link keeps out who had theirs', async () => {
        const invite = await create({ maxUses: 1 });
        const guest = await scene.person();
        await guest.redeem(invite.inviteToken);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: guest.userId });
        expect(refusal(await guest.redeem(invite.inviteToken))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('a link that many people used is folded without waiting for the night', async () => {
        const { appPersistence } = scene.workspace.database;
        const invite = await create({ maxUses: 500 });
        await addClaims(invite._id, 202);
        await appPersistence.updateMany({ 'data.kind': 'claim', 'data.subject': invite._id }, { $inc: { 'data.at': -DAY } });
        await (await scene.person()).redeem(invite.inviteToken);
        await waitFor(async () => expect(await appPersistence.find({ 'data.kind': 'claim', 'data.subject': invite._id })).toHaveLength(1));
        expect(await scene.usesOf(invite._id)).toBe(203);
    });

    it('also once their claim was folded into a counter', async () => {
        const invite = await create({ maxUses: 53 });
        const guest = await foldedGuest(invite);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(51);
        for (const person of await scene.people(2)) {
            expect((await person.redeem(invite.inviteToken)).status).toBe(200);
        }
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(400);
        // A member whose own use was the last one reads that they are in.
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
    });

    it('except once their claim was folded where no history is kept', async () => {
        await scene.changeSetting('Keep_History_Days', 0);
        const invite = await create({ maxUses: 53 });
        const guest = await foldedGuest(invite);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(52);
        await scene.changeSetting('Keep_History_Days', 365);
    });
});

describe('invites.list', () => {
    it('shows managers what they manage, and everybody else their own', async () => {
        const other = await scene.person();
        const otherRoom = await scene.room(other);
        const foreign = await create({ rid: otherRoom }, other);
        const own = await create({ label: 'zebra' });
        const ids = async (person: Person, query = ''): Promise<string[]> =>
            (await person.app('GET', `invites.list?count=100&${query}`)).body.invites.map(({ _id }: any) => _id);
        expect(await ids(owner)).toContain(own._id);
        expect(await ids(owner)).not.toContain(foreign._id);
        expect(await ids(other)).toEqual([foreign._id]);
        expect(await ids(member)).toEqual([]);
        expect(await ids(member, `rid=${rid}`)).toEqual([]);
        expect(await ids(scene.admin)).toEqual(expect.arrayContaining([own._id, foreign._id]));
        expect(await ids(scene.admin, `rid=${otherRoom}`)).toEqual([foreign._id]);
        expect(await ids(scene.admin, `userId=${other.userId}`)).toEqual([foreign._id]);
        expect(await ids(scene.admin, 'userId=me')).toEqual([]);
        expect(await ids(scene.admin, 'text=ZEBRA')).toEqual([own._id]);
        expect(await ids(scene.admin, `text=${other.user.username}`)).toContain(foreign._id);
        const { body } = await scene.admin.app('GET', 'invites.list?count=100');
        expect(JSON.stringify(body)).not.toContain(own.inviteToken);
        expect((await scene.anonymous().app('GET', 'invites.list')).status).toBe(401);
        expect((await owner.app('HEAD', 'invites.list')).status).toBe(200);
    });

    it('filters by state, sorts and pages', async () => {
        const person = await scene.person();
        const room = await scene.room(person);
        const make = (fields: object): Promise<any> => create({ rid: room, ...fields }, person);
        const [a, b, c] = [
            await make({ label: 'a', expires: '9d' }),
            await make({ label: 'b', maxUses: 1, expires: null }),
            await make({ label: 'c' }),
        ];
        await (await scene.person()).redeem(b.inviteToken);
        await person.app('POST', 'invites.update', { inviteId: c._id, paused: true });
        const list = async (query: string): Promise<any> => (await person.app('GET', `invites.list?rid=${room}&${query}`)).body;
        const labels = async (query: string): Promise<string> => (await list(query)).invites.map(({ label }: any) => label).join('');
        expect(await labels('')).toBe('cba');
        expect(await labels('sort=createdAt')).toBe('abc');
        expect(await labels('sort=-label')).toBe('cba');
        expect(await labels('sort=expires')).toBe('cab');
        expect(await labels('sort=-uses')).toMatch(/^b/);
        expect(await labels('state=active')).toBe('a');
        expect(await labels('state=paused')).toBe('c');
        expect(await labels('state=used-up')).toBe('b');
        expect(await labels('state=expired')).toBe('');
        await scene.ageInvite(a._id, 10 * DAY);
        expect(await labels('state=expired')).toBe('a');
        expect(await list('sort=label&offset=1&count=1')).toMatchObject({ invites: [{ _id: b._id }], offset: 1, count: 1, total: 3, success: true });
        expect(refusal(await person.app('GET', 'invites.list?sort=color'))).toMatchObject({ errorType: 'invalid-params', field: 'sort' });
        expect(refusal(await person.app('GET', 'invites.list?state=open'))).toMatchObject({ errorType: 'invalid-params', field: 'state' });
    });
});

describe('invites.stats', () => {
    it('counts joins and refusals by day, by link and by creator', async () => {
        const person = await scene.person();
        const room = await scene.room(person);
        const invite = await create({ rid: room, maxUses: 2, label: 'Poster' }, person);
        for (const guest of await scene.people(3)) {
            await guest.redeem(invite.inviteToken);
        }
        const { status, body } = await person.app('GET', `invites.stats?rid=${room}&days=7`);
        expect(status).toBe(200);
        expect(body.days).toHaveLength(7);
        expect(body.days.at(-1)).toEqual({ date: new Date().toISOString().slice(0, 10), joins: 2, refusals: 1 });
        expect(body.invites).toEqual([{ _id: invite._id, label: 'Poster', joins: 2 }]);
        expect(body.creators).toMatchObject([{ _id: person.userId, username: person.user.username, joins: 2 }]);
        expect((await scene.admin.app('GET', 'invites.stats')).body.days).toHaveLength(30);
        expect((await person.app('GET', 'invites.stats')).status).toBe(403);
        expect((await member.app('GET', `invites.stats?rid=${room}`)).status).toBe(403);
        expect(refusal(await person.app('GET', 'invites.stats?days=0'))).toMatchObject({ errorType: 'invalid-params', field: 'days' });
    });
});
