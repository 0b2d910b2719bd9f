import { describe, expect, it } from '@jest/globals';

import { CLAIM_TTL_MS, type Claim, type ClaimState } from '../../src/domain/model/claim.ts';
import type { Invite } from '../../src/domain/model/invite.ts';
import type { MembershipStatus } from '../../src/domain/ports.ts';
import { redeemInvite, type RedeemResult } from '../../src/domain/useCases/redeemInvite.ts';
import { refusal, World } from './world.mts';

const redeem = (world: World, { token }: Invite): Promise<RedeemResult> => redeemInvite(world, world.bob, token);
const states = (world: World): ClaimState[] => [...world.storedClaims.values()].map(({ state }) => state);
/** Puts something else in the place of a port's method, once it was called so many times. */
function after(times: number, world: World, happens: () => void): void {
    const { hasSubscription } = world.memberships;
    let calls = 0;
    Object.assign(world.memberships, {
        hasSubscription: async (rid: string, userId: string) => {
            if (calls++ === times) {
                happens();
            }
            return hasSubscription(rid, userId);
        },
    });
}

describe.each([0, 2])('an invite for %d people', (maxUses) => {
    it('lets in who is not in the room, and counts them', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        expect(await redeem(world, invite)).toEqual({ room: world.room, joined: true });
        expect(world.statuses.get('room:bob-id')).toBe('member');
        expect((await world.usageStore.of(invite)).uses).toBe(1);
        expect(states(world)).toEqual(maxUses === 0 ? [] : ['joined']);
        expect(world.attached).toEqual([invite.id]);
        expect(world.published).toEqual([{ kind: 'joined', person: world.bob, invite }]);
    });

    it('does nothing for who is in already', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        world.statuses.set('room:bob-id', 'member');
        expect(await redeem(world, invite)).toEqual({ room: world.room, joined: false });
        expect((await world.usageStore.of(invite)).uses).toBe(0);
        expect({ left: world.storedClaims.size, steps: world.steps, published: world.published }).toEqual({ left: 0, steps: [], published: [] });
    });

    it.each<[MembershipStatus, string]>([
        ['banned', 'error-user-is-banned'],
        ['unverified', 'error-membership-unverified'],
        ['invited', 'error-membership-unverified'],
    ])('does not let in who is %s', async (status, code) => {
        const world = new World();
        const invite = world.invite({ maxUses });
        world.statuses.set('room:bob-id', status);
        expect(await refusal(redeem(world, invite))).toEqual({ code });
        expect(world.statuses.get('room:bob-id')).toBe(status);
        expect(await refusal(redeem(world, invite))).toEqual({ code });
        const event = { kind: 'refused-banned', person: world.bob, rid: 'room', invite };
        expect(world.published).toEqual(status === 'banned' ? [event, event] : []);
    });

    it('lets in nobody once it is removed, and keeps nothing of them', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        const { insert } = world.claims;
        Object.assign(world.claims, { insert: (claim: Claim) => (world.storedInvites.delete(invite.id), insert(claim)) });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invalid-token', field: 'token' });
        expect(world.statuses.get('room:bob-id')).toBeUndefined();
        expect({ claims: world.storedClaims.size, usageOf: world.usageOf.size, published: world.published }).toEqual({
            claims: 0,
            usageOf: 0,
            published: [],
        });
    });

    it('does not let in who has no username yet', async () => {
        const world = new World();
        const { token } = world.invite({ maxUses });
        expect(await refusal(redeemInvite(world, { ...world.bob, username: '' }, token))).toEqual({
            code: 'invalid-params',
            field: 'username',
            reason: 'no-username',
        });
    });

    it('gives the use back when the server adds nobody, and says why, or whom', async () => {
        const world = new World();
        const invite = world.invite({ maxUses });
        world.join = async () => ({ kind: 'not-added', cause: new Error('The server is full') });
        await expect(redeem(world, invite)).rejects.toMatchObject({ message: 'The server is full' });
        world.join = async () => ({ kind: 'not-added', cause: 'no error' });
        await expect(redeem(world, invite)).rejects.toMatchObject({ message: 'The server did not add bob-id to room' });
        expect((await world.usageStore.of(invite)).uses).toBe(0);
        expect({ left: world.storedClaims.size, published: world.published }).toEqual({ left: 0, published: [] });
    });

    it('takes no use of who came in meanwhile in another way, nor of who was banned meanwhile', async () => {
        for (const [status, answer] of [
            ['member', { room: new World().room, joined: false }],
            ['banned', { code: 'error-user-is-banned' }],
        ] as [MembershipStatus, unknown][]) {
            const world = new World();
            const invite = world.invite({ maxUses });
            world.join = async () => {
                world.statuses.set('room:bob-id', status);
                return { kind: 'subscribed' };
            };
            expect(await (status === 'member' ? redeem(world, invite) : refusal(redeem(world, invite)))).toEqual(answer);
            expect((await world.usageStore.of(invite)).uses).toBe(0);
            expect(world.storedClaims.size).toBe(0);
        }
    });
});

