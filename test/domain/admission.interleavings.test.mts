import { describe, expect, it } from '@jest/globals';

import { Admission, type Seat } from '../../src/domain/capacity/admission.ts';
import { Folding } from '../../src/domain/capacity/folding.ts';
import type { Claim, ClaimState } from '../../src/domain/model/claim.ts';
import { usageIn, type Counter } from '../../src/domain/model/counter.ts';
import type { ClaimStore, CounterStore } from '../../src/domain/ports.ts';
import { Schedule } from './schedule.mts';

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

class MemoryCounters implements CounterStore {
    readonly counters = new Map<string, Counter>();

    /** Each access waits for `step`. */
    constructor(private readonly step: () => Promise<void>) {}

    async of(inviteId: string): Promise<Counter[]> {
        await this.step();
        return [...this.counters.values()].filter((counter) => counter.inviteId === inviteId);
    }

    async insert(counter: Counter): Promise<void> {
        await this.step();
        this.counters.set(counter.id, counter);
    }

    async replace(counter: Counter): Promise<void> {
        await this.insert(counter);
    }
}

/** An invite with a limit, and people who redeem it. */
class World {
    readonly schedule: Schedule;
    readonly members = new Set<string>();
    readonly everIn = new Set<string>();
    readonly store: MemoryClaims;
    readonly counters: MemoryCounters;
    readonly folding: Folding;
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
        this.counters = new MemoryCounters(() => this.step());
        const shared = {
            claims: this.store,
            counters: this.counters,
            clock: { now: () => this.now },
            secrets: { token: () => '', id: () => `claim-${++this.ids}` },
        };
        this.admission = new Admission({
            ...shared,
            report: () => undefined,
            backoff: async () => {
                for (let turns = Math.floor(this.schedule.next() * 12); turns > 0; turns--) {
                    await this.schedule.turn();
                }
            },
        });
        this.folding = new Folding({ ...shared, admission: this.admission });
    }

    /** Does what redeemInvite does: check, acquire, join, confirm. */
    async redeem(person: string): Promise<void> {
        const isOutside = (): Promise<boolean> => this.isOutside(person);
        if (!(await isOutside())) {
            this.results.push('already');
            return;
        }
        const seat = await this.admission.acquire('invite', person, this.seats, {
            isStillNeeded: isOutside,
            hasJoined: async (holder) => !(await this.isOutside(holder)),
            hadSeat: async () => this.everIn.has(person),
            onSettled: async () => undefined,
        });
        if (seat === 'returning') {
            this.members.add(person);
            this.results.push('in');
            return;
        }
        if (seat === 'full' || seat === 'not-needed') {
            this.results.push(seat);
            return;
        }
        await this.join(person, seat);
        this.results.push('in');
    }

    counted(): number {
        return usageIn([...this.store.claims.values()], [...this.counters.counters.values()]).uses;
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
        this.everIn.add(person);
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

/** Plants a fault in a world before it runs. */
type Fault = (world: World) => void;

const MINUTES = 60 * 1000;

/** Runs people who come while claims are folded, and returns what went wrong. */
async function foldingRun(
    seed: number,
    { crashRate = 0, fault = (): void => undefined }: { crashRate?: number; fault?: Fault } = {},
): Promise<string[]> {
    const seats = [1, 3, 6, 10][seed % 4]!;
    const people = [4, 8, 16][seed % 3]!;
    const world = new World(seed, seats, crashRate);
    fault(world);
    const problems: string[] = [];
    const check = (): void => {
        if (world.members.size > seats) {
            problems.push(`${world.members.size} people took ${seats} seats`);
        }
        if (world.counted() < world.members.size) {
            problems.push(`${world.counted()} uses count ${world.members.size} people`);
        }
    };
    // People come in three waves, and time passes between them, so that earlier claims can be folded and trimmed.
    for (let wave = 0; wave < 4; wave++) {
        const here = Array.from({ length: people }, (_, n) => `person-${n}`).filter((_, n) => n % 4 <= wave);
        const attempts = [
            ...here.map((person) => world.redeem(person).catch(() => undefined)),
            ...[0, 1].map(() => world.folding.fold('invite', () => true).catch(() => undefined)),
        ];
        await world.schedule.run();
        if (crashRate === 0) {
            await Promise.all(attempts);
        }
        check();
        world.now += 3 * MINUTES;
    }
    world.crashRate = 0;
    world.now += 20 * MINUTES;
    const last = Array.from({ length: seats + people }, (_, n) => world.redeem(`last-${n}`).catch(() => undefined));
    await world.schedule.run();
    await Promise.all(last);
    check();
    if (crashRate === 0 && world.members.size < seats) {
        problems.push(`only ${world.members.size} of ${seats} seats were given to ${people} people`);
    }
    return problems;
}

async function problemsIn(runs: number, options: { crashRate?: number; fault?: Fault }): Promise<number> {
    let found = 0;
    for (let seed = 1; seed <= runs; seed++) {
        found += (await foldingRun(seed, options)).length > 0 ? 1 : 0;
    }
    return found;
}

const RUNS = Number(process.env.RUNS ?? 300);

describe('folding, in every interleaving tried,', () => {
    it('admits exactly as many as the seats allow, and counts nobody twice for good', async () => {
        for (let seed = 1; seed <= RUNS; seed++) {
            expect({ seed, problems: await foldingRun(seed) }).toEqual({ seed, problems: [] });
        }
    });

    it('never admits one person too many when attempts and folds crash', async () => {
        for (let seed = 1; seed <= RUNS; seed++) {
            expect({ seed, problems: await foldingRun(seed, { crashRate: 0.03 }) }).toEqual({ seed, problems: [] });
        }
    });

    it('is caught by this test if counters are read before claims', async () => {
        const fault: Fault = ({ store, counters }) => {
            const { of } = store;
            const readCounters = counters.of.bind(counters);
            let early: Promise<Counter[]> | undefined;
            store.of = async (subject) => {
                early = subject === 'invite' ? readCounters(subject) : early;
                await early;
                return of.call(store, subject);
            };
            counters.of = () => early ?? readCounters('invite');
        };
        expect(await problemsIn(1500, { fault })).toBeGreaterThan(0);
    });

    it('is caught by this test if claims are removed before they are counted', async () => {
        const fault: Fault = ({ store, counters }) => {
            const insert = counters.insert.bind(counters);
            counters.insert = async (counter) => {
                for (const id of counter.claimIds) {
                    await store.remove({ id } as Claim);
                }
                await insert(counter);
            };
        };
        expect(await problemsIn(300, { fault })).toBeGreaterThan(0);
    });
});
