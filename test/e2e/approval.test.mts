import { beforeAll, describe, expect, it } from '@jest/globals';

import { buttonsIn, type ButtonOnScreen } from '../workspace/index.mts';
import { DAY, marksClaim, refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Invites by which people ask, and a manager of the room decides. */

const scene = await useScene();
const { database } = scene.workspace;
const owner = await scene.person({ username: 'olga' });
const outsider = await scene.person();

interface Asked {
    rid: string;
    invite: any;
    guest: Person;
    requestId: string;
}

async function create(rid: string, fields: object = {}): Promise<any> {
    return (await owner.app('POST', 'invites.create', { rid, approval: true, ...fields })).body.invite;
}

/** Creates an invite with approval, by which a new person asks to join. */
async function ask(fields: object = {}): Promise<Asked> {
    const rid = await scene.room(owner);
    const invite = await create(rid, fields);
    const guest = await scene.person();
    const { status, body } = await guest.redeem(invite.inviteToken);
    expect({ status, body }).toMatchObject({ status: 202, body: { request: { state: 'pending' }, success: true } });
    return { rid, invite, guest, requestId: body.request._id };
}

function decide(person: Person, action: 'approve' | 'deny', requestId: string): Promise<any> {
    return person.app('POST', `invites.${action}`, { requestId });
}

async function isIn(person: Person, rid: string): Promise<boolean> {
    return (await scene.members(rid)).includes(person.user.username!);
}

describe('asking', () => {
    it('lets nobody in, and answers the same request again', async () => {
        const { rid, invite, guest, requestId } = await ask();
        expect(await isIn(guest, rid)).toBe(false);
        expect((await guest.redeem(invite.inviteToken)).body.request).toEqual({ _id: requestId, state: 'pending' });
        expect((await owner.app('GET', `invites.info?inviteId=${invite._id}`)).body.invite).toMatchObject({ approval: true, requests: 1, uses: 0 });
    });

    it('hides the topic of the room until then', async () => {
        const rid = await scene.room(owner, 'p', { topic: 'the secret plan' });
        const { inviteToken } = await create(rid);
        const guest = await scene.person();
        expect(JSON.stringify((await guest.app('POST', 'inviteInfo', { token: inviteToken })).body)).not.toContain('secret plan');
        expect(JSON.stringify((await guest.redeem(inviteToken)).body)).not.toContain('secret plan');
    });

    it('is shown by inviteInfo', async () => {
        const { invite, guest, requestId } = await ask();
        const { body } = await guest.app('POST', 'inviteInfo', { token: invite.inviteToken });
        expect(body).toMatchObject({ approval: true, member: false, request: { _id: requestId, state: 'pending' } });
    });

    it('by an invite that is full is refused', async () => {
        const { rid, invite, requestId } = await ask({ maxUses: 1 });
        await decide(owner, 'approve', requestId);
        const late = await scene.person();
        expect(refusal(await late.redeem(invite.inviteToken))).toMatchObject({ status: 400, errorType: 'error-invite-token-expired' });
        expect(await scene.members(rid)).toHaveLength(2);
    });

    it('twice at once on one or several instances is one request', async () => {
        const rid = await scene.room(owner);
        const { inviteToken } = await create(rid);
        const guest = await scene.person();
        const answers = await Promise.all([1, 2, 3].map(() => guest.redeem(inviteToken)));
        expect(new Set(answers.map(({ body }) => body.request._id)).size).toBe(1);
    });

    it('in chat says that it was sent, and in the room’s language what was decided', async () => {
        const { inviteToken } = await create(await scene.room(owner));
        const guest = await scene.person({ language: 'de' });
        const elsewhere = await scene.room(guest);
        expect(await guest.types(`/invite-link use ${inviteToken}`, elsewhere)).toContain('ist abgeschickt');
        const { body } = await owner.app('GET', 'invites.requests');
        await decide(owner, 'deny', body.requests.at(-1)._id);
        expect(await guest.types(`/invite-link use ${inviteToken}`, elsewhere)).toContain('wurde abgelehnt');
        expect((await scene.toldByBot(guest)).map(({ msg }) => msg).join()).toContain('wurde abgelehnt');
    });
});

describe('a decision', () => {
    it('to approve takes the seat and lets the person in', async () => {
        const { rid, invite, guest, requestId } = await ask({ maxUses: 5 });
        const { status, body } = await decide(owner, 'approve', requestId);
        expect({ status, body }).toMatchObject({ status: 200, body: { request: { _id: requestId, state: 'approved', decidedBy: owner.userId } } });
        expect(await isIn(guest, rid)).toBe(true);
        expect(await scene.usesOf(invite._id)).toBe(1);
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        const { joins } = (await owner.app('GET', `invites.joins?inviteId=${invite._id}`)).body;
        expect(joins.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['approved', 'requested']);
    });

    it('to deny lets nobody in, and stands', async () => {
        const { rid, invite, guest, requestId } = await ask();
        expect((await decide(owner, 'deny', requestId)).body.request.state).toBe('denied');
        expect((await decide(owner, 'approve', requestId)).body.request.state).toBe('denied');
        expect(await isIn(guest, rid)).toBe(false);
        expect((await guest.redeem(invite.inviteToken)).body.request).toEqual({ _id: requestId, state: 'denied' });
    });

    it('of two managers at once is one', async () => {
        const { rid, guest, requestId } = await ask();
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const [first, second] = await Promise.all([decide(owner, 'approve', requestId), decide(moderator, 'deny', requestId)]);
        expect(first.body.request.state).toBe(second.body.request.state);
        expect(await isIn(guest, rid)).toBe(first.body.request.state === 'approved');
    });

    it('is not for people who do not manage the room, and tells them nothing', async () => {
        const { rid, guest, requestId } = await ask();
        const member = await scene.person();
        await scene.add(rid, member);
        for (const person of [member, outsider, guest]) {
            const answers = [await decide(person, 'approve', requestId), await decide(person, 'approve', '0123456789abcdef01234567')];
            expect(answers.map(refusal)).toEqual([answers[0], answers[0]].map(refusal));
            expect(answers[0].status).toBe(403);
        }
        expect(refusal(await decide(scene.admin, 'deny', '0123456789abcdef01234567'))).toMatchObject({
            status: 400,
            errorType: 'invalid-invitation-id',
        });
        expect(await isIn(guest, rid)).toBe(false);
    });

    it('while the person asks once more leaves no other request', async () => {
        const { rid, invite, guest, requestId } = await ask();
        let approving: Promise<any> | undefined;
        const again = await scene.intercept(
            async (call, proceed) => {
                const isTurn = call.name.includes('createWithAssociations') && JSON.stringify(call.args).includes(`request:${invite._id}`);
                if (isTurn) {
                    await (approving ??= decide(owner, 'approve', requestId));
                }
                return proceed();
            },
            () => guest.redeem(invite.inviteToken),
        );
        expect((await approving).status).toBe(200);
        expect(again).toMatchObject({ status: 200, body: { rooms: [{ _id: rid, joined: true }] } });
        expect((await owner.app('GET', `invites.requests?rid=${rid}`)).body.requests).toEqual([]);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('when the invite is full says so, and the request stays', async () => {
        const { rid, invite, guest, requestId } = await ask({ maxUses: 1 });
        const other = await scene.person();
        const { body } = await other.redeem(invite.inviteToken);
        await decide(owner, 'approve', body.request._id);
        expect(refusal(await decide(owner, 'approve', requestId))).toMatchObject({
            status: 400,
            errorType: 'error-invite-token-expired',
            field: 'maxUses',
        });
        await owner.app('POST', 'invites.update', { inviteId: invite._id, maxUses: 2 });
        expect((await decide(owner, 'approve', requestId)).status).toBe(200);
        expect(await isIn(guest, rid)).toBe(true);
    });

    it('when the invite has expired says so', async () => {
        const { invite, requestId } = await ask({ expires: '3d' });
        await scene.ageInvite(invite._id, 4 * DAY);
        expect(refusal(await decide(owner, 'approve', requestId))).toMatchObject({ errorType: 'error-invite-token-expired', field: 'expires' });
    });

    it('when the invite is for other people by now says so, and the request stays', async () => {
        const { rid, invite, guest, requestId } = await ask();
        await owner.app('POST', 'invites.update', { inviteId: invite._id, audience: { usernames: ['olga'] } });
        expect(refusal(await decide(owner, 'approve', requestId))).toMatchObject({ status: 403, errorType: 'error-not-invited' });
        expect(await isIn(guest, rid)).toBe(false);
        expect((await owner.app('GET', `invites.requests?rid=${rid}`)).body.total).toBe(1);
    });

    it('never lets in who was banned since they asked', async () => {
        const { rid, guest, requestId } = await ask();
        await scene.add(rid, guest);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: guest.userId });
        expect(refusal(await decide(owner, 'approve', requestId))).toMatchObject({ status: 400, errorType: 'error-membership-unverified' });
        const { bannedUsers } = await owner.rest('GET', `rooms.bannedUsers?roomId=${rid}`);
        expect(bannedUsers).toMatchObject([{ username: guest.user.username }]);
        expect(await isIn(guest, rid)).toBe(false);
    });

    it('to deny tells the name that the room has now to nobody who was banned since they asked', async () => {
        const { rid, guest, requestId } = await ask();
        await scene.add(rid, guest);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: guest.userId });
        expect((await decide(owner, 'deny', requestId)).body.request.state).toBe('denied');
        expect(await scene.toldByBot(guest)).toEqual([]);
    });

    it('to approve a person who is in the room by now takes no seat', async () => {
        const { rid, invite, guest, requestId } = await ask({ maxUses: 1 });
        await scene.add(rid, guest, 'moderator');
        expect((await decide(owner, 'approve', requestId)).body.request.state).toBe('approved');
        expect(await scene.usesOf(invite._id)).toBe(0);
    });

    it.each([
        ['joins in another way', undefined, 'error-membership-unverified'],
        ['becomes a moderator', 'moderator', undefined],
    ] as const)('while the person %s takes no seat', async (_what, role, errorType) => {
        const { rid, invite, guest, requestId } = await ask({ maxUses: 1 });
        const { body } = await scene.intercept(
            async (call, proceed) => {
                const result = await proceed();
                if (marksClaim(call) && !(await isIn(guest, rid))) {
                    await scene.add(rid, guest, role);
                }
                return result;
            },
            () => decide(owner, 'approve', requestId),
        );
        expect(body.errorType).toBe(errorType);
        expect(await isIn(guest, rid)).toBe(true);
        expect(await scene.usesOf(invite._id)).toBe(0);
    });

    it('to approve a person who came by this link since they asked changes nothing', async () => {
        const { rid, invite, guest, requestId } = await ask();
        await owner.app('POST', 'invites.update', { inviteId: invite._id, approval: false });
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        // As after a fold, when only the history says who came.
        await database.appPersistence.deleteMany({ 'data.kind': 'claim', 'data.subject': invite._id });
        expect((await decide(owner, 'approve', requestId)).body.request.state).toBe('approved');
        expect(await scene.members(rid)).toHaveLength(2);
    });

    it('about a deleted account is refused', async () => {
        const { guest, requestId } = await ask();
        await database.users.deleteMany({ _id: guest.userId! });
        expect(refusal(await decide(owner, 'approve', requestId))).toMatchObject({ errorType: 'invalid-invitation-id' });
    });

    it('asks again whoever left after it', async () => {
        const { rid, invite, guest, requestId } = await ask();
        await decide(owner, 'approve', requestId);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: guest.userId });
        const { status, body } = await guest.redeem(invite.inviteToken);
        expect(status).toBe(202);
        expect(body.request._id).not.toBe(requestId);
        await decide(owner, 'approve', body.request._id);
        expect(await isIn(guest, rid)).toBe(true);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });
});

