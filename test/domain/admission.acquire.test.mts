import { describe, expect, it } from '@jest/globals';

import type { SeatContext } from '../../src/domain/capacity/admission.ts';
import { CLAIM_TTL_MS } from '../../src/domain/model/claim.ts';
import { refusal, World } from './world.mts';

const OPEN: SeatContext = {
    isStillNeeded: async () => true,
    hasJoined: async () => false,
    hadSeat: async () => false,
    onSettled: async () => undefined,
};

describe('acquiring a seat', () => {
    it('returns a seat while one is free', async () => {
        const world = new World();
        const seat = await world.admission.acquire('invite', 'bob-id', 1, OPEN);
        expect(seat).toEqual({
            claim: { ...[...world.storedClaims.values()][0], state: 'taken' },
            inheritedFrom: undefined,
            others: 0,
            isFirst: true,
            joinedClaims: 0,
        });
        expect(world.backoffs).toBe(0);
    });

    it('fails at once if all holders have joined, and after all attempts if a seat may still become free', async () => {
        const world = new World();
        world.claim('invite', 'joined', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('full');
        expect(world.backoffs).toBe(0);
        world.claim('invite', 'taken', { holder: 'two' });
        world.claim('invite', 'taken', { holder: 'two' });
        expect(await world.admission.acquire('invite', 'bob-id', 3, OPEN)).toBe('full');
        expect(world.backoffs).toBe(19);
        expect(world.storedClaims.size).toBe(3);
    });

    it('is refused if the last seat stays contested as long as the operation has time', async () => {
        const world = new World();
        world.claim('invite', 'pending', { holder: 'one' });
        world.patience = 2;
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 1, OPEN))).toEqual({ code: 'error-too-many-requests', retryAfter: 60 });
        expect(world.backoffs).toBe(2);
        expect(world.storedClaims.size).toBe(1);
    });

    it('is refused if the last seat stays contested', async () => {
        const world = new World();
        world.claim('invite', 'pending', { holder: 'one' });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 1, OPEN))).toEqual({ code: 'error-too-many-requests', retryAfter: 60 });
        expect(world.backoffs).toBe(19);
        expect(world.storedClaims.size).toBe(1);
    });

    it('stops if the seat is no longer needed', async () => {
        const world = new World();
        world.claim('invite', 'pending', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 1, { ...OPEN, isStillNeeded: async () => false })).toBe('not-needed');
        expect(world.backoffs).toBe(1);
    });

    it('is not needed for a holder who has already joined, and counts no second use if they have left since', async () => {
        const world = new World();
        world.claim('invite', 'joined');
        expect(await world.admission.acquire('invite', 'bob-id', 2, { ...OPEN, isStillNeeded: async () => false })).toBe('not-needed');
        expect(world.storedClaims.size).toBe(1);
        expect(await world.admission.acquire('invite', 'bob-id', 2, OPEN)).toBe('returning');
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('full');
        expect(world.storedClaims.size).toBe(1);
    });

    it('does not check whether a seat is needed for a holder who never joined', async () => {
        const world = new World();
        world.claim('invite', 'joined', { holder: 'one' });
        const seat = await world.admission.acquire('invite', 'bob-id', 2, { ...OPEN, isStillNeeded: async () => false });
        expect(seat).toMatchObject({ claim: { holder: 'bob-id' } });
    });

    it('counts folded uses: for the seats, for the others, and for who is the first', async () => {
        const world = new World();
        world.storedCounters.set('counter', { id: 'counter', inviteId: 'invite', uses: 2, lastAt: 0, claimIds: [], foldedAt: 0 });
        world.claim('invite', 'joined', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 3, OPEN)).toBe('full');
        world.claim('invite', 'joined', { holder: 'two' });
        expect(await world.admission.acquire('invite', 'bob-id', 5, OPEN)).toMatchObject({ others: 4, isFirst: false, joinedClaims: 2 });
    });

    it('takes a folded use for that of the person, if the history knows them', async () => {
        const HAD_SEAT: SeatContext = { ...OPEN, hadSeat: async () => true };
        const world = new World();
        expect(await world.admission.acquire('invite', 'bob-id', 3, HAD_SEAT)).toMatchObject({ isFirst: true });
        world.storedClaims.clear();
        world.storedCounters.set('counter', { id: 'counter', inviteId: 'invite', uses: 2, lastAt: 0, claimIds: [], foldedAt: 0 });
        expect(await world.admission.acquire('invite', 'bob-id', 3, HAD_SEAT)).toBe('returning');
        world.claim('invite', 'joined', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 3, HAD_SEAT)).toBe('full');
        world.claim('invite', 'taken', { at: world.now - 1 });
        expect(await world.admission.acquire('invite', 'bob-id', 4, HAD_SEAT)).toMatchObject({ others: 3 });
    });

    it('lets a person finish who was interrupted between rooms or claims, although no seat is free', async () => {
        const world = new World();
        world.claim('invite', 'joined');
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('full');
        world.claim('invite', 'joined', { rids: ['other-room'] });
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('returning');

        const replacing = new World();
        replacing.claim('invite', 'joined', { at: replacing.now - 2 });
        replacing.claim('invite', 'taken', { at: replacing.now - 1 });
        expect(await replacing.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('returning');
    });

    it('is for all rooms that the person has still to come into, by any of their attempts', async () => {
        const world = new World();
        world.claim('invite', 'taken', { at: world.now - 2 });
        world.claim('invite', 'taken', { at: world.now - 1, rids: ['earlier', 'both'] });
        const seat = await world.admission.acquire('invite', 'bob-id', 1, { ...OPEN, rids: ['own', 'both'] });
        expect(seat).toMatchObject({ claim: { rids: ['own', 'both', 'earlier'] } });
    });

    it('yields to a newer attempt of the same person', async () => {
        const world = new World();
        const newer = world.claim('invite', 'pending', { at: world.now + 1 });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 5, OPEN))).toMatchObject({ code: 'error-too-many-requests' });
        expect([...world.storedClaims.values()]).toEqual([newer]);
        world.claim('invite', 'taken', { at: world.now - 1 });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 5, OPEN))).toMatchObject({ code: 'error-too-many-requests' });
        expect(world.storedClaims.size).toBe(2);
    });

    it('inherits all earlier attempts, names the newest, and deletes them only after it holds the seat', async () => {
        const world = new World();
        const [first, newest, second] = [3, 1, 2].map((age) => world.claim('invite', 'taken', { at: world.now - age }));
        const seat = await world.admission.acquire('invite', 'bob-id', 1, OPEN);
        expect(seat).toMatchObject({ inheritedFrom: newest });
        const own = [...world.storedClaims.keys()];
        expect(own).toHaveLength(1);
        expect(world.steps).toEqual([`taken ${own[0]!}`, `withdraw ${first!.id}`, `withdraw ${newest!.id}`, `withdraw ${second!.id}`]);
    });

    it('succeeds for a person with an earlier attempt despite pending rivals', async () => {
        for (const [state, rival] of [
            ['taken', true],
            ['pending', false],
        ] as const) {
            const world = new World();
            world.claim('invite', state, { at: world.now - 1 });
            if (rival) {
                world.claim('invite', 'pending', { holder: 'one' });
            }
            expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toMatchObject({ claim: { holder: 'bob-id' } });
            expect(world.backoffs).toBe(0);
        }
    });

    it('never returns "full" to a person with a newer attempt', async () => {
        const world = new World();
        world.claim('invite', 'joined', { holder: 'one' });
        world.claim('invite', 'taken', { at: world.now + 1 });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 1, OPEN))).toMatchObject({ code: 'error-too-many-requests' });
    });

    it('does not act on a claim that took too long to insert', async () => {
        for (const [took, granted] of [
            [CLAIM_TTL_MS.active, true],
            [CLAIM_TTL_MS.active + 1, false],
        ] as const) {
            const world = new World();
            const { insert } = world.claims;
            let inserted = 0;
            Object.assign(world.claims, {
                insert: async (claim: Parameters<typeof insert>[0]) => {
                    world.now += inserted++ === 0 ? took : 0;
                    await insert(claim);
                },
            });
            await world.admission.acquire('invite', 'bob-id', 1, OPEN);
            expect(world.backoffs === 0).toBe(granted);
            expect(world.storedClaims.size).toBe(1);
        }
    });

    it('deletes abandoned pending claims, but none that may still be acted on', async () => {
        const world = new World();
        const alive = world.claim('invite', 'pending', { holder: 'one', at: world.now - CLAIM_TTL_MS.pending });
        world.claim('invite', 'pending', { holder: 'two', at: world.now - CLAIM_TTL_MS.pending - 1 });
        await world.admission.acquire('invite', 'bob-id', 2, OPEN);
        expect([...world.storedClaims.values()].map(({ id }) => id)).toEqual([alive.id, expect.not.stringContaining('claim')]);
        expect(world.backoffs).toBe(0);
    });

    it('leaves no claim behind if the store fails', async () => {
        const world = new World();
        Object.assign(world.claims, { of: () => Promise.reject(new Error('The store failed')) });
        await expect(world.admission.acquire('invite', 'bob-id', 1, OPEN)).rejects.toThrow('The store failed');
        expect(world.storedClaims.size).toBe(0);
    });

    it('keeps its claims if the store fails during a takeover', async () => {
        for (const [earlier, kept] of [
            [1, 2],
            [0, 0],
        ] as const) {
            const world = new World();
            for (let i = 0; i < earlier; i++) {
                world.claim('invite', 'taken', { at: world.now - 1 });
            }
            Object.assign(world.claims, { setState: () => Promise.reject(new Error('The store failed')) });
            await expect(world.admission.acquire('invite', 'bob-id', 1, OPEN)).rejects.toThrow('The store failed');
            expect(world.storedClaims.size).toBe(kept);
        }
    });

    it('logs a claim that it could not withdraw in two attempts, and continues', async () => {
        const world = new World();
        let attempts = 0;
        world.claim('invite', 'joined', { holder: 'one' });
        Object.assign(world.claims, {
            remove: () => {
                attempts++;
                return Promise.reject(new Error('The store failed'));
            },
        });
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('full');
        expect(attempts).toBe(2);
        expect(world.reports).toEqual([expect.stringMatching(/^The claim id-\d+ to invite could not be withdrawn$/)]);
    });
});

