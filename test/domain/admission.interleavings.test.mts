import { describe, expect, it } from '@jest/globals';

import { Admission, type Seat } from '../../src/domain/capacity/admission.ts';
import { seatsTaken, type Claim, type ClaimState } from '../../src/domain/model/claim.ts';
import type { ClaimStore } from '../../src/domain/ports.ts';

/**
 * The project's own admission code, in every interleaving that a seed makes: each step on the store waits until the schedule, drawn from the seed, lets it
 * through, and an attempt may be cut off for good at any step, as by a crash.
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

    /** Comes back when its turn is drawn; never, when the draw is a crash. */
    turn(crashRate = 0): Promise<void> {
        return new Promise((resolve) => {
            this.waiting.push(() => {
                if (this.next() >= crashRate) {
                    resolve();
                }
            });
        });
    }

    /** Lets one step after another through until nobody waits. */
    async run(): Promise<void> {
        // Between two steps, whatever the last one set free runs to its next step.
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

    /** `step` is waited for before each access. */
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

/** One world: a room, and people who ask for one of its places. */
class World {
    readonly schedule: Schedule;
    readonly members = new Set<string>();
    readonly store: MemoryClaims;
    readonly answers: string[] = [];
    readonly admission: Admission;
    now = 0;
    private ids = 0;

    /** `crashRate`: how likely an attempt is cut off at each of its steps. */
    constructor(
        seed: number,
        private readonly places: number,
        public crashRate = 0,
        /** How likely the server does not let somebody in. */
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

    /** What redeeming does, with this admission: probe, take, join, confirm. */
    async redeem(person: string): Promise<void> {
        const outside = (): Promise<boolean> => this.isOutside(person);
        if (!(await outside())) {
            this.answers.push('already');
            return;
        }
        const gone = seatsTaken(await this.store.of('invite'), this.now, person);
        if (gone >= this.places) {
            this.answers.push('full');
            return;
        }
        const place = await this.admission.acquire('invite', person, this.places, {
            isStillNeeded: outside,
            hasJoined: async (holder) => !(await this.isOutside(holder)),
        });
        if (place === 'full' || place === 'not-needed') {
            this.answers.push(place);
            return;
        }
        await this.join(person, place);
        this.answers.push('in');
    }

    counted(): number {
        return [...this.store.claims.values()].filter(({ state }) => state !== 'pending').length;
    }

    private async join(person: string, place: Seat): Promise<void> {
        if (!(await this.isOutside(person))) {
            await (place.inheritedFrom ? this.admission.confirm(place) : this.admission.release(place));
            return;
        }
        await this.step();
        if (this.schedule.next() < this.failRate) {
            await this.admission.release(place);
            throw new Error('The join failed');
        }
        this.members.add(person);
        await this.admission.confirm(place);
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
const worlds = (people: number[], places: number[]): [number, number][] =>
    people.flatMap((count) => places.map((max): [number, number] => [count, max]));

describe('admission, in every interleaving tried,', () => {
    it.each(worlds([2, 3, 5, 8], [1, 2, 3, 5]))('of %d people, lets exactly as many in as the %d places allow', async (people, places) => {
        for (let seed = 1; seed <= SEEDS; seed++) {
            const world = new World(seed, places);
            const attempts = Array.from({ length: people }, (_, n) => world.redeem(`person-${n}`));
            await world.schedule.run();
            await Promise.all(attempts);
            const expected = Math.min(people, places);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: expected, counted: expected });
            expect({ seed, full: world.answers.filter((answer) => answer === 'full').length }).toEqual({ seed, full: people - expected });
        }
    });

    it.each(worlds([2, 4], [1, 2, 5]))(
        'of one person who clicks %d times, with %d places, lets them in once and counts them once',
        async (clicks, places) => {
            for (let seed = 1; seed <= SEEDS; seed++) {
                const world = new World(seed, places);
                const attempts = [...Array.from({ length: clicks }, () => world.redeem('person')), world.redeem('somebody else')];
                await world.schedule.run();
                await Promise.all(attempts);
                const expected = Math.min(2, places);
                expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: expected, counted: expected });
            }
        },
    );

    it('lets never one too many in when attempts are cut off at any step, and who was cut off gets in on the next try', async () => {
        for (let seed = 1; seed <= 600; seed++) {
            const world = new World(seed, 2, 0.06);
            const people = ['one', 'two', 'three', 'four'];
            people.forEach((person) => void world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });

            // Later, when what the dead left pending has aged out, everybody tries again and nothing is cut off.
            world.crashRate = 0;
            world.now = 20 * 60 * 1000;
            const attempts = people.map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
        }
    });

    it('lets never one too many in when people click twice and are cut off at any step', async () => {
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

describe('places that were not used', () => {
    it('are given back when joins fail, in any interleaving, also to who clicked twice', async () => {
        for (let seed = 1; seed <= 600; seed++) {
            const world = new World(seed, 2, 0, 0.5);
            const attempts = ['one', 'one', 'two', 'three'].map((person) => world.redeem(person).catch(() => undefined));
            await world.schedule.run();
            await Promise.all(attempts);
            expect({ seed, tooMany: world.members.size > 2 }).toEqual({ seed, tooMany: false });

            // Later everybody tries again, and nothing fails any more.
            world.failRate = 0;
            world.now = 20 * 60 * 1000;
            const again = ['one', 'two', 'three', 'four'].map((person) => world.redeem(person));
            await world.schedule.run();
            await Promise.all(again);
            expect({ seed, in: world.members.size, counted: world.counted() }).toEqual({ seed, in: 2, counted: 2 });
        }
    });

    it('are given back when who held them was cut off and never came back', async () => {
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
            expect({ seed, newcomers: world.answers.filter((answer) => answer === 'in').length >= 2 - inside }).toEqual({ seed, newcomers: true });
        }
    });
});

describe('alone', () => {
    it('never lets two work at once, in any interleaving, and all get their turn', async () => {
        for (let seed = 1; seed <= SEEDS; seed++) {
            const world = new World(seed, 1);
            let inside = 0;
            let most = 0;
            const works = Array.from({ length: 4 }, () =>
                world.admission.runExclusively('slot', async () => {
                    most = Math.max(most, ++inside);
                    await world.schedule.turn();
                    inside--;
                }),
            );
            await world.schedule.run();
            await Promise.all(works);
            expect({ seed, most, left: world.store.claims.size }).toEqual({ seed, most: 1, left: 0 });
        }
    });
});