describe('a request', () => {
    it('is forgotten after the time that the administrator sets', async () => {
        const { invite, guest, requestId } = await ask();
        await database.appPersistence.updateMany({ 'data.kind': 'request', 'data.id': requestId }, { $set: { 'data.until': Date.now() - 1000 } });
        expect((await guest.redeem(invite.inviteToken)).body.request._id).not.toBe(requestId);
        await scene.workspace.night();
        expect(await database.appPersistence.count({ 'data.kind': 'request', 'data.id': requestId })).toBe(0);
    });

    it('stands, once denied, for the days that the administrator sets', async () => {
        await scene.changeSetting('Keep_Requests_Days', 3);
        const { requestId } = await ask();
        const denied = Date.now();
        await decide(owner, 'deny', requestId);
        const record = (await database.appPersistence.find({ 'data.kind': 'request', 'data.id': requestId }))[0]!;
        const days = ((record.data as { until: number }).until - denied) / DAY;
        expect(days).toBeCloseTo(3, 2);
        await scene.changeSetting('Keep_Requests_Days', 14);
    });

    it('goes with its invite', async () => {
        const { invite, requestId } = await ask();
        await owner.app('POST', 'invites.revoke', { inviteId: invite._id });
        expect((await decide(owner, 'approve', requestId)).status).toBe(403);
        await scene.workspace.night();
        expect(await database.appPersistence.count({ 'data.kind': 'request', 'data.id': requestId })).toBe(0);
    });
});

