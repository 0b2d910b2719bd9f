import { describe, expect, it } from '@jest/globals';

import { RACES } from '../tools/races.mts';
import { Crowd } from './crowd.mts';

const SEEDS = 50 * RACES;
/** With crashes, more can go wrong. */
const CRASHED_SEEDS = 3 * SEEDS;
const worlds = (people: number[], seats: number[]): [number, number][] =>
    people.flatMap((count) => seats.map((max): [number, number] => [count, max]));

describe('admission, in every interleaving tried,', () => {
    it.each(worlds([2, 3, 5, 8], [1, 2, 3, 5]))('of %d people, admits exactly as many as the %d seats allow', async (people, seats) => {
        for (let seed = 1; seed <= SEEDS; seed++) {
            const world = new Crowd(seed, seats);
            const attempts = Array.from({ length: people }, (_, n) => world.redeem(`person-${n}`));
            await world.schedule.run();
            await Promise.all(attempts);
            const expected = Math.min(people, seats);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: expected, counted: expected });
            expect({ seed, full: world.results.filter((result) => result === 'full').length }).toEqual({ seed, full: people - expected });
        }
    });

    it.each(worlds([2, 4], [1, 2, 5]))('admits and counts a person who clicks %d times once, with %d seats', async (clicks, seats) => {
        for (let seed = 1; seed <= SEEDS; seed++) {
            const world = new Crowd(seed, seats);
            const attempts = [...Array.from({ length: clicks }, () => world.redeem('person')), world.redeem('another person')];
            await world.schedule.run();
            await Promise.all(attempts);
            const expected = Math.min(2, seats);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: expected, counted: expected });
        }
    });

    it('never admits one person too many when attempts crash, and admits the interrupted people on the next try', async () => {
        for (let seed = 1; seed <= CRASHED_SEEDS; seed++) {
            const world = new Crowd(seed, 2, 0.06);
            const people = ['one', 'two', 'three', 'four'];
            people.forEach((person) => void world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });

            // Later, after the abandoned claims became stale, all people try again without crashes.
            world.crashRate = 0;
            world.schedule.now = 20 * 60 * 1000;
            const attempts = people.map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
        }
    });

    it('never admits one person too many when people click twice and attempts crash', async () => {
        for (let seed = 1; seed <= CRASHED_SEEDS; seed++) {
            const world = new Crowd(seed, 2, 0.04);
            ['one', 'two', 'three'].forEach((person) => {
                void world.redeem(person).catch(() => undefined);
                void world.redeem(person).catch(() => undefined);
            });
            await world.schedule.run();
            world.crashRate = 0;
            const attempts = ['one', 'two', 'three', 'four'].map((person) => world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });
        }
    });
});

describe('unused seats', () => {
    it('become free when joins fail, in any interleaving, also after double clicks', async () => {
        for (let seed = 1; seed <= CRASHED_SEEDS; seed++) {
            const world = new Crowd(seed, 2, 0, 0.5);
            const attempts = ['one', 'one', 'two', 'three'].map((person) => world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });

            // Later all people try again, and no join fails.
            world.joinFailRate = 0;
            world.schedule.now = 20 * 60 * 1000;
            const again = ['one', 'two', 'three', 'four'].map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(again);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
        }
    });

    it('become free when their holders crashed and never returned', async () => {
        for (let seed = 1; seed <= CRASHED_SEEDS; seed++) {
            const world = new Crowd(seed, 2, 0.15);
            ['lost', 'gone'].forEach((person) => void world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            const inside = world.members.size;

            world.crashRate = 0;
            world.schedule.now = 20 * 60 * 1000;
            const attempts = ['one', 'two', 'three'].map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
            expect({ seed, newcomers: world.results.filter((result) => result === 'in').length >= 2 - inside }).toEqual({ seed, newcomers: true });
        }
    });
});

describe('exclusive work', () => {
    it('never runs twice at once, in any interleaving, and always gets its turn', async () => {
        for (let seed = 1; seed <= SEEDS; seed++) {
            const world = new Crowd(seed, 1);
            let inside = 0;
            let most = 0;
            const work = Array.from({ length: 4 }, () =>
                world.exclusiveWork.run('slot', async () => {
                    most = Math.max(most, ++inside);
                    await world.schedule.turn();
                    inside--;
                }),
            );
            await world.schedule.run();
            await Promise.all(work);
            expect({ seed, most, left: world.store.claims.size }).toEqual({ seed, most: 1, left: 0 });
        }
    });
});
