import { Admission, type Seat } from '../../src/domain/capacity/admission.ts';
import { ExclusiveWork } from '../../src/domain/capacity/exclusiveWork.ts';
import { Folding } from '../../src/domain/capacity/folding.ts';
import { usageIn } from '../../src/domain/model/counter.ts';
import { MemoryClaims, MemoryCounters } from './memoryStores.mts';
import { Schedule } from './schedule.mts';

/** How often something goes wrong with a call to the store, as probabilities. */
export interface Trouble {
    /** The process ends at the call. */
    readonly crashRate?: number;
    /** The call fails, before or after it was carried out. */
    readonly failRate?: number;
    /** The process freezes for up to 15 minutes before the call. */
    readonly freezeRate?: number;
    /** By how many ms the clock of the process is wrong. */
    readonly clockError?: number;
}

const LONGEST_FREEZE_MS = 15 * 60 * 1000;

/** An invite with a limit, and people who redeem it. `another` returns the same invite as another process sees it. */
export class Crowd {
    readonly schedule: Schedule;
    readonly members: Set<string>;
    readonly everIn: Set<string>;
    readonly results: string[];
    readonly store: MemoryClaims;
    readonly counters: MemoryCounters;
    readonly folding: Folding;
    readonly admission: Admission;
    readonly exclusiveWork: ExclusiveWork;
    private readonly ids: { last: number };

    /** `crashRate` is the probability that an attempt crashes at a step. */
    constructor(
        private readonly seed: number,
        private readonly seats: number,
        public crashRate = 0,
        /** The probability that the server does not add a person. */
        public joinFailRate = 0,
        public trouble: Trouble = {},
        shared?: Crowd,
    ) {
        this.schedule = shared?.schedule ?? new Schedule(seed);
        this.members = shared?.members ?? new Set();
        this.everIn = shared?.everIn ?? new Set();
        this.results = shared?.results ?? [];
        this.ids = shared?.ids ?? { last: 0 };
        this.store = new MemoryClaims((access) => this.access(access), shared?.store.claims);
        this.counters = new MemoryCounters((access) => this.access(access), shared?.counters.counters);
        const deps = {
            claims: this.store,
            counters: this.counters,
            clock: { now: () => this.schedule.now + (this.trouble.clockError ?? 0) },
            // As random as ids of the app: their order says nothing about their time.
            secrets: { token: () => '', id: () => `${Math.floor(this.schedule.next() * 1e9)}-${++this.ids.last}` },
        };
        const admissionDeps = {
            ...deps,
            report: () => undefined,
            backoff: async () => {
                for (let turns = Math.floor(this.schedule.next() * 12); turns > 0; turns--) {
                    await this.schedule.turn();
                }
                return true;
            },
        };
        this.admission = new Admission(admissionDeps);
        this.exclusiveWork = new ExclusiveWork(admissionDeps);
        this.folding = new Folding({ ...deps, exclusiveWork: this.exclusiveWork });
    }

    another(trouble: Trouble): Crowd {
        return new Crowd(this.seed, this.seats, trouble.crashRate, this.joinFailRate, trouble, this);
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
            hasJoined: async ({ holder }) => !(await this.isOutside(holder)),
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
        if (this.schedule.next() < this.joinFailRate) {
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

    private async access<T>(access: () => T): Promise<T> {
        await this.step();
        const { failRate = 0 } = this.trouble;
        if (this.schedule.next() < failRate / 2) {
            throw new Error('The call failed');
        }
        const result = access();
        if (this.schedule.next() < failRate / 2) {
            throw new Error('The answer was lost');
        }
        return result;
    }

    private step(): Promise<void> {
        const { freezeRate = 0 } = this.trouble;
        const frozenMs = this.schedule.next() < freezeRate ? this.schedule.next() * LONGEST_FREEZE_MS : 0;
        return this.schedule.turn(this.crashRate, this.schedule.now + frozenMs);
    }
}
