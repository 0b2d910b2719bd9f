import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, MS_PER_MINUTE, type Invite } from '../../src/domain/model/invite.ts';
import { isWaiting, standingAmong, waitingAmong, type JoinRequest } from '../../src/domain/model/joinRequest.ts';
import type { MembershipStatus } from '../../src/domain/ports.ts';
import { askToJoin } from '../../src/domain/useCases/askToJoin.ts';
import { approveRequest, denyRequest } from '../../src/domain/useCases/decideRequest.ts';
import { refusal, World } from './world.mts';

const outside = async (): Promise<boolean> => true;
const request = (overrides: Partial<JoinRequest> = {}): JoinRequest => ({
    ...{ id: 'a', inviteId: 'invite', rid: 'room', moreRooms: [], personId: 'bob-id', at: 5, until: 100, state: 'pending' },
    ...overrides,
});

describe('of several requests', () => {
    it('those wait that nobody has decided, until they are forgotten', () => {
        expect(isWaiting(request(), 99)).toBe(true);
        expect(isWaiting(request(), 100)).toBe(false);
        expect(isWaiting(request({ state: 'denied' }), 50)).toBe(false);
        expect(isWaiting(request({ state: 'approved' }), 50)).toBe(false);
    });

    it('the oldest of a person by an invite waits, in the order of time, then of ids', () => {
        const requests = [
            request({ id: 'later', at: 6 }),
            request({ id: 'b' }),
            request({ id: 'a' }),
            request({ id: 'other-invite', inviteId: 'other', at: 1 }),
            request({ id: 'other-person', personId: 'carol-id', at: 9 }),
            request({ id: 'denied', personId: 'dave-id', state: 'denied' }),
        ];
        for (const order of [requests, [...requests].reverse()]) {
            expect(waitingAmong(order, 50).map(({ id }) => id)).toEqual(['other-invite', 'a', 'other-person']);
        }
    });

    it('the oldest stands that waits or was denied', () => {
        const [approved, denied, waiting] = [
            request({ state: 'approved', at: 1 }),
            request({ id: 'b', state: 'denied', at: 2 }),
            request({ id: 'c' }),
        ];
        expect(standingAmong([waiting, denied, approved], 50)).toBe(denied);
        expect(standingAmong([approved, waiting], 50)).toBe(waiting);
        expect(standingAmong([approved], 50)).toBeUndefined();
        expect(standingAmong([denied], 100)).toBeUndefined();
    });
});

describe('asking to join', () => {
    it('stores a request for some days, once, and publishes it', async () => {
        const world = new World();
        const invite = world.invite({ approval: true, moreRooms: ['other'] });
        const asked = await askToJoin(world, world.bob, invite, outside);
        expect(asked).toEqual({
            ...{ id: expect.any(String), inviteId: invite.id, rid: 'room', moreRooms: ['other'], personId: 'bob-id' },
            ...{ at: world.now, until: world.now + 14 * MS_PER_DAY, state: 'pending' },
        });
        expect(await askToJoin(world, world.bob, invite, outside)).toEqual(asked);
        expect([...world.storedRequests.values()]).toEqual([asked]);
        expect(world.published).toEqual([{ kind: 'requested', person: world.bob, invite, request: asked }]);
        expect(world.storedClaims.size).toBe(0);
    });

    it.each<[string, JoinRequest['state'], boolean, boolean]>([
        ['after an approval, for a person who is outside again', 'approved', true, true],
        ['not while an approval has added the person', 'approved', false, false],
        ['not while an approval adds the person, before it says so', 'pending', false, false],
    ])('stores another request %s', async (_when, state, isOutside, isStored) => {
        const world = new World();
        const invite = world.invite({ approval: true });
        world.storedRequests.set('a', request({ inviteId: invite.id, state, until: world.now }));
        const asked = await askToJoin(world, world.bob, invite, async () => isOutside);
        expect(asked !== undefined).toBe(isStored);
        expect(world.storedRequests.size).toBe(isStored ? 2 : 1);
        expect(world.published).toHaveLength(isStored ? 1 : 0);
    });

    it('is one request at a time per person and invite', async () => {
        const world = new World();
        const invite = world.invite({ approval: true });
        world.claim(`request:${invite.id}:bob-id`, 'pending');
        expect(await refusal(askToJoin(world, world.bob, invite, outside))).toMatchObject({ code: 'error-too-many-requests' });
        await askToJoin(world, world.anne, invite, outside);
        await askToJoin(world, world.bob, world.invite(), outside);
        expect(world.storedRequests.size).toBe(2);
    });
});

/** Returns a world in which Bob has asked to join. */
async function asked(overrides: Partial<Invite> = {}): Promise<{ world: World; invite: Invite; id: string }> {
    const world = new World();
    const invite = world.invite({ approval: true, ...overrides });
    const { id } = (await askToJoin(world, world.bob, invite, outside))!;
    world.published.length = 0;
    world.now += 1000;
    return { world, invite, id };
}

const UNVERIFIED = { code: 'error-membership-unverified', reason: 'approving' };
const NO_REQUEST = { code: 'invalid-invitation-id', field: 'requestId', reason: 'no-request' };

