import { describe, expect, it } from '@jest/globals';

import { CLAIM_TTL_MS, type Claim, type ClaimState } from '../../src/domain/model/claim.ts';
import { useIdOf, type HistoryEntry } from '../../src/domain/model/history.ts';
import type { Invite } from '../../src/domain/model/invite.ts';
import { noticesAfter } from '../../src/domain/model/notice.ts';
import type { MembershipStatus } from '../../src/domain/ports.ts';
import { redeemInvite, type RedeemResult } from '../../src/domain/useCases/redeemInvite.ts';
import { refusal, World } from './world.mts';

const redeem = (world: World, { token }: Invite): Promise<RedeemResult> => redeemInvite(world, world.bob, token);
const states = (world: World): ClaimState[] => [...world.storedClaims.values()].map(({ state }) => state);
const joinOf = ({ id, rid, userId }: Invite, personId: string, at: number): HistoryEntry => ({
    ...{ id: 'a join', inviteId: id, label: null, rids: [rid], personId, invitedBy: userId, at, outcome: 'joined', rank: 0 },
});
/** Runs `change` during the call of `hasSubscription` that follows `times` earlier calls. */
function afterCalls(times: number, world: World, change: () => void): void {
    const { hasSubscription } = world.memberships;
    let calls = 0;
    Object.assign(world.memberships, {
        hasSubscription: async (rid: string, userId: string) => {
            if (calls++ === times) {
                change();
            }
            return hasSubscription(rid, userId);
        },
    });
}

describe.each([0, 2])('an invite for %d people', (maxUses) => {
    it('admits a newcomer and counts the use', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        expect(await redeem(world, invite)).toEqual({ kind: 'joined', room: world.room, rooms: [{ room: world.room }] });
        expect(world.statuses.get('room:bob-id')).toBe('member');
        expect((await world.usageStore.of(invite)).uses).toBe(1);
        expect(states(world)).toEqual(['joined']);
        expect(world.attached).toEqual([invite.id]);
        expect(world.published).toEqual([{ kind: 'joined', person: world.bob, invite, rank: 0, isFirst: true, rids: ['room'] }]);
    });

    it('changes nothing for a member', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        world.statuses.set('room:bob-id', 'member');
        expect(await redeem(world, invite)).toEqual({ kind: 'already-member', room: world.room, rooms: [{ room: world.room }] });
        expect((await world.usageStore.of(invite)).uses).toBe(0);
        expect({ left: world.storedClaims.size, steps: world.steps, published: world.published }).toEqual({ left: 0, steps: [], published: [] });
    });

    it.each<[MembershipStatus, string]>([
        ['banned', 'error-user-is-banned'],
        ['unverified', 'error-membership-unverified'],
        ['invited', 'error-membership-unverified'],
    ])('does not admit a person whose status is %s', async (status, code) => {
        const world = new World();
        const invite = world.invite({ maxUses });
        world.statuses.set('room:bob-id', status);
        expect(await refusal(redeem(world, invite))).toEqual({ code });
        expect(world.statuses.get('room:bob-id')).toBe(status);
        expect(await refusal(redeem(world, invite))).toEqual({ code });
        const event = { kind: 'refused', code, person: world.bob, rids: ['room'], invite };
        expect(world.published).toEqual([event, event]);
    });

    it('does not admit a person after it was revoked, and leaves no record', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        const { insert } = world.claims;
        Object.assign(world.claims, { insert: (claim: Claim) => (world.storedInvites.delete(invite.id), insert(claim)) });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invalid-token', field: 'token' });
        expect(world.statuses.get('room:bob-id')).toBeUndefined();
        expect({ claims: world.storedClaims.size, usageOf: world.usageOf.size, published: world.published }).toEqual({
            claims: 0,
            usageOf: 0,
            published: [{ kind: 'refused', code: 'error-invalid-token', field: 'token', person: world.bob, rids: ['room'], invite }],
        });
    });

    it('does not admit a person without a username', async () => {
        const world = new World();
        const { token } = world.invite({ maxUses });
        expect(await refusal(redeemInvite(world, { ...world.bob, username: '' }, token))).toEqual({
            code: 'invalid-params',
            field: 'username',
            reason: 'no-username',
        });
    });

    it('counts no use if the server does not add the person, and rejects with the cause', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        world.join = async () => ({ kind: 'not-added', cause: new Error('The server is full') });
        await expect(redeem(world, invite)).rejects.toMatchObject({ message: 'The server is full' });
        world.join = async () => ({ kind: 'not-added', cause: 'no error' });
        await expect(redeem(world, invite)).rejects.toMatchObject({ message: 'The server did not add bob-id to room' });
        expect((await world.usageStore.of(invite)).uses).toBe(0);
        expect({ left: world.storedClaims.size, published: world.published }).toEqual({ left: 0, published: [] });
    });

    it('counts no use if the person joined in another way or was banned meanwhile', async () => {
        for (const [status, expected] of [
            ['member', { kind: 'already-member', room: new World().room, rooms: [{ room: new World().room }] }],
            ['banned', { code: 'error-user-is-banned' }],
        ] as [MembershipStatus, unknown][]) {
            const world = new World();
            const invite = world.invite({ maxUses });
            world.join = async () => {
                world.statuses.set('room:bob-id', status);
                return { kind: 'subscribed' };
            };
            expect(await (status === 'member' ? redeem(world, invite) : refusal(redeem(world, invite)))).toEqual(expected);
            expect((await world.usageStore.of(invite)).uses).toBe(0);
            expect(world.storedClaims.size).toBe(0);
        }
    });
});

