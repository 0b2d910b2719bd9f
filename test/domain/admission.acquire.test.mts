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

describe('exclusive work', () => {
    it('leaves no claim behind, whether it succeeds or fails', async () => {
        const world = new World();
        expect(await world.exclusiveWork.run('slot', async () => world.storedClaims.size)).toBe(1);
        await expect(world.exclusiveWork.run('slot', () => Promise.reject(new Error('The work failed')))).rejects.toThrow('The work failed');
        expect(world.storedClaims.size).toBe(0);
        expect(world.backoffs).toBe(0);
    });

    it('is refused or replaced if other work never ends', async () => {
        const world = new World();
        const other = world.claim('slot', 'pending');
        const work = (): Promise<string> => Promise.reject(new Error('This must not run'));
        expect(await refusal(world.exclusiveWork.run('slot', work))).toEqual({ code: 'error-too-many-requests', retryAfter: 60 });
        expect(world.backoffs).toBe(39);
        expect(await world.exclusiveWork.run('slot', work, async () => 'otherwise')).toBe('otherwise');
        expect([...world.storedClaims.values()]).toEqual([other]);
    });

    it('is refused or replaced once the operation has no time left', async () => {
        const world = new World();
        world.claim('slot', 'pending');
        world.patience = 3;
        const work = (): Promise<string> => Promise.reject(new Error('This must not run'));
        expect(await refusal(world.exclusiveWork.run('slot', work))).toEqual({ code: 'error-too-many-requests', retryAfter: 60 });
        expect(world.backoffs).toBe(3);
        expect(await world.exclusiveWork.run('slot', work, async () => 'otherwise')).toBe('otherwise');
        expect(world.storedClaims.size).toBe(1);
    });

    it('does not start on a claim that took too long to insert', async () => {
        const world = new World();
        const { of } = world.claims;
        let reads = 0;
        Object.assign(world.claims, {
            of: (subject: string) => {
                world.now += reads++ === 0 ? CLAIM_TTL_MS.active + 1 : 0;
                return of(subject);
            },
        });
        expect(await world.exclusiveWork.run('slot', async () => 'done')).toBe('done');
        expect(world.backoffs).toBe(1);
    });
});