describe('a seat', () => {
    it('is confirmed; a failure is only logged', async () => {
        const world = new World();
        const claim = world.claim('invite', 'taken');
        await world.admission.confirm({ claim });
        expect(world.storedClaims.get(claim.id)?.state).toBe('joined');
        Object.assign(world.claims, { setState: () => Promise.reject(new Error('The store failed')) });
        await world.admission.confirm({ claim });
        expect(world.reports).toEqual([`The claim ${claim.id} to invite could not be marked as joined`]);
    });

    it('is free after its release, unless an earlier attempt may still succeed with it', async () => {
        const world = new World();
        const claim = world.claim('invite', 'taken');
        const inheritedFrom = { ...claim, id: 'earlier', at: world.now - CLAIM_TTL_MS.taken };
        await world.admission.release({ claim, inheritedFrom });
        expect(world.storedClaims.size).toBe(1);
        world.now += 1;
        await world.admission.release({ claim, inheritedFrom });
        expect(world.storedClaims.size).toBe(0);
        world.storedClaims.set(claim.id, claim);
        await world.admission.release({ claim, inheritedFrom: undefined });
        expect(world.storedClaims.size).toBe(0);
    });
});

describe('interrupted claims', () => {
    const STALE = CLAIM_TTL_MS.taken + 1;

    it('are settled by whether their holders have joined, those of each holder once', async () => {
        const world = new World();
        const [left, came] = ['left', 'came'].map((holder) => world.claim('invite', 'taken', { holder, at: world.now - STALE }));
        world.claim('invite', 'taken', { holder: 'twice', at: world.now - STALE - 1 });
        const newer = world.claim('invite', 'taken', { holder: 'twice', at: world.now - STALE });
        world.claim('invite', 'taken', { holder: 'again', at: world.now - STALE });
        const again = world.claim('invite', 'joined', { holder: 'again', at: world.now - STALE - 1 });
        const young = world.claim('invite', 'taken', { holder: 'young', at: world.now - STALE + 1 });
        const pending = world.claim('invite', 'pending', { holder: 'pending', at: world.now - STALE });
        const told: string[] = [];
        await world.admission.settleInterrupted('invite', {
            hasJoined: async ({ holder }) => holder !== left!.holder,
            onSettled: async ({ id }) => void told.push(id),
        });
        expect(told).toEqual([came!.id, newer.id]);
        expect([...world.storedClaims.values()]).toEqual([{ ...came, state: 'joined' }, { ...newer, state: 'joined' }, again, young, pending]);
    });

    it('are not replaced by an attempt that was never granted', async () => {
        const world = new World();
        const taken = world.claim('invite', 'taken', { holder: 'one', at: world.now - STALE });
        world.claim('invite', 'pending', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 1, { ...OPEN, hasJoined: async () => true })).toBe('full');
        expect(world.storedClaims.get(taken.id)).toMatchObject({ state: 'joined' });
    });

    it('of a person who has tried all rooms are finished, and no others', async () => {
        const world = new World();
        const [own] = ['bob-id', 'one'].map((holder) => world.claim('invite', 'joined', { holder, rids: ['other-room'] }));
        world.claim('invite', 'joined');
        world.claim('invite', 'taken', { rids: ['other-room'] });
        await world.admission.finish('invite', 'bob-id');
        expect(world.steps).toEqual([`joined ${own!.id}`]);
        expect(world.storedClaims.get(own!.id)).not.toHaveProperty('rids');
    });
});