describe('an invite with a limit', () => {
    it('is used up if another person takes the last seat at the same time', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        const { of } = world.claims;
        let reads = 0;
        Object.assign(world.claims, {
            of: async (subject: string) => {
                if (++reads === 1) {
                    world.claim(invite.id, 'joined', { holder: 'anne-id' });
                }
                return of(subject);
            },
        });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        expect(states(world)).toEqual(['joined']);
    });

    it('continues with a seat that the person had already taken, and counts it once', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(states(world)).toEqual(['joined']);
    });

    it('counts a person who joined by an earlier attempt', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        afterCalls(0, world, () => world.statuses.set('room:bob-id', 'member'));
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(states(world)).toEqual(['joined']);
    });

    it('keeps the seat of an earlier attempt that may still be running if this one fails', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        world.join = async () => ({ kind: 'not-added' });
        await expect(redeem(world, invite)).rejects.toThrow('did not add');
        expect(states(world)).toEqual(['taken']);
    });

    it('admits a person with the seat of an interrupted holder who never joined', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { holder: 'lost', at: world.now - CLAIM_TTL_MS.taken - 1 });
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect([...world.storedClaims.values()].map(({ holder, state }) => [holder, state])).toEqual([['bob-id', 'joined']]);
    });

    it('is used up if an interrupted holder did join', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { holder: 'lost', at: world.now - CLAIM_TTL_MS.taken - 1 });
        world.statuses.set('room:lost', 'member');
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        expect([...world.storedClaims.values()].map(({ holder, state }) => [holder, state])).toEqual([['lost', 'joined']]);
    });

    it('counts a seat whose holder joined by the history, even if they have left', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        const { at } = world.claim(invite.id, 'taken', { holder: 'carol-id', at: world.now - CLAIM_TTL_MS.taken - 1 });
        await world.history.add({ ...joinOf(invite, 'carol-id', at), id: useIdOf(invite.id, 'carol-id') });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('frees a seat whose holder has joined by another invite since then', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        const { at } = world.claim(invite.id, 'taken', { holder: 'carol-id', at: world.now - CLAIM_TTL_MS.taken - 1 });
        world.statuses.set('room:carol-id', 'member');
        await world.history.add(joinOf(world.invite(), 'carol-id', at));
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(states(world)).toEqual(['joined']);
    });

    it('counts no use if the person joins in another way while waiting for the last seat', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'pending', { holder: 'one' });
        const { insert } = world.claims;
        Object.assign(world.claims, {
            insert: (claim: Claim) => {
                world.statuses.set('room:bob-id', 'member');
                return insert(claim);
            },
        });
        expect(await redeem(world, invite)).toEqual({ kind: 'already-member', room: world.room, rooms: [{ room: world.room }] });
        expect(states(world)).toEqual(['pending']);
    });

    it('serializes the callers of a limited invite, but only the calls of one person for an unlimited one', async () => {
        const world = new World();
        const keys: string[] = [];
        Object.assign(world, { lock: { run: async (key: string, work: () => Promise<unknown>) => (keys.push(key), work()) } });
        const limited = world.invite({ maxUses: 1 });
        await redeem(world, limited);
        world.statuses.delete('room:bob-id');
        const unlimited = world.invite();
        await redeem(world, unlimited);
        expect(keys).toEqual([limited.id, `${unlimited.id}:bob-id`]);
    });
});

/** Returns the same world on another instance, whose lock knows nothing of the first one. */
function onAnotherInstance(world: World): World {
    return Object.assign(Object.create(world) as World, { lock: { run: async (_key: string, work: () => Promise<unknown>) => work() } });
}

describe('an invite without a limit', () => {
    it('counts simultaneous clicks of one person on two instances once', async () => {
        const world = new World();
        const invite = world.invite();
        const results = await Promise.all([redeem(world, invite), redeem(onAnotherInstance(world), invite)]);
        expect(results.filter(({ kind }) => kind === 'joined')).toHaveLength(1);
        expect((await world.usageStore.of(invite)).uses).toBe(1);
    });

    it('continues an interrupted attempt of the person, and counts it once', async () => {
        const world = new World();
        const invite = world.invite();
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(states(world)).toEqual(['joined']);
    });
});