describe('the list of requests', () => {
    it('is for managers: of an invite, of a room, or of all of theirs, the oldest first', async () => {
        const { rid, invite, guest, requestId } = await ask({ label: 'Fair' });
        const second = await scene.person();
        const other = (await second.redeem(invite.inviteToken)).body.request._id;
        for (const query of [`inviteId=${invite._id}`, `rid=${rid}`, `rid=${rid}&inviteId=${invite._id}`]) {
            const { body } = await owner.app('GET', `invites.requests?${query}`);
            expect(body.requests.map(({ _id }: { _id: string }) => _id)).toEqual([requestId, other]);
            expect(body).toMatchObject({ total: 2, offset: 0, count: 25 });
        }
        const { requests } = (await owner.app('GET', 'invites.requests?count=100')).body;
        expect(requests.filter(({ room }: { room: { _id: string } }) => room._id === rid)).toMatchObject([
            { invite: { _id: invite._id, label: 'Fair' }, person: { username: guest.user.username }, state: 'pending' },
            { person: { username: second.user.username } },
        ]);
        expect((await scene.admin.app('GET', 'invites.requests?count=100')).body.total).toBeGreaterThanOrEqual(2);
        expect((await outsider.app('GET', 'invites.requests')).body.total).toBe(0);
        expect((await outsider.app('GET', `invites.requests?rid=${rid}`)).status).toBe(403);
        expect((await outsider.app('GET', `invites.requests?inviteId=${invite._id}`)).status).toBe(403);
    });
});

