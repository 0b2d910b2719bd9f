import { describe, expect, it } from '@jest/globals';

import type { SeatContext } from '../../src/domain/capacity/admission.ts';
import { CLAIM_TTL_MS } from '../../src/domain/model/claim.ts';
import { refusal, World } from './world.mts';

const OPEN: SeatContext = { isStillNeeded: async () => true, hasJoined: async () => false };

describe('asking for a place', () => {
    it('grants it while there is one', async () => {
        const world = new World();
        const place = await world.admission.acquire('invite', 'bob-id', 1, OPEN);
        expect(place).toEqual({ claim: { ...[...world.claimed.values()][0], state: 'taken' }, inheritedFrom: undefined });
        expect(world.pauses).toBe(0);
    });

    it('is given up at once when all are taken for good, and after a while when they may yet come free', async () => {
        const world = new World();
        world.claim('invite', 'joined', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('full');
        expect(world.pauses).toBe(0);
        world.claim('invite', 'taken', { holder: 'two' });
        world.claim('invite', 'taken', { holder: 'two' });
        expect(await world.admission.acquire('invite', 'bob-id', 3, OPEN)).toBe('full');
        expect(world.pauses).toBe(19);
        expect(world.claimed.size).toBe(3);
    });

    it('is refused when the last place stays contested', async () => {
        const world = new World();
        world.claim('invite', 'pending', { holder: 'one' });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 1, OPEN))).toEqual({ code: 'error-too-many-requests', retryAfter: 60 });
        expect(world.pauses).toBe(19);
        expect(world.claimed.size).toBe(1);
    });

    it('ends when the place is not wanted any more', async () => {
        const world = new World();
        world.claim('invite', 'pending', { holder: 'one' });
        expect(await world.admission.acquire('invite', 'bob-id', 1, { ...OPEN, isStillNeeded: async () => false })).toBe('not-needed');
        expect(world.pauses).toBe(1);
    });

    it('ends when the holder turns out to have come in, and goes on when they have left since', async () => {
        const world = new World();
        world.claim('invite', 'joined');
        expect(await world.admission.acquire('invite', 'bob-id', 2, { ...OPEN, isStillNeeded: async () => false })).toBe('not-needed');
        expect(world.claimed.size).toBe(1);
        expect(await world.admission.acquire('invite', 'bob-id', 2, OPEN)).toMatchObject({ inheritedFrom: undefined });
        expect(world.claimed.size).toBe(2);
    });

    it('does not ask whether it is wanted of who was never in', async () => {
        const world = new World();
        world.claim('invite', 'joined', { holder: 'one' });
        const place = await world.admission.acquire('invite', 'bob-id', 2, { ...OPEN, isStillNeeded: async () => false });
        expect(place).toMatchObject({ claim: { holder: 'bob-id' } });
    });

    it('gives way to a newer attempt of the same person', async () => {
        const world = new World();
        const newer = world.claim('invite', 'pending', { at: world.now + 1 });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 5, OPEN))).toMatchObject({ code: 'error-too-many-requests' });
        expect([...world.claimed.values()]).toEqual([newer]);
        world.claim('invite', 'taken', { at: world.now - 1 });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 5, OPEN))).toMatchObject({ code: 'error-too-many-requests' });
        expect(world.claimed.size).toBe(2);
    });

    it('takes over from all earlier guesses, of which it names the newest, and lets go of them only when it holds the place', async () => {
        const world = new World();
        const [first, newest, second] = [3, 1, 2].map((age) => world.claim('invite', 'taken', { at: world.now - age }));
        const place = await world.admission.acquire('invite', 'bob-id', 1, OPEN);
        expect(place).toMatchObject({ inheritedFrom: newest });
        const own = [...world.claimed.keys()];
        expect(own).toHaveLength(1);
        expect(world.steps).toEqual([`taken ${own[0]!}`, `withdraw ${first!.id}`, `withdraw ${newest!.id}`, `withdraw ${second!.id}`]);
    });

    it('is granted to who has one already, or asks twice at once, whatever others ask for', async () => {
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
            expect(world.pauses).toBe(0);
        }
    });

    it('is never "full" to who has a place by a newer attempt', async () => {
        const world = new World();
        world.claim('invite', 'joined', { holder: 'one' });
        world.claim('invite', 'taken', { at: world.now + 1 });
        expect(await refusal(world.admission.acquire('invite', 'bob-id', 1, OPEN))).toMatchObject({ code: 'error-too-many-requests' });
    });

    it('does not act on a claim that took too long to be made', async () => {
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
            expect(world.pauses === 0).toBe(granted);
            expect(world.claimed.size).toBe(1);
        }
    });

    it('clears away what dead instances left pending, and nothing that may still be acted on', async () => {
        const world = new World();
        const alive = world.claim('invite', 'pending', { holder: 'one', at: world.now - CLAIM_TTL_MS.pending });
        world.claim('invite', 'pending', { holder: 'two', at: world.now - CLAIM_TTL_MS.pending - 1 });
        await world.admission.acquire('invite', 'bob-id', 2, OPEN);
        expect([...world.claimed.values()].map(({ id }) => id)).toEqual([alive.id, expect.not.stringContaining('claim')]);
        expect(world.pauses).toBe(0);
    });

    it('leaves nothing behind when the store fails', async () => {
        const world = new World();
        Object.assign(world.claims, { of: () => Promise.reject(new Error('The store is gone')) });
        await expect(world.admission.acquire('invite', 'bob-id', 1, OPEN)).rejects.toThrow('The store is gone');
        expect(world.claimed.size).toBe(0);
    });

    it('keeps what it has when the store fails while it takes over', async () => {
        for (const [earlier, kept] of [
            [1, 2],
            [0, 0],
        ] as const) {
            const world = new World();
            for (let i = 0; i < earlier; i++) {
                world.claim('invite', 'taken', { at: world.now - 1 });
            }
            Object.assign(world.claims, { setState: () => Promise.reject(new Error('The store is gone')) });
            await expect(world.admission.acquire('invite', 'bob-id', 1, OPEN)).rejects.toThrow('The store is gone');
            expect(world.claimed.size).toBe(kept);
        }
    });

    it('tells the log when it cannot withdraw, having tried twice, and goes on', async () => {
        const world = new World();
        let tries = 0;
        world.claim('invite', 'joined', { holder: 'one' });
        Object.assign(world.claims, {
            remove: () => {
                tries++;
                return Promise.reject(new Error('The store is gone'));
            },
        });
        expect(await world.admission.acquire('invite', 'bob-id', 1, OPEN)).toBe('full');
        expect(tries).toBe(2);
        expect(world.reports).toEqual([expect.stringMatching(/^The claim id-\d+ to invite could not be withdrawn$/)]);
    });
});