describe('a person who left and comes again', () => {
    it.each([0, 2])('takes no second use of an invite for %d people', async (maxUses) => {
        const world = new World();
        const invite = world.invite({ maxUses });
        await redeem(world, invite);
        world.statuses.delete('room:bob-id');
        expect(await redeem(world, invite)).toEqual({ kind: 'returned', room: world.room, rooms: [{ room: world.room }] });
        expect(states(world)).toEqual(['joined']);
        expect(world.published.at(-1)).toEqual({ kind: 'joined', person: world.bob, invite, rids: ['room'] });
    });

    it('joins once with simultaneous clicks on two instances', async () => {
        const world = new World();
        const invite = world.invite();
        await redeem(world, invite);
        world.statuses.delete('room:bob-id');
        const { join } = world;
        world.join = async (rid, person) => (world.statuses.has('room:bob-id') ? { kind: 'subscribed' } : join(rid, person));
        const results = await Promise.all([redeem(world, invite), redeem(onAnotherInstance(world), invite)]);
        expect(results.map(({ kind }) => kind).sort()).toEqual(['already-member', 'returned']);
        expect(world.published).toHaveLength(2);
        expect(states(world)).toEqual(['joined']);
    });

    it('is known from the history once the claim was folded', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.storedCounters.set('c', { id: 'c', inviteId: invite.id, uses: 1, lastAt: 0, claimIds: [], foldedAt: 0 });
        const entry = { id: 'e', inviteId: invite.id, label: null, rids: ['room'], personId: 'bob-id', invitedBy: 'anne-id', at: 0, rank: 0 };
        world.storedHistory.set('e', { ...entry, outcome: 'joined' });
        expect(await redeem(world, invite)).toMatchObject({ kind: 'returned' });
        expect(states(world)).toEqual([]);
    });

    it('is refused if the server does not add them, or the invite is used up', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        await redeem(world, invite);
        world.statuses.delete('room:bob-id');
        world.join = async () => ({ kind: 'not-added' });
        await expect(redeem(world, invite)).rejects.toThrow('did not add');
        world.claim(invite.id, 'joined', { holder: 'another person' });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('is already a member if they came in another way meanwhile', async () => {
        const world = new World();
        const invite = world.invite();
        await redeem(world, invite);
        world.statuses.delete('room:bob-id');
        world.join = async () => {
            world.statuses.set('room:bob-id', 'member');
            return { kind: 'subscribed' };
        };
        expect(await redeem(world, invite)).toMatchObject({ kind: 'already-member' });
    });
});

describe('an edit between the claim and the join', () => {
    it.each<[string, Partial<Invite>, string]>([
        ['a lower limit', { maxUses: 1 }, 'maxUses'],
        ['a pause', { pausedAt: 1 }, 'paused'],
        ['an end', { expires: 1 }, 'expires'],
    ])('is obeyed: %s', async (_what, change, field) => {
        const world = new World();
        const invite = world.invite({ maxUses: 3 });
        world.claim(invite.id, 'joined', { holder: 'another person' });
        const { setState } = world.claims;
        Object.assign(world.claims, {
            setState: (claim: Claim, state: ClaimState) => {
                world.storedInvites.set(invite.id, { ...invite, ...change, revision: 1 });
                return setState(claim, state);
            },
        });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field });
        expect({ states: states(world), inside: world.statuses.has('room:bob-id') }).toEqual({ states: ['joined'], inside: false });
    });
});

it('asks for a fold once many claims have joined', async () => {
    const world = new World();
    const invite = world.invite();
    for (let n = 0; n <= 200; n++) {
        world.claim(invite.id, 'joined', { holder: `person-${String(n)}` });
    }
    await redeem(world, invite);
    expect(world.foldsRequested).toEqual([invite.id]);
});

describe('the first use of an invite', () => {
    const noticesIn = (world: World): unknown[] => world.published.flatMap(noticesAfter).map(({ kind }) => kind);

    it('is told if two people come at the same moment', async () => {
        const world = new World();
        const carol = { ...world.bob, id: 'carol-id', username: 'carol' };
        const { token } = world.invite();
        await Promise.all([world.bob, carol].map((person) => redeemInvite(world, person, token)));
        expect(world.published.map((event) => 'rank' in event && event.rank)).toEqual([1, 1]);
        // Both have the same key, so one of them is posted.
        expect(noticesIn(world)).toEqual(['first-use', 'first-use']);
    });

    it.each<[string, (world: World, inviteId: string) => unknown, string[]]>([
        ['another person has a claim that waits', (world, id) => world.claim(id, 'pending', { holder: 'carol-id' }), ['first-use']],
        ['another person is about to join', (world, id) => world.claim(id, 'taken', { holder: 'carol-id' }), ['first-use']],
        ['another person has joined', (world, id) => world.claim(id, 'joined', { holder: 'carol-id' }), []],
        [
            'uses were folded',
            (world, inviteId) => world.storedCounters.set('c', { id: 'c', inviteId, uses: 1, lastAt: 0, claimIds: [], foldedAt: 0 }),
            [],
        ],
    ])('if %s', async (_what, prepare, kinds) => {
        const world = new World();
        const invite = world.invite();
        prepare(world, invite.id);
        await redeem(world, invite);
        expect(noticesIn(world)).toEqual(kinds);
    });
});