describe('an invite whose approval is switched on', () => {
    it('during a redemption asks', async () => {
        const rid = await scene.room(owner);
        const { _id, inviteToken } = (await owner.app('POST', 'invites.create', { rid })).body.invite;
        const guest = await scene.person();
        let isEdited = false;
        const answer = await scene.intercept(
            async (call, proceed) => {
                const result = await proceed();
                if (!isEdited && marksClaim(call)) {
                    isEdited = true;
                    await owner.app('POST', 'invites.update', { inviteId: _id, approval: true });
                }
                return result;
            },
            () => guest.redeem(inviteToken),
        );
        expect({ isEdited, status: answer.status }).toEqual({ isEdited: true, status: 202 });
        expect(await isIn(guest, rid)).toBe(false);
    });

    it('is not found again by findOrCreateInvite', async () => {
        const rid = await scene.room(owner);
        const { _id } = (await owner.invite(rid, 7)).body;
        await owner.app('POST', 'invites.update', { inviteId: _id, approval: true });
        expect((await owner.invite(rid, 7)).body._id).not.toBe(_id);
    });
});

describe('in chat', () => {
    it('a manager lists, approves and denies', async () => {
        const rid = await scene.room(owner);
        const text = await owner.types('/invite-link create 3d approval', rid);
        expect(text).toContain('A manager must approve each person.');
        const token = /join#(\w+)/.exec(text)![1]!;
        const [ann, ben] = [await scene.person({ username: 'ann' }), await scene.person({ username: 'ben' })];
        const requests = [await ann.redeem(token), await ben.redeem(token)].map(({ body }) => body.request._id);
        const list = await owner.types('/invite-link requests', rid);
        expect(list).toContain('@ann asks to join');
        expect(list).toContain(`/invite-link approve ${requests[0]}`);
        expect(await owner.types(`/invite-link approve ${requests[0]}`, rid)).toContain('@ann was approved');
        expect(await owner.types(`/invite-link ablehnen ${requests[1]}`, rid)).toContain('@ben was denied');
        expect([await isIn(ann, rid), await isIn(ben, rid)]).toEqual([true, false]);
        expect(await owner.types('/invite-link approve', rid)).toContain('Which request?');
        expect(await owner.types('/invite-link requests 9', rid)).not.toContain('@ann');
        expect(await owner.types('/invite-link requests x', rid)).toContain('I don’t understand');
    });

    it('the details say how many requests wait', async () => {
        const { rid, invite } = await ask();
        expect(await owner.types(`/invite-link show ${invite._id}`, rid)).toContain('1 request is waiting');
    });

    it('an edit switches approval off', async () => {
        const { rid, invite } = await ask();
        expect(await owner.types(`/invite-link edit ${invite._id} no approval`, rid)).not.toContain('must approve');
        const guest = await scene.person();
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
    });
});

