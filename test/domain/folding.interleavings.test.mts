import { describe, expect, it } from '@jest/globals';

import type { Claim } from '../../src/domain/model/claim.ts';
import type { Counter } from '../../src/domain/model/counter.ts';
import { RACES } from '../tools/races.mts';
import { Crowd, type Trouble } from './crowd.mts';

const RUNS = 8 * RACES;
const MINUTES = 60 * 1000;

interface Run {
    /** What happens to the processes that let people in. */
    readonly redeeming?: Trouble;
    /** What happens to the processes that fold. */
    readonly folding?: Trouble;
    /** Clocks of two processes differ by up to so many ms. */
    readonly clocksDiffer?: number;
    /** Plants a fault in a process. */
    readonly fault?: (process: Crowd) => void;
}

interface Result {
    /** People who were let in although the seats were taken, uses missing from the count, and seats lost for no reason. */
    readonly problems: string[];
    /** Seats that nobody got in the end. */
    readonly lost: number;
}

/** Runs people who come for half an hour while claims are folded, each in a process of their own. */
async function run(seed: number, { redeeming = {}, folding = {}, clocksDiffer = 0, fault = () => undefined }: Run): Promise<Result> {
    const seats = [1, 3, 6, 10][seed % 4]!;
    const people = [4, 8, 16][seed % 3]!;
    const crowd = new Crowd(seed, seats);
    const { schedule } = crowd;
    const problems: string[] = [];
    let wroteLate = false;
    const check = (): void => {
        if (crowd.members.size > seats) {
            problems.push(`${crowd.members.size} people took ${seats} seats`);
        }
        if (crowd.counted() < crowd.members.size) {
            problems.push(`${crowd.counted()} uses count ${crowd.members.size} people`);
        }
    };
    const newProcess = (trouble: Trouble): Crowd => {
        const other = crowd.another({ ...trouble, clockError: clocksDiffer * (schedule.next() - 0.5) });
        fault(other);
        for (const write of ['insert', 'replace'] as const) {
            const original = other.counters[write].bind(other.counters);
            other.counters[write] = async (counter) => {
                const asked = schedule.now;
                await original(counter).finally(() => (wroteLate ||= schedule.now - asked > MINUTES));
            };
        }
        return other;
    };
    const runAt = async (at: number, work: () => Promise<unknown>): Promise<void> => {
        await schedule.turn(0, at);
        await work().catch(() => undefined);
        check();
    };
    // People come in four waves, so that earlier claims can be folded and trimmed meanwhile.
    for (let wave = 0; wave < 4; wave++) {
        for (let n = 0; n < people; n++) {
            const process = newProcess(redeeming);
            void (n % 4 <= wave && runAt(wave * 7 * MINUTES, () => process.redeem(`person-${n}`)));
        }
        for (let n = 0; n < 6; n++) {
            const process = newProcess(folding);
            const at = (wave * 7 + Math.floor(n / 2) * 3) * MINUTES;
            void runAt(at, () => process.folding.fold('invite', () => true));
        }
    }
    await schedule.run();
    // Later, what was interrupted is finished, and more people come than there are seats.
    for (let night = 0; night < 2; night++) {
        schedule.now += 20 * MINUTES;
        const process = newProcess({});
        const settling = process.admission.settleInterrupted('invite', {
            hasJoined: async ({ holder }) => crowd.members.has(holder),
            onSettled: async () => undefined,
        });
        void settling.then(() => process.folding.fold('invite', () => true));
        await schedule.run();
    }
    schedule.now += 20 * MINUTES;
    for (let n = 0; n < seats + people; n++) {
        void newProcess({})
            .redeem(`last-${n}`)
            .catch(() => undefined);
    }
    await schedule.run();
    // All of them may have given up while they competed for the last seat.
    for (let n = 0; n < seats; n++) {
        void newProcess({})
            .redeem(`very-last-${n}`)
            .catch(() => undefined);
        await schedule.run();
    }
    check();
    const lost = Math.max(0, seats - crowd.members.size);
    if (lost > 0 && !wroteLate) {
        problems.push(`${lost} seats were lost, and no fold froze before a write`);
    }
    return { problems, lost };
}