describe('a place', () => {
    it('is confirmed; when that fails, the log hears of it and nobody else', async () => {
        const world = new World();
        const claim = world.claim('invite', 'taken');
        await world.admission.confirm({ claim, inheritedFrom: undefined });
        expect(world.claimed.get(claim.id)?.state).toBe('joined');
        Object.assign(world.claims, { setState: () => Promise.reject(new Error('The store is gone')) });
        await world.admission.confirm({ claim, inheritedFrom: undefined });
        expect(world.reports).toEqual([`The claim ${claim.id} to invite could not be marked as joined`]);
    });

    it('is free again when it is released, unless an earlier attempt may still come in by it', async () => {
        const world = new World();
        const claim = world.claim('invite', 'taken');
        const inheritedFrom = { ...claim, id: 'earlier', at: world.now - CLAIM_TTL_MS.taken };
        await world.admission.release({ claim, inheritedFrom });
        expect(world.claimed.size).toBe(1);
        world.now += 1;
        await world.admission.release({ claim, inheritedFrom });
        expect(world.claimed.size).toBe(0);
        world.claimed.set(claim.id, claim);
        await world.admission.release({ claim, inheritedFrom: undefined });
        expect(world.claimed.size).toBe(0);
    });
});

describe('work that is to be done alone', () => {
    it('leaves nothing behind, whether it goes well or not', async () => {
        const world = new World();
        expect(await world.admission.runExclusively('slot', async () => world.claimed.size)).toBe(1);
        await expect(world.admission.runExclusively('slot', () => Promise.reject(new Error('It went wrong')))).rejects.toThrow('It went wrong');
        expect(world.claimed.size).toBe(0);
        expect(world.pauses).toBe(0);
    });

    it('is given up, or done otherwise, when others never end', async () => {
        const world = new World();
        const other = world.claim('slot', 'pending');
        const work = (): Promise<string> => Promise.reject(new Error('It must not be done'));
        expect(await refusal(world.admission.runExclusively('slot', work))).toEqual({ code: 'error-too-many-requests', retryAfter: 60 });
        expect(world.pauses).toBe(19);
        expect(await world.admission.runExclusively('slot', work, async () => 'otherwise')).toBe('otherwise');
        expect([...world.claimed.values()]).toEqual([other]);
    });

    it('is not begun on a claim that took too long to be made', async () => {
        const world = new World();
        const { of } = world.claims;
        let looks = 0;
        Object.assign(world.claims, {
            of: (subject: string) => {
                world.now += looks++ === 0 ? CLAIM_TTL_MS.active + 1 : 0;
                return of(subject);
            },
        });
        expect(await world.admission.runExclusively('slot', async () => 'done')).toBe('done');
        expect(world.pauses).toBe(1);
    });
});