describe('an approval', () => {
    it('adds the person with a seat, and publishes both', async () => {
        const { world, invite, id } = await asked({ maxUses: 1 });
        const { request: decided, ...rest } = await approveRequest(world, world.anne, id);
        expect(rest).toEqual({ invite, person: world.bob });
        expect(decided).toMatchObject({ id, state: 'approved', decidedBy: 'anne-id', decidedAt: world.now });
        expect(world.storedRequests.get(id)).toEqual(decided);
        expect(world.statuses.get('room:bob-id')).toBe('member');
        expect((await world.usageStore.of(invite)).uses).toBe(1);
        expect(world.published).toEqual([
            { kind: 'joined', person: world.bob, invite, rids: ['room'], approvedBy: world.anne, rank: 0, isFirst: true },
            { kind: 'approved', person: world.bob, manager: world.anne, invite, request: decided, rids: ['room'] },
        ]);
        expect(world.attached).toContain(invite.id);
    });

    it('of a member takes no seat', async () => {
        const { world, invite, id } = await asked();
        world.statuses.set('room:bob-id', 'member');
        expect((await approveRequest(world, world.anne, id)).request.state).toBe('approved');
        expect((await world.usageStore.of(invite)).uses).toBe(0);
        expect(world.published).toMatchObject([{ kind: 'approved', rids: ['room'] }]);
    });

    it.each<MembershipStatus>(['banned', 'unverified', 'invited'])(
        'is refused for a person with the status %s, and the request waits',
        async (status) => {
            const { world, id } = await asked();
            world.statuses.set('room:bob-id', status);
            expect(await refusal(approveRequest(world, world.anne, id))).toEqual(UNVERIFIED);
            expect(world.storedRequests.get(id)!.state).toBe('pending');
            expect(world.published).toEqual([]);
        },
    );

    /** Returns a world in which Bob asked to join two rooms, both known to Anne. */
    async function askedForTwo(): Promise<{ world: World; id: string }> {
        const { world, id } = await asked({ moreRooms: ['other'] });
        world.known.push({ ...world.room, id: 'other' });
        world.statuses.set('other:anne-id', 'member');
        return { world, id };
    }

    it.each<MembershipStatus>(['member', 'unverified'])('adds a person who is %s in one room to the other one', async (status) => {
        const { world, id } = await askedForTwo();
        world.statuses.set('room:bob-id', status);
        const { insert } = world.claims;
        const claimed: (readonly string[] | undefined)[] = [];
        world.claims.insert = (claim) => {
            if (claim.holder === 'bob-id') {
                claimed.push(claim.rids);
            }
            return insert(claim);
        };
        expect((await approveRequest(world, world.anne, id)).request.state).toBe('approved');
        expect(world.statuses.get('other:bob-id')).toBe('member');
        expect(world.published[0]).toMatchObject({ kind: 'joined', rids: ['other'] });
        expect(world.published[1]).toMatchObject({ kind: 'approved', rids: ['other'] });
        expect(claimed).toEqual([['other']]);
    });

    it('is refused for a person who joined one room meanwhile and was banned from the other', async () => {
        const { world, id } = await askedForTwo();
        world.join = async (rid, person) => {
            world.statuses.set(`${rid}:${person.id}`, rid === 'room' ? 'member' : 'banned');
            return { kind: 'subscribed' };
        };
        expect(await refusal(approveRequest(world, world.anne, id))).toEqual(UNVERIFIED);
    });

    it.each<[MembershipStatus | undefined, string]>([
        ['member', 'approved'],
        ['banned', 'refused'],
        [undefined, 'approved'],
    ])('waits for the last seat, and looks again at the person, who is %s by then: %s', async (status, result) => {
        const { world, invite, id } = await asked({ maxUses: 1 });
        const rival = world.claim(invite.id, 'pending', { holder: 'carol-id' });
        const { remove } = world.claims;
        world.claims.remove = async (claim) => {
            await remove(claim);
            if (claim.holder === 'bob-id') {
                world.storedClaims.delete(rival.id);
                if (status !== undefined) {
                    world.statuses.set('room:bob-id', status);
                }
            }
        };
        const decided = approveRequest(world, world.anne, id);
        if (result === 'refused') {
            expect(await refusal(decided)).toEqual(UNVERIFIED);
        } else {
            expect((await decided).request.state).toBe('approved');
            expect((await world.usageStore.of(invite)).uses).toBe(status === undefined ? 1 : 0);
        }
        expect(world.backoffs).toBe(1);
    });

    it('is refused while the invite lets nobody in, and the request waits', async () => {
        const { world, invite, id } = await asked({ maxUses: 1 });
        world.claim(invite.id, 'joined', { holder: 'carol-id' });
        expect(await refusal(approveRequest(world, world.anne, id))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        expect(world.storedRequests.get(id)!.state).toBe('pending');
    });

    it.each<[MembershipStatus, 'approved' | 'refused']>([
        ['member', 'approved'],
        ['banned', 'refused'],
    ])('of a person who became %s meanwhile is %s', async (status, result) => {
        const { world, id } = await asked();
        world.join = async (rid, person) => {
            world.statuses.set(`${rid}:${person.id}`, status);
            return { kind: 'subscribed' };
        };
        const decided = approveRequest(world, world.anne, id);
        if (result === 'approved') {
            expect((await decided).request.state).toBe('approved');
        } else {
            expect(await refusal(decided)).toEqual(UNVERIFIED);
        }
        expect(world.storedRequests.get(id)!.state).toBe(result === 'approved' ? 'approved' : 'pending');
    });

    it.each<[string, boolean, (world: World, invite: Invite) => void]>([
        ['a claim since the request', true, (world, { id }) => void world.claim(id, 'taken')],
        ['a claim a minute before it', true, (world, { id }) => void world.claim(id, 'joined', { at: world.now - 1000 - MS_PER_MINUTE })],
        ['an older claim', false, (world, { id }) => void world.claim(id, 'joined', { at: world.now - 1001 - MS_PER_MINUTE })],
        ['a pending claim', false, (world, { id }) => void world.claim(id, 'pending')],
        ['a claim of another person', false, (world, { id }) => void world.claim(id, 'joined', { holder: 'carol-id' })],
        ['a claim to another invite', false, (world) => void world.claim('other', 'joined')],
        ['a join since the request', true, (world, { id }) => join(world, id, {})],
        ['a join a minute before it', true, (world, { id }) => join(world, id, { at: world.now - 1000 - MS_PER_MINUTE })],
        ['an older join', false, (world, { id }) => join(world, id, { at: world.now - 1001 - MS_PER_MINUTE })],
        ['a refusal', false, (world, { id }) => join(world, id, { outcome: 'expired' })],
        ['a join of another person', false, (world, { id }) => join(world, id, { personId: 'carol-id' })],
        ['a join by another invite', false, (world) => join(world, 'other', {})],
    ])('that was interrupted is made good by %s: %j', async (_what, isComplete, note) => {
        const { world, invite, id } = await asked();
        world.statuses.set('room:bob-id', 'unverified');
        note(world, invite);
        const decided = approveRequest(world, world.anne, id);
        if (isComplete) {
            expect((await decided).request.state).toBe('approved');
            expect(world.published).toMatchObject([{ kind: 'approved', rids: ['room'] }]);
        } else {
            expect(await refusal(decided)).toEqual(UNVERIFIED);
        }
    });
});

function join(world: World, inviteId: string, overrides: object): void {
    const entry = { id: 'use', inviteId, label: null, rids: ['room'], personId: 'bob-id', invitedBy: 'anne-id', at: world.now, rank: 0 };
    world.storedHistory.set('use', { ...entry, outcome: 'approved', ...overrides });
}

it('a denial takes no seat, and is published', async () => {
    const { world, invite, id } = await asked();
    const { request: decided } = await denyRequest(world, world.anne, id);
    expect(decided).toMatchObject({ id, state: 'denied', decidedBy: 'anne-id', decidedAt: world.now });
    expect(world.statuses.has('room:bob-id')).toBe(false);
    expect(world.published).toEqual([{ kind: 'denied', person: world.bob, manager: world.anne, invite, request: decided, rids: ['room'] }]);
});

describe.each([
    ['approving', approveRequest],
    ['denying', denyRequest],
])('%s', (_name, decide) => {
    it('leaves an earlier decision as it is, also after the account was deleted', async () => {
        const { world, id } = await asked();
        const { request: first } = await denyRequest(world, world.anne, id);
        world.published.length = 0;
        world.now += 1000;
        expect((await decide(world, world.anne, id)).request).toEqual(first);
        world.people.pop();
        expect(await decide(world, world.anne, id)).toMatchObject({ request: first, person: undefined });
        expect(world.published).toEqual([]);
    });

    it('is not possible for an account that is gone or deactivated', async () => {
        const { world, id } = await asked();
        world.people[1] = { ...world.bob, active: false };
        expect(await refusal(decide(world, world.anne, id))).toEqual(NO_REQUEST);
        world.people.pop();
        expect(await refusal(decide(world, world.anne, id))).toEqual(NO_REQUEST);
        expect(world.storedRequests.get(id)!.state).toBe('pending');
    });

    it('is for managers of the invite, and others learn nothing', async () => {
        const { world, invite, id } = await asked();
        const refused = { code: 'not_authorized', reason: 'managing' };
        expect(await refusal(decide(world, world.bob, id))).toEqual(refused);
        expect(await refusal(decide(world, world.anne, 'none'))).toEqual(refused);
        world.managers.add('carol-id');
        const carol = { ...world.bob, id: 'carol-id' };
        expect(await refusal(decide(world, carol, 'none'))).toEqual(NO_REQUEST);
        world.storedInvites.delete(invite.id);
        expect(await refusal(decide(world, world.anne, id))).toEqual(refused);
        expect(await refusal(decide(world, carol, id))).toEqual(NO_REQUEST);
    });

    it('waits for another decision on the request', async () => {
        const { world, id } = await asked();
        world.claim(`decide:${id}`, 'pending');
        expect(await refusal(decide(world, world.anne, id))).toMatchObject({ code: 'error-too-many-requests' });
    });
});