async function runAll(runs: number, options: Run): Promise<{ wrong: string[]; lost: string[] }> {
    const wrong: string[] = [];
    const lost: string[] = [];
    for (let seed = 1; seed <= runs; seed++) {
        const result = await run(seed, options);
        wrong.push(...result.problems.map((problem) => `${seed}: ${problem}`));
        lost.push(...(result.lost > 0 ? [`${seed}: ${result.lost}`] : []));
    }
    return { wrong, lost };
}

/** Whether one of that many runs admits people wrongly or loses a seat. */
async function isCaught(runs: number, options: Run): Promise<boolean> {
    for (let seed = 1; seed <= runs; seed++) {
        const { problems, lost } = await run(seed, options);
        if (problems.length > 0 || lost > 0) {
            return true;
        }
    }
    return false;
}

const CRASHES: Trouble = { crashRate: 0.03 };
const FAILURES: Trouble = { failRate: 0.1 };
const FREEZES: Trouble = { freezeRate: 0.15 };

describe('folding, in every interleaving tried,', () => {
    it.each<[string, Run]>([
        ['without trouble', {}],
        ['while processes crash', { redeeming: CRASHES, folding: CRASHES }],
        ['while calls fail', { redeeming: FAILURES, folding: FAILURES }],
        ['while clocks differ by a minute', { clocksDiffer: MINUTES }],
        ['while clocks differ and calls fail', { clocksDiffer: MINUTES, redeeming: FAILURES, folding: FAILURES }],
        ['while clocks differ and processes crash', { clocksDiffer: MINUTES, redeeming: CRASHES, folding: CRASHES }],
    ])('admits exactly as many people as the seats allow %s', async (_what, options) => {
        expect(await runAll(RUNS, options)).toEqual({ wrong: [], lost: [] });
    });

    // A fold that freezes before it writes its counter may count claims that another fold has counted meanwhile.
    it.each<[string, Run]>([
        ['freeze', { folding: FREEZES }],
        ['freeze and clocks differ', { folding: FREEZES, clocksDiffer: MINUTES }],
        [
            'freeze, crash and fail',
            { folding: { ...FREEZES, ...CRASHES, ...FAILURES }, redeeming: { ...CRASHES, ...FAILURES }, clocksDiffer: MINUTES },
        ],
    ])('admits nobody too many while folds %s, and loses a seat only by a late write', async (_what, options) => {
        const { wrong, lost } = await runAll(RUNS, options);
        expect(wrong).toEqual([]);
        expect(lost.length).toBeLessThanOrEqual(RUNS / 50);
    });

    it('is caught by this test if counters are read before claims', async () => {
        const fault = ({ store, counters }: Crowd): void => {
            const readClaims = store.of.bind(store);
            const readCounters = counters.of.bind(counters);
            let early: Promise<Counter[]> | undefined;
            store.of = async (subject) => {
                early = subject === 'invite' ? readCounters(subject) : early;
                await early;
                return readClaims(subject);
            };
            counters.of = () => early ?? readCounters('invite');
        };
        expect(await isCaught(1500, { fault })).toBe(true);
    });

    it('is caught by this test if claims are removed before they are counted', async () => {
        const fault = ({ store, counters }: Crowd): void => {
            const insert = counters.insert.bind(counters);
            counters.insert = async (counter) => {
                for (const id of counter.claimIds) {
                    await store.remove({ id } as Claim);
                }
                await insert(counter);
            };
        };
        expect(await isCaught(300, { fault })).toBe(true);
    });

    it('is caught by this test if the ids are trimmed at once', async () => {
        const fault = ({ counters }: Crowd): void => {
            const insert = counters.insert.bind(counters);
            counters.insert = async (counter) => insert({ ...counter, claimIds: [] });
        };
        expect(await isCaught(300, { fault, folding: CRASHES })).toBe(true);
    });
});