describe('the bot', () => {
    /** Returns the button of the latest message to that person with that label. */
    async function button(person: Person, label: string): Promise<ButtonOnScreen & { rid: string }> {
        const message = (await scene.toldByBot(person)).at(-1)!;
        const found = buttonsIn(message).find((candidate) => candidate.label === label)!;
        return { ...found, rid: message.rid };
    }

    it('tells managers that a request waits, with buttons that decide, and the person what was decided', async () => {
        const { rid, guest } = await ask({ label: 'Fair' });
        const room = (await database.rooms.findOne({ _id: rid }))!;
        expect((await scene.toldByBot(owner)).at(-1)!.msg).toContain(`@${guest.user.username} asks to join *${room.name}* with Fair.`);
        const approve = await button(owner, 'Approve');
        expect(await owner.presses(approve, approve.rid)).toContain(`@${guest.user.username} was approved`);
        expect(await isIn(guest, rid)).toBe(true);
        expect((await scene.toldByBot(guest)).map(({ msg }) => msg)).toEqual([expect.stringContaining('Your request was approved. You are now in')]);
    });

    it('lets nobody decide by a forged press', async () => {
        const { rid, guest } = await ask();
        const approve = await button(owner, 'Approve');
        const own = await scene.room(outsider);
        expect(await outsider.presses(approve, own)).not.toContain('approved');
        expect(await isIn(guest, rid)).toBe(false);
    });

    it('tells nobody of a request that was decided or deleted before it writes', async () => {
        const rid = await scene.room(owner);
        const { inviteToken } = await create(rid);
        for (const field of ['data.state', 'data.kind']) {
            const before = (await scene.toldByBot(owner)).length;
            const guest = await scene.person();
            let changed = 0;
            await scene.intercept(
                async ({ name }, proceed) => {
                    if (/scheduleOnce/i.test(name)) {
                        changed += await database.appPersistence.updateMany(
                            { 'data.kind': 'request', 'data.personId': guest.userId! },
                            { $set: { [field]: field === 'data.state' ? 'denied' : 'gone' } },
                        );
                    }
                    return proceed();
                },
                () => guest.redeem(inviteToken),
            );
            expect(changed).toBeGreaterThan(0);
            expect(await scene.toldByBot(owner)).toHaveLength(before);
        }
    });

    it('tells the owners alone if the creator may no longer invite, and nobody if there are none', async () => {
        const [creator, other] = (await scene.people(2)) as [Person, Person];
        const rid = await scene.room(creator);
        const { inviteToken } = (await creator.app('POST', 'invites.create', { rid, approval: true })).body.invite;
        await scene.changeSetting('Creator_Must_Stay', false);
        await scene.add(rid, other, 'owner');
        await database.subscriptions.updateOne({ rid, 'u._id': creator.userId! }, { $set: { roles: [] } });
        await (await scene.person()).redeem(inviteToken);
        expect([(await scene.toldByBot(creator)).length, (await scene.toldByBot(other)).length]).toEqual([0, 1]);
        await database.subscriptions.updateOne({ rid, 'u._id': other.userId! }, { $set: { roles: [] } });
        await (await scene.person()).redeem(inviteToken);
        expect([(await scene.toldByBot(creator)).length, (await scene.toldByBot(other)).length]).toEqual([0, 1]);
        await scene.changeSetting('Creator_Must_Stay', true);
    });

    it('tells nobody if the administrator does not want it', async () => {
        await scene.changeSetting('Send_Notices', false);
        const before = (await scene.toldByBot(owner)).length;
        await ask();
        expect(await scene.toldByBot(owner)).toHaveLength(before);
        await scene.changeSetting('Send_Notices', true);
    });
});

describe('a crash', () => {
    // Notices are written in the background, where their calls would be counted.
    beforeAll(() => scene.changeSetting('Send_Notices', false));

    it.each([1, 2, 3, 4, 5, 6, 7, 8])('of the approving instance at changing call %i is resumed by the next approval', async (number) => {
        const { rid, invite, guest, requestId } = await ask({ maxUses: 1 });
        let changes = 0;
        const crash = scene.intercept(
            (call, proceed) => {
                const isChange = /updateByAssociations|createWithAssociations|removeByAssociations|getUpdater|getModifier/i.test(call.name);
                changes += isChange ? 1 : 0;
                return isChange && changes >= number ? Promise.reject(new Error('The instance was killed')) : proceed();
            },
            () => decide(owner, 'approve', requestId),
        );
        await crash;
        // Other instances take an abandoned claim for a crash after two and ten minutes.
        await database.appPersistence.updateMany({ 'data.kind': { $in: ['claim', 'request'] } }, { $inc: { 'data.at': -11 * 60 * 1000 } });
        await decide(owner, 'approve', requestId);
        expect(await isIn(guest, rid)).toBe(true);
        await scene.workspace.night();
        expect(await scene.usesOf(invite._id)).toBe(1);
        expect((await owner.app('GET', `invites.requests?inviteId=${invite._id}`)).body.total).toBe(0);
        const { joins } = (await owner.app('GET', `invites.joins?inviteId=${invite._id}&outcome=approved`)).body;
        expect(joins).toHaveLength(1);
    });
});
