import { describe, expect, it } from '@jest/globals';

import { sampleBelow } from '../tools/races.mts';
import { addUserToRoom, createTeam, deleteRoom } from '../workspace/index.mts';
import { refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Invites that open several rooms. */

const scene = await useScene();
const owner = await scene.person({ username: 'olga' });

interface Several {
    readonly rids: readonly [string, string, string];
    readonly invite: any;
}

/** Creates three rooms of the owner, and an invite to all. */
async function openThree(fields: object = {}): Promise<Several> {
    const rids = [await scene.room(owner), await scene.room(owner, 'c'), await scene.room(owner)] as const;
    const { body } = await owner.app('POST', 'invites.create', { rids, ...fields });
    return { rids: [...rids], invite: body.invite };
}

async function roomsOf(person: Person, rids: readonly string[]): Promise<boolean[]> {
    return Promise.all(rids.map(async (rid) => (await scene.members(rid)).includes(person.user.username!)));
}

/** Bans a person from a room of the owner's. Only members can be banned. */
async function ban(rid: string, { user }: Person, by = owner): Promise<void> {
    await addUserToRoom(scene.workspace.database, rid, user);
    await by.rest('POST', 'rooms.banUser', { roomId: rid, userId: user._id });
}

async function nameOf(rid: string): Promise<string> {
    return (await scene.workspace.database.rooms.findOne({ _id: rid }))!.name!;
}

describe('an invite to several rooms', () => {
    it('lets a person into all of them, for one use', async () => {
        const { rids, invite } = await openThree({ maxUses: 2 });
        expect(invite).toMatchObject({ rid: rids[0], rooms: rids.map((_id) => ({ _id })), state: 'active' });
        const guest = await scene.person();
        const { status, body } = await guest.redeem(invite.inviteToken);
        expect({ status, body }).toMatchObject({
            status: 200,
            body: { room: { _id: rids[0], rid: rids[0] }, rooms: rids.map((_id) => ({ _id, joined: true })) },
        });
        expect(await roomsOf(guest, rids)).toEqual([true, true, true]);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('joins only the rooms in which the person is not yet, and takes no use for a member of all', async () => {
        const { rids, invite } = await openThree();
        const guest = await scene.person();
        await owner.rest('POST', 'groups.invite', { roomId: rids[0], userId: guest.userId });
        const shown = await guest.app('POST', 'inviteInfo', { token: invite.inviteToken });
        expect(shown.body).toMatchObject({ member: false, room: { _id: rids[1] }, rooms: [{ member: true }, { member: false }, { member: false }] });
        expect((await guest.redeem(invite.inviteToken)).body.rooms.map(({ joined }: { joined: boolean }) => joined)).toEqual([true, true, true]);
        expect(await scene.usesOf(invite._id)).toBe(1);
        expect((await owner.redeem(invite.inviteToken)).status).toBe(200);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('keeps a banned person out of that room only, and does not name it', async () => {
        const { rids, invite } = await openThree();
        const guest = await scene.person();
        await ban(rids[1], guest);
        const shown = await guest.app('POST', 'inviteInfo', { token: invite.inviteToken });
        const joined = await guest.redeem(invite.inviteToken);
        expect(joined.body.rooms[1]).toEqual({ _id: rids[1], joined: false, reason: 'error-user-is-banned' });
        expect(JSON.stringify([shown.body, joined.body])).not.toContain(await nameOf(rids[1]));
        expect(await roomsOf(guest, rids)).toEqual([true, false, true]);
        expect(await scene.banned(rids[1])).toEqual([guest.user.username]);
        const history = await owner.app('GET', `invites.joins?inviteId=${invite._id}`);
        const seen = history.body.joins.map(({ outcome, rooms }: any) => [outcome, rooms.map(({ _id }: { _id: string }) => _id)]);
        expect(seen).toEqual(
            expect.arrayContaining([
                ['banned', [rids[1]]],
                ['joined', [rids[0], rids[2]]],
            ]),
        );
    });

    it.each(['approve', 'deny'] as const)('does not name it to a person who asks, nor when a manager decides to %s', async (decision) => {
        const { rids, invite } = await openThree({ approval: true });
        const guest = await scene.person();
        await ban(rids[1], guest);
        const asked = await guest.redeem(invite.inviteToken);
        expect(asked.body.rooms.map(({ _id }: { _id: string }) => _id)).toEqual([rids[0], rids[2]]);
        const typed = await guest.types(`/invite-link use ${invite.inviteToken}`, await scene.room(guest));
        expect((await owner.app('POST', `invites.${decision}`, { requestId: asked.body.request._id })).status).toBe(200);
        expect(await roomsOf(guest, rids)).toEqual(decision === 'approve' ? [true, false, true] : [false, false, false]);
        const told = (await scene.toldByBot(guest)).map(({ msg }) => msg);
        expect(told).toHaveLength(1);
        const [open, closed] = [`*${await nameOf(rids[0])}, ${await nameOf(rids[2])}*`, await nameOf(rids[1])];
        for (const text of [typed, ...told]) {
            expect(text).toContain(open);
            expect(text).not.toContain(closed);
        }
    });

    it('refuses a person whom all rooms refuse, by the first refusal', async () => {
        const { rids, invite } = await openThree({ maxUses: 1 });
        const guest = await scene.person();
        await Promise.all(rids.map((rid) => ban(rid, guest)));
        expect(refusal(await guest.redeem(invite.inviteToken))).toMatchObject({ status: 400, errorType: 'error-user-is-banned' });
        expect(await scene.usesOf(invite._id)).toBe(0);
        expect(await roomsOf(guest, rids)).toEqual([false, false, false]);
    });

    it('leaves out rooms that were archived or deleted meanwhile, and goes with the last one', async () => {
        const { rids, invite } = await openThree();
        await owner.rest('POST', 'groups.archive', { roomId: rids[0] });
        await deleteRoom(scene.workspace.database, rids[1]);
        const guest = await scene.person();
        const { body } = await guest.redeem(invite.inviteToken);
        expect(body).toMatchObject({
            room: { _id: rids[2] },
            rooms: [{ joined: false, reason: 'error-invalid-room' }, { joined: false }, { joined: true }],
        });
        expect(await roomsOf(guest, [rids[0], rids[2]])).toEqual([false, true]);
        // The use was theirs: once the room is open again, they get in by the same link.
        await owner.rest('POST', 'groups.unarchive', { roomId: rids[0] });
        expect((await guest.redeem(invite.inviteToken)).body.rooms[0]).toMatchObject({ _id: rids[0], joined: true });
        expect(await scene.usesOf(invite._id)).toBe(1);
        for (const rid of [rids[0], rids[2]]) {
            await owner.rest('POST', 'rooms.delete', { roomId: rid });
        }
        await scene.workspace.night();
        expect(refusal(await guest.redeem(invite.inviteToken))).toMatchObject({ errorType: 'error-invalid-token' });
    });

    it('is for people in the rooms where its creator may still invite', async () => {
        const { rids, invite } = await openThree();
        await owner.rest('POST', 'groups.leave', { roomId: rids[0] }).catch(() => undefined);
        await scene.workspace.database.subscriptions.deleteOne({ 'rid': rids[0], 'u._id': owner.userId! });
        const guest = await scene.person();
        expect((await guest.redeem(invite.inviteToken)).body.room._id).toBe(rids[1]);
        expect(await roomsOf(guest, rids)).toEqual([false, true, true]);
    });

    it('takes one seat, whichever call a crash follows, and the next try does the rest', async () => {
        const first = await openThree({ maxUses: 1 });
        const total = (await scene.callsDuring(async () => (await scene.person()).redeem(first.invite.inviteToken))).length;
        expect(total).toBeGreaterThan(10);
        for (const n of sampleBelow(total, 5)) {
            const { rids, invite } = await openThree({ maxUses: 1 });
            const guest = await scene.person();
            let calls = 0;
            await scene.intercept(
                async (_call, proceed) => {
                    if (++calls > n) {
                        throw new Error('The instance is gone');
                    }
                    return proceed();
                },
                () => guest.redeem(invite.inviteToken),
            );
            const again = await guest.redeem(invite.inviteToken);
            expect({ n, status: again.status, rooms: await roomsOf(guest, rids) }).toEqual({ n, status: 200, rooms: [true, true, true] });
            expect(await scene.usesOf(invite._id)).toBe(1);
            expect(refusal(await (await scene.person()).redeem(invite.inviteToken))).toMatchObject({ errorType: 'error-invite-token-expired' });
        }
    });

    it('gives no more seats than it has when many come at once', async () => {
        const { rids, invite } = await openThree({ maxUses: 3 });
        const crowd = await scene.people(8);
        const answers = await Promise.all(crowd.map((guest) => guest.redeem(invite.inviteToken)));
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
        const inside = await Promise.all(crowd.map((guest) => roomsOf(guest, rids)));
        expect(inside.filter((rooms) => rooms.every(Boolean))).toHaveLength(3);
        expect(inside.filter((rooms) => !rooms.some(Boolean))).toHaveLength(5);
    });

    it('makes a member of the team out of whoever joins its main room, as the server does', async () => {
        const { database } = scene.workspace;
        const team = await createTeam(database, 'p', 'readers', owner.user);
        const novels = await scene.room(owner, 'p', { teamId: team._id, teamDefault: true });
        const plays = await scene.room(owner, 'p', { teamId: team._id });
        const { body } = await owner.app('POST', 'invites.create', { rids: [plays, team.roomId] });
        const guest = await scene.person();
        expect((await guest.redeem(body.invite.inviteToken)).status).toBe(200);
        expect(await roomsOf(guest, [team.roomId, novels, plays])).toEqual([true, true, true]);
        expect(await database.teamMembers.findOne({ teamId: team._id, userId: guest.userId! })).toBeDefined();
        expect(await scene.usesOf(body.invite._id)).toBe(1);
    });
});

describe('who manages an invite to several rooms', () => {
    it('manages all of them; a manager of one sees and revokes it', async () => {
        const { rids, invite } = await openThree({ label: 'fair' });
        const other = await scene.person();
        await owner.rest('POST', 'groups.invite', { roomId: rids[0], userId: other.userId });
        await owner.rest('POST', 'groups.addOwner', { roomId: rids[0], userId: other.userId });
        const { body } = await other.app('GET', `invites.info?inviteId=${invite._id}`);
        expect(body.invite).toMatchObject({ mayEdit: false, mayRevoke: true });
        // They are not in the other rooms, one of which is public.
        expect(body.invite.rooms.map(({ _id }: { _id: string }) => _id)).toEqual([rids[0]]);
        expect(refusal(await other.app('POST', 'invites.update', { inviteId: invite._id, label: 'mine' }))).toMatchObject({ status: 403 });
        expect((await other.app('GET', `invites.list?rid=${rids[0]}`)).body.total).toBe(1);
        expect((await other.app('POST', 'invites.revoke', { inviteId: invite._id })).body).toMatchObject({ revoked: 1 });
        expect(refusal(await other.redeem(invite.inviteToken))).toMatchObject({ errorType: 'error-invalid-token' });
    });

    it('lets people in who asked, into all rooms', async () => {
        const { rids, invite } = await openThree({ approval: true });
        const guest = await scene.person();
        const asked = await guest.redeem(invite.inviteToken);
        expect(asked).toMatchObject({ status: 202, body: { rooms: rids.map((_id) => ({ _id, joined: false })) } });
        const other = await scene.person();
        await owner.rest('POST', 'groups.invite', { roomId: rids[2], userId: other.userId });
        await owner.rest('POST', 'groups.addOwner', { roomId: rids[2], userId: other.userId });
        const requestId = asked.body.request._id;
        expect((await other.app('GET', `invites.requests?rid=${rids[2]}`)).body.requests).toEqual([]);
        expect(refusal(await other.app('POST', 'invites.approve', { requestId }))).toMatchObject({ status: 403 });
        const { body } = await owner.app('GET', `invites.requests?rid=${rids[2]}`);
        expect(body.requests).toMatchObject([{ _id: requestId, rooms: rids.map((_id) => ({ _id })) }]);
        expect((await owner.app('POST', 'invites.approve', { requestId })).status).toBe(200);
        expect(await roomsOf(guest, rids)).toEqual([true, true, true]);
    });
});

describe('creating an invite to several rooms', () => {
    it('is refused as a whole if the caller may not invite to one of them', async () => {
        const own = await scene.room(owner);
        const foreign = await scene.room(await scene.person());
        const before = (await owner.app('GET', `invites.list?rid=${own}`)).body.total;
        const refused = await owner.app('POST', 'invites.create', { rids: [own, foreign] });
        const unknown = await owner.app('POST', 'invites.create', { rids: [own, 'nowhere'] });
        expect(refusal(refused)).toEqual(refusal(unknown));
        expect((await owner.app('GET', `invites.list?rid=${own}`)).body.total).toBe(before);
    });

    it.each([
        ['both a room and a list', (rid: string) => ({ rid, rids: [rid] })],
        ['no room', () => ({})],
        ['an empty list', () => ({ rids: [] })],
        ['more than twenty rooms', (rid: string) => ({ rids: [rid, ...Array.from({ length: 20 }, (_, at) => `room-${at}`)] })],
        ['rooms that are no texts', () => ({ rids: [1] })],
    ])('is refused with %s', async (_what, fields) => {
        const rid = await scene.room(owner);
        expect(refusal(await owner.app('POST', 'invites.create', fields(rid)))).toMatchObject({ status: 400, errorType: 'invalid-params' });
    });

    it('counts a room that is named twice once', async () => {
        const rid = await scene.room(owner);
        const { body } = await owner.app('POST', 'invites.create', { rids: [rid, rid] });
        expect(body.invite.rooms).toHaveLength(1);
    });
});

describe('in chat', () => {
    it.each(['en', 'de'])('a command creates it, shows its rooms and brings people in (%s)', async (language) => {
        const creator = await scene.person({ language });
        const [one, two] = [await scene.room(creator), await scene.room(creator)];
        const names = [await nameOf(one), await nameOf(two)];
        const created = await creator.types(`/invite-link create #${names[0]} #${names[1]} 3d x2`, one);
        expect(created).toContain(`*${names.join(', ')}*`);
        const token = /#([A-Z2-9]{16})/.exec(created)![1]!;
        expect(await creator.types('/invite-link list', two)).toContain(names.join(', '));
        const guest = await scene.person({ language });
        await ban(two, guest, creator);
        const elsewhere = await scene.room(guest);
        const joined = await guest.types(`/invite-link use ${token}`, elsewhere);
        expect(joined).toContain(names[0]);
        expect(joined).not.toContain(names[1]);
        expect(joined).toContain(language === 'de' ? 'Ein weiterer Raum dieses Links' : 'Another room of this link');
        expect(await roomsOf(guest, [one, two])).toEqual([true, false]);
        const [{ _id }] = (await creator.app('GET', 'invites.list?userId=me')).body.invites;
        expect(await creator.types(`/invite-link who ${_id}`, one)).toMatch(new RegExp(`@${guest.user.username}.*: \\*${names[0]}\\*`));
    });

    it('a command says which of the rooms it was refused for, and creates nothing', async () => {
        const creator = await scene.person();
        const own = await scene.room(creator);
        const text = await creator.types(`/invite-link create #${await nameOf(own)} #no-such-room`, own);
        expect(text).toContain('`#no-such-room`');
        expect((await creator.app('GET', 'invites.list?userId=me')).body.total).toBe(0);
    });
});
