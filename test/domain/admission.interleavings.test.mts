import { describe, expect, it } from '@jest/globals';

import { Admission, type Seat } from '../../src/domain/capacity/admission.ts';
import { seatsTaken, type Claim, type ClaimState } from '../../src/domain/model/claim.ts';
import type { ClaimStore } from '../../src/domain/ports.ts';

/**
 * Interleaves attempts at random, reproducibly from a seed. Each access to the store waits for its turn, and an attempt
 * may crash at any step.
 */
class Schedule {
    private readonly waiting: (() => void)[] = [];
    private random: number;

    constructor(seed: number) {
        this.random = seed * 2654435761 + 1;
    }

    next(): number {
        this.random = (Math.imul(this.random, 1103515245) + 12345) & 0x7fffffff;
        return this.random / 0x7fffffff;
    }

    /** Resolves when its turn comes, or never if the attempt crashes. */
    turn(crashRate = 0): Promise<void> {
        return new Promise((resolve) => {
            this.waiting.push(() => {
                if (this.next() >= crashRate) {
                    resolve();
                }
            });
        });
    }

    /** Runs the steps one by one until none is waiting. */
    async run(): Promise<void> {
        // After each step, everything it unblocked runs up to its own next step.
        await settle();
        while (this.waiting.length > 0) {
            const [step] = this.waiting.splice(Math.floor(this.next() * this.waiting.length), 1);
            step!();
            await settle();
        }
    }
}

function settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}

class MemoryClaims implements ClaimStore {
    readonly claims = new Map<string, Claim>();

    /** Each access waits for `step`. */
    constructor(private readonly step: () => Promise<void>) {}

    async insert(claim: Claim): Promise<void> {
        await this.step();
        this.claims.set(claim.id, claim);
    }

    async of(subject: string): Promise<Claim[]> {
        await this.step();
        return [...this.claims.values()].filter((claim) => claim.subject === subject);
    }

    async setState(claim: Claim, state: ClaimState): Promise<void> {
        await this.step();
        if (this.claims.has(claim.id)) {
            this.claims.set(claim.id, { ...claim, state });
        }
    }

    async remove(claim: Claim): Promise<void> {
        await this.step();
        this.claims.delete(claim.id);
    }

    async removeAllOf(subject: string): Promise<void> {
        for (const claim of await this.of(subject)) {
            this.claims.delete(claim.id);
        }
    }
}

/** An invite with a limit, and people who redeem it. */
class World {
    readonly schedule: Schedule;
    readonly members = new Set<string>();
    readonly store: MemoryClaims;
    readonly results: string[] = [];
    readonly admission: Admission;
    now = 0;
    private ids = 0;

    /** `crashRate` is the probability that an attempt crashes at a step. */
    constructor(
        seed: number,
        private readonly seats: number,
        public crashRate = 0,
        /** The probability that the server does not add a person. */
        public failRate = 0,
    ) {
        this.schedule = new Schedule(seed);
        this.store = new MemoryClaims(() => this.step());
        this.admission = new Admission({
            claims: this.store,
            clock: { now: () => this.now },
            secrets: { token: () => '', id: () => `claim-${++this.ids}` },
            report: () => undefined,
            backoff: async () => {
                for (let turns = Math.floor(this.schedule.next() * 12); turns > 0; turns--) {
                    await this.schedule.turn();
                }
            },
        });
    }

    /** Does what redeemInvite does: check, acquire, join, confirm. */
    async redeem(person: string): Promise<void> {
        const isOutside = (): Promise<boolean> => this.isOutside(person);
        if (!(await isOutside())) {
            this.results.push('already');
            return;
        }
        const taken = seatsTaken(await this.store.of('invite'), this.now, person);
        if (taken >= this.seats) {
            this.results.push('full');
            return;
        }
        const seat = await this.admission.acquire('invite', person, this.seats, {
            isStillNeeded: isOutside,
            hasJoined: async (holder) => !(await this.isOutside(holder)),
        });
        if (seat === 'full' || seat === 'not-needed') {
            this.results.push(seat);
            return;
        }
        await this.join(person, seat);
        this.results.push('in');
    }

    counted(): number {
        return [...this.store.claims.values()].filter(({ state }) => state !== 'pending').length;
    }

    private async join(person: string, seat: Seat): Promise<void> {
        if (!(await this.isOutside(person))) {
            await (seat.inheritedFrom ? this.admission.confirm(seat) : this.admission.release(seat));
            return;
        }
        await this.step();
        if (this.schedule.next() < this.failRate) {
            await this.admission.release(seat);
            throw new Error('The join failed');
        }
        this.members.add(person);
        await this.admission.confirm(seat);
    }

    private async isOutside(person: string): Promise<boolean> {
        await this.step();
        return !this.members.has(person);
    }

    private step(): Promise<void> {
        return this.schedule.turn(this.crashRate);
    }
}

const SEEDS = 150;
const worlds = (people: number[], seats: number[]): [number, number][] =>
    people.flatMap((count) => seats.map((max): [number, number] => [count, max]));

describe('admission, in every interleaving tried,', () => {
    it.each(worlds([2, 3, 5, 8], [1, 2, 3, 5]))('of %d people, admits exactly as many as the %d seats allow', async (people, seats) => {
        for (let seed = 1; seed <= SEEDS; seed++) {
            const world = new World(seed, seats);
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
            const world = new World(seed, seats);
            const attempts = [...Array.from({ length: clicks }, () => world.redeem('person')), world.redeem('another person')];
            await world.schedule.run();
            await Promise.all(attempts);
            const expected = Math.min(2, seats);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: expected, counted: expected });
        }
    });

    it('never admits one person too many when attempts crash, and admits the interrupted people on the next try', async () => {
        for (let seed = 1; seed <= 600; seed++) {
            const world = new World(seed, 2, 0.06);
            const people = ['one', 'two', 'three', 'four'];
            people.forEach((person) => void world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });

            // Later, after the abandoned claims became stale, all people try again without crashes.
            world.crashRate = 0;
            world.now = 20 * 60 * 1000;
            const attempts = people.map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
        }
    });

    it('never admits one person too many when people click twice and attempts crash', async () => {
        for (let seed = 1; seed <= 600; seed++) {
            const world = new World(seed, 2, 0.04);
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
        for (let seed = 1; seed <= 600; seed++) {
            const world = new World(seed, 2, 0, 0.5);
            const attempts = ['one', 'one', 'two', 'three'].map((person) => world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });

            // Later all people try again, and no join fails.
            world.failRate = 0;
            world.now = 20 * 60 * 1000;
            const again = ['one', 'two', 'three', 'four'].map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(again);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
        }
    });

    it('become free when their holders crashed and never returned', async () => {
        for (let seed = 1; seed <= 600; seed++) {
            const world = new World(seed, 2, 0.15);
            ['lost', 'gone'].forEach((person) => void world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            const inside = world.members.size;

            world.crashRate = 0;
            world.now = 20 * 60 * 1000;
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
            const world = new World(seed, 1);
            let inside = 0;
            let most = 0;
            const work = Array.from({ length: 4 }, () =>
                world.admission.runExclusively('slot', async () => {
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
