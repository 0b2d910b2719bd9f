import { describe, expect, it } from '@jest/globals';

import { sample } from '../tools/races.mts';
import { addUserToRoom, type Answer } from '../workspace/index.mts';
import { DAY, refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Every kind of link: approval, limit, end, audience and rooms, with two values each. */

const scene = await useScene({ instances: 2 });
const { database } = scene.workspace;
const owner = await scene.person();
const deputy = await scene.person();

interface Kind {
    readonly name: string;
    readonly approval: boolean;
    readonly maxUses: 2 | null;
    readonly expires: '7d' | null;
    readonly isForSome: boolean;
    readonly rooms: 1 | 3;
}

const KINDS = [false, true].flatMap((approval) =>
    ([null, 2] as const).flatMap((maxUses) =>
        ([null, '7d'] as const).flatMap((expires) =>
            [false, true].flatMap((isForSome) =>
                ([1, 3] as const).map((rooms): Kind => {
                    const people = `${maxUses ?? 'any number of'} ${isForSome ? 'listed people' : 'people'}`;
                    const name = `${approval ? 'approval' : 'no approval'}, ${people}, ${expires ?? 'no end'}, ${rooms} room${rooms > 1 ? 's' : ''}`;
                    return { name, approval, maxUses, expires, isForSome, rooms };
                }),
            ),
        ),
    ),
);

/** A link of one kind, with the people whom it is for. */
interface Door {
    readonly kind: Kind;
    readonly rids: readonly string[];
    readonly inviteId: string;
    readonly token: string;
    readonly people: readonly Person[];
}

/** Creates rooms with two owners and a link to them. */
async function open(kind: Kind, count: number): Promise<Door> {
    const { approval, maxUses, expires, isForSome, rooms } = kind;
    const [people, rids] = await Promise.all([
        scene.people(count),
        Promise.all(
            Array.from({ length: rooms }, async () => {
                const rid = await scene.room(owner);
                await scene.add(rid, deputy, 'owner');
                return rid;
            }),
        ),
    ]);
    const audience = isForSome ? { usernames: people.map(({ user }) => user.username) } : null;
    const where = rooms === 1 ? { rid: rids[0] } : { rids };
    const { status, body } = await owner.app('POST', 'invites.create', { ...where, approval, maxUses, expires, audience });
    expect({ status, body }).toMatchObject({ status: 200, body: { invite: { rooms: rids.map((_id) => ({ _id })) } } });
    return { kind, rids, inviteId: body.invite._id, token: body.invite.inviteToken, people };
}

/** Returns in how many rooms of the link each person is. */
async function roomsOf({ rids }: Door, people: readonly Person[]): Promise<number[]> {
    const members = await Promise.all(rids.map((rid) => scene.members(rid)));
    return people.map(({ user }) => members.filter((names) => names.includes(user.username!)).length);
}

/** The person opens the link. With approval, that must be a new request. */
async function ask({ token }: Door, person: Person): Promise<string> {
    const { status, body } = await person.redeem(token);
    expect({ status, body }).toMatchObject({ status: 202, body: { request: { state: 'pending' } } });
    return body.request._id;
}

function approve(requestId: string, manager = owner): Promise<Answer<any>> {
    return manager.app('POST', 'invites.approve', { requestId });
}

/** Lets the person in as far as the link does: they redeem, and a manager approves if the link asks for that. */
async function enter(door: Door, person: Person): Promise<Answer<any>> {
    const answer = await person.redeem(door.token);
    return answer.status === 202 ? approve(answer.body.request._id) : answer;
}

/** Bans a person from all rooms. Only members can be banned. */
async function ban({ rids }: Door, { user }: Person): Promise<void> {
    for (const rid of rids) {
        await addUserToRoom(database, rid, user);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: user._id });
    }
}

/** Expects that so many people are in all rooms of the link, nobody is in some only, and each counts as one use. */
async function expectInside({ rids, inviteId }: Door, people: number): Promise<void> {
    const members = await Promise.all(rids.map((rid) => scene.members(rid)));
    const guests = members.map((names) => names.filter((name) => ![owner, deputy].some(({ user }) => user.username === name)));
    expect(guests).toEqual(rids.map(() => guests[0]));
    expect({ people: guests[0]!.length, uses: await usesOf(inviteId) }).toEqual({ people, uses: people });
}

async function usesOf(inviteId: string): Promise<number> {
    return (await owner.app('GET', `invites.info?inviteId=${inviteId}`)).body.invite.uses;
}

const USED_UP = { status: 400, errorType: 'error-invite-token-expired', field: 'maxUses' };
const EXPIRED = { ...USED_UP, field: 'expires' };

