import { describe, expect, it } from '@jest/globals';

import { Folding } from '../../src/domain/capacity/folding.ts';
import { CLAIM_TTL_MS, type Claim } from '../../src/domain/model/claim.ts';
import type { Counter } from '../../src/domain/model/counter.ts';
import { World } from './world.mts';

/** How old claims and the ids in a counter must be, in ms. */
const SETTLED = 2 * 60 * 1000;

const always = (): boolean => true;

/** Stores joined claims of that many people, each one ms older than the one before. */
function joined(world: World, people: number, age = SETTLED + 1): Claim[] {
    return Array.from({ length: people }, (_, n) => world.claim('invite', 'joined', { holder: `person-${n}`, at: world.now - age - n }));
}

function counter(world: World, overrides: Partial<Counter> = {}): Counter {
    const stored: Counter = { id: 'counter', inviteId: 'invite', uses: 2, lastAt: 7, claimIds: ['a', 'b'], foldedAt: world.now, ...overrides };
    world.storedCounters.set(stored.id, stored);
    return stored;
}

const countersIn = (world: World): Counter[] => [...world.storedCounters.values()];

/** Lets the lock of a fold expire during its first write of that kind, as a slow server does. */
function loseLockAt(world: World, write: 'insert' | 'replace'): void {
    const original = world.counters[write];
    Object.assign(world.counters, {
        [write]: async (changed: Counter) => {
            await original(changed);
            world.now += CLAIM_TTL_MS.active + 1;
        },
    });
}

describe('a fold', () => {
    it('replaces the claims of people who joined more than two minutes ago by a counter', async () => {
        const world = new World();
        const [newest, ...others] = joined(world, 3);
        const young = world.claim('invite', 'joined', { holder: 'young', at: world.now - SETTLED });
        const pending = world.claim('invite', 'pending', { holder: 'other', at: 0 });
        const elsewhere = world.claim('other', 'joined', { at: 0 });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([
            {
                id: expect.any(String),
                inviteId: 'invite',
                uses: 3,
                lastAt: newest!.at,
                claimIds: [newest, ...others].map((claim) => claim!.id),
                foldedAt: world.now,
            },
        ]);
        expect([...world.storedClaims.values()]).toEqual([young, pending, elsewhere]);
    });

    it('leaves the claims of a person with an interrupted one', async () => {
        const world = new World();
        const [first] = joined(world, 2);
        const taken = world.claim('invite', 'taken', { holder: first!.holder });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toMatchObject([{ uses: 1 }]);
        expect([...world.storedClaims.values()]).toEqual([first, taken]);
    });

    it('makes a counter for each two hundred claims, until none is left or its time is over', async () => {
        const world = new World();
        joined(world, 450);
        await new Folding(world).fold('invite', always);
        expect(countersIn(world).map(({ uses, claimIds }) => [uses, claimIds.length])).toEqual([
            [200, 200],
            [200, 200],
            [50, 50],
        ]);
        expect(world.storedClaims.size).toBe(0);

        const hurried = new World();
        joined(hurried, 450);
        let turns = 0;
        await new Folding(hurried).fold('invite', () => turns++ < 1);
        expect(countersIn(hurried)).toHaveLength(1);
        expect(hurried.storedClaims.size).toBe(250);
    });

    it('ends after one look if nothing is settled', async () => {
        const world = new World();
        let turns = 0;
        await new Folding(world).fold('invite', () => turns++ < 5);
        expect(turns).toBe(1);
        expect(countersIn(world)).toEqual([]);
        joined(world, 2);
        await new Folding(world).fold('invite', () => turns++ < 5);
        expect(turns).toBe(2);
    });

    it('does nothing while another instance folds the same invite', async () => {
        const world = new World();
        const claims = joined(world, 2);
        const lock = world.claim('fold:invite', 'pending', { holder: 'other' });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([]);
        expect([...world.storedClaims.values()]).toEqual([...claims, lock]);
    });

    it('counts no claim that a counter lists already', async () => {
        const world = new World();
        const [listed] = joined(world, 2);
        counter(world, { uses: 1, claimIds: [listed!.id] });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world).map(({ uses }) => uses)).toEqual([1, 1]);
        expect(world.storedClaims.size).toBe(0);
    });

    it('writes nothing once its lock has expired', async () => {
        const world = new World();
        const claims = joined(world, 2);
        const { of } = world.counters;
        Object.assign(world.counters, {
            of: async (inviteId: string) => {
                world.now += CLAIM_TTL_MS.active + 1;
                return of(inviteId);
            },
        });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([]);
        expect([...world.storedClaims.values()]).toEqual(claims);
    });

    it('leaves its claims to the next fold if its lock expires while it writes', async () => {
        const world = new World();
        const claims = joined(world, 2);
        loseLockAt(world, 'insert');
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toMatchObject([{ uses: 2 }]);
        expect([...world.storedClaims.values()]).toEqual(claims);
    });
});

describe('an earlier fold', () => {
    it('is finished: its claims go, and its ids count from now on', async () => {
        const world = new World();
        const [a, b] = joined(world, 2);
        const stored = counter(world, { claimIds: [a!.id, b!.id, 'gone'], foldedAt: 0 });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([{ ...stored, foldedAt: world.now }]);
        expect(world.storedClaims.size).toBe(0);
    });

    it('drops its ids once no reader can have seen its claims', async () => {
        const world = new World();
        const stored = counter(world);
        world.now += SETTLED;
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([stored]);
        world.now += 1;
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([{ ...stored, claimIds: [] }]);
    });

    it('without ids stays as it is', async () => {
        const world = new World();
        const stored = counter(world, { claimIds: [], foldedAt: 0 });
        Object.assign(world.counters, { replace: () => Promise.reject(new Error('It was replaced')) });
        await new Folding(world).fold('invite', always);
        expect(countersIn(world)).toEqual([stored]);
    });

    it('no longer counts the claims that another counter lists', async () => {
        const world = new World();
        const first = counter(world, { id: 'counter-1', claimIds: ['a', 'b'] });
        counter(world, { id: 'counter-2', uses: 3, claimIds: ['b', 'c', 'd'] });
        world.now += SETTLED + 1;
        await new Folding(world).fold('invite', always);
        expect(countersIn(world).map(({ uses }) => uses)).toEqual([first.uses, 2]);
    });

    it('waits for the next one if the lock expires while it is finished', async () => {
        const world = new World();
        const claims = joined(world, 1);
        counter(world, { id: 'counter-1', uses: 1, claimIds: [claims[0]!.id] });
        const second = counter(world, { id: 'counter-2', claimIds: ['gone'], foldedAt: 0 });
        loseLockAt(world, 'replace');
        await new Folding(world).fold('invite', always);
        expect([...world.storedClaims.values()]).toEqual(claims);
        expect(world.storedCounters.get('counter-2')).toEqual(second);
    });
});
