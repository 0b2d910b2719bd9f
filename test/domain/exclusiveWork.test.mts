import { describe, expect, it } from '@jest/globals';

import { CLAIM_TTL_MS } from '../../src/domain/model/claim.ts';
import { refusal, World } from './world.mts';

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

    it('does nothing, if it may not wait, while other work runs or on a claim that took too long to insert', async () => {
        const world = new World();
        const work = async (isActive: () => boolean): Promise<boolean> => isActive();
        expect(await world.exclusiveWork.runWhileActive('slot', work)).toBe(true);
        const other = world.claim('slot', 'pending');
        expect(await world.exclusiveWork.runWhileActive('slot', work)).toBe(false);
        world.storedClaims.delete(other.id);
        const { of } = world.claims;
        Object.assign(world.claims, {
            of: (subject: string) => {
                world.now += CLAIM_TTL_MS.active + 1;
                return of(subject);
            },
        });
        expect(await world.exclusiveWork.runWhileActive('slot', async () => true)).toBe(false);
        expect(world.storedClaims.size).toBe(0);
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