describe.each(sample(KINDS, 6))('a link: $name,', (kind) => {
    const { approval, maxUses, expires, isForSome } = kind;

    it(`lets people in${maxUses ? ' until its last use' : ''}`, async () => {
        const door = await open(kind, 4);
        const [first, second, third, late] = door.people as [Person, Person, Person, Person];
        const requestIds = approval ? [await ask(door, first), await ask(door, third)] : [];
        await expectInside(door, 0);
        const answer = requestIds[0] ? await approve(requestIds[0]) : await first.redeem(door.token);
        expect(answer).toMatchObject({
            status: 200,
            body: approval ? { request: { state: 'approved' } } : { rooms: door.rids.map(() => ({ joined: true })) },
        });
        await expectInside(door, 1);
        expect([(await enter(door, second)).status, (await first.redeem(door.token)).status]).toEqual([200, 200]);
        await expectInside(door, 2);
        const answers = [requestIds[1] ? await approve(requestIds[1]) : await third.redeem(door.token), await enter(door, late)];
        expect(answers.map(({ status }) => status)).toEqual(maxUses ? [400, 400] : [200, 200]);
        expect(answers.map(refusal)).toMatchObject(maxUses ? [USED_UP, USED_UP] : [{}, {}]);
        await expectInside(door, maxUses ?? 4);
    });

    const refused = ['banned people', ...(isForSome ? ['people who are not listed'] : []), ...(expires ? ['anybody after its end'] : [])];
    it(`refuses ${refused.join(', ')}`, async () => {
        const door = await open(kind, 4);
        const { token, inviteId, people, rids } = door;
        const [banned, bannedLater, first, second] = people as [Person, Person, Person, Person];
        const requestIds = approval ? [await ask(door, bannedLater), await ask(door, first)] : [];
        await Promise.all([ban(door, banned), ban(door, bannedLater)]);
        expect(refusal(await banned.redeem(token))).toMatchObject({ status: 400, errorType: 'error-user-is-banned' });
        if (requestIds[0]) {
            expect(refusal(await approve(requestIds[0]))).toMatchObject({ status: 400, errorType: 'error-membership-unverified' });
        }
        if (isForSome) {
            await expectTellsNothing(door, await scene.person());
        }
        await scene.ageInvite(inviteId, 8 * DAY);
        const answers = [requestIds[1] ? await approve(requestIds[1]) : await first.redeem(token), await enter(door, second)];
        expect(answers.map(({ status }) => status)).toEqual(expires ? [400, 400] : [200, 200]);
        expect(answers.map(refusal)).toMatchObject(expires ? [EXPIRED, EXPIRED] : [{}, {}]);
        await expectInside(door, expires ? 0 : 2);
        const bans = await database.subscriptions.count({
            'rid': { $in: [...rids] },
            'u._id': { $in: [banned.userId!, bannedLater.userId!] },
            'status': 'BANNED',
        });
        expect(bans).toBe(2 * rids.length);
    });

    it('lets in no more people than it may when more come at once', async () => {
        const door = await open(kind, 4);
        const { people, token, inviteId, rids } = door;
        const requestIds = approval ? await Promise.all(people.map((person) => ask(door, person))) : [];
        // With approval, two owners approve each request at once. Otherwise, everybody clicks twice.
        const answers = await Promise.all(
            people.map((person, at) => {
                const id = requestIds[at];
                return Promise.all(id ? [approve(id), approve(id, deputy)] : [person.redeem(token), person.redeem(token)]);
            }),
        );
        const isIn = answers.map((own) => own.some(({ status }) => status === 200));
        expect(isIn).toEqual((await roomsOf(door, people)).map((count) => count === rids.length));
        answers.flat().forEach((answer) => expect(answer.status === 200 ? USED_UP : refusal(answer)).toMatchObject(USED_UP));
        await expectInside(door, isIn.filter(Boolean).length);
        // A seat that was contested is free again.
        for (const [at, person] of people.entries()) {
            await (isIn[at] ? undefined : enter(door, person));
        }
        const seats = maxUses ?? people.length;
        await expectInside(door, seats);
        expect((await owner.app('GET', `invites.requests?inviteId=${inviteId}`)).body.total).toBe(approval ? people.length - seats : 0);
    });
});

/** Whether the link refuses a person whom it is not for, and names no room to them. */
async function expectTellsNothing({ token, rids, inviteId }: Door, outsider: Person): Promise<void> {
    const rooms = await database.rooms.find({ _id: { $in: [...rids] } });
    const secrets = rooms.flatMap(({ _id, name }) => [_id, name!]);
    for (const answer of [await outsider.redeem(token), await outsider.app('POST', 'inviteInfo', { token })]) {
        expect(refusal(answer)).toMatchObject({ status: 403, errorType: 'error-not-invited' });
        expect(secrets.filter((secret) => JSON.stringify(answer.body).includes(secret))).toEqual([]);
    }
    const { requests } = (await owner.app('GET', `invites.requests?inviteId=${inviteId}`)).body;
    expect(requests.filter(({ person }: { person: { _id: string } }) => person._id === outsider.userId)).toEqual([]);
}