describe('an invite with a limit', () => {
    it('is used up, also when the last place goes at the same time', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        const { of } = world.claims;
        let looks = 0;
        Object.assign(world.claims, {
            of: async (subject: string) => {
                if (++looks === 2) {
                    world.claim(invite.id, 'joined', { holder: 'anne-id' });
                }
                return of(subject);
            },
        });
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        expect(states(world)).toEqual(['joined']);
    });

    it('lets somebody go on with the place that they had taken, and counts them once', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        expect(await redeem(world, invite)).toMatchObject({ joined: true });
        expect(states(world)).toEqual(['joined']);
    });

    it('counts who turns out to have come in by an earlier attempt', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        after(0, world, () => world.statuses.set('room:bob-id', 'member'));
        expect(await redeem(world, invite)).toMatchObject({ joined: true });
        expect(states(world)).toEqual(['joined']);
    });

    it('keeps the place of an earlier attempt that may still be under way, when this one fails', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 2 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        world.join = async () => ({ kind: 'not-added' });
        await expect(redeem(world, invite)).rejects.toThrow('did not add');
        expect(states(world)).toEqual(['taken']);
    });

    it('lets in who asks again when the place of somebody who never came is free', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { holder: 'lost', at: world.now - CLAIM_TTL_MS.taken - 1 });
        expect(await redeem(world, invite)).toMatchObject({ joined: true });
        expect([...world.storedClaims.values()].map(({ holder, state }) => [holder, state])).toEqual([['bob-id', 'joined']]);
    });

    it('is used up when somebody who seemed lost has come in', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        world.claim(invite.id, 'taken', { holder: 'lost', at: world.now - CLAIM_TTL_MS.taken - 1 });
        world.statuses.set('room:lost', 'member');
        expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        expect([...world.storedClaims.values()].map(({ holder, state }) => [holder, state])).toEqual([['lost', 'joined']]);
    });

    it('takes no use of who comes in in another way while they wait for the last place', async () => {
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
        expect(await redeem(world, invite)).toEqual({ room: world.room, joined: false });
        expect(states(world)).toEqual(['pending']);
    });

    it('lets redeemers of the same invite pass one after another, and no others wait', async () => {
        const world = new World();
        const keys: string[] = [];
        Object.assign(world, { lock: { run: async (key: string, work: () => Promise<unknown>) => (keys.push(key), work()) } });
        const limited = world.invite({ maxUses: 1 });
        await redeem(world, limited);
        world.statuses.delete('room:bob-id');
        const open = world.invite();
        await redeem(world, open);
        expect(keys).toEqual([limited.id, `${open.id}:bob-id`]);
    });
});

describe('an invite without a limit', () => {
    it('counts somebody who clicks twice at once, on two instances, once', async () => {
        const world = new World();
        const invite = world.invite();
        const elsewhere = Object.assign(Object.create(world) as World, {
            lock: { run: async (_key: string, work: () => Promise<unknown>) => work() },
        });
        const answers = await Promise.all([redeem(world, invite), redeem(elsewhere, invite)]);
        expect(answers.filter(({ joined }) => joined)).toHaveLength(1);
        expect(world.usageOf.get(invite.id)?.uses).toBe(1);
    });

    it('lets somebody in whose earlier attempt still holds their slot', async () => {
        const world = new World();
        const invite = world.invite();
        world.claim(`slot:${invite.id}:bob-id`, 'pending', { holder: 'an attempt' });
        expect(await redeem(world, invite)).toMatchObject({ joined: true });
        expect(world.backoffs).toBe(19);
    });
});
