import { describe, expect, it } from '@jest/globals';

import { seatsOf } from '../../src/domain/model/invite.ts';
import type { Person } from '../../src/domain/ports.ts';
import { editInvite } from '../../src/domain/useCases/editInvite.ts';
import { redeemInvite } from '../../src/domain/useCases/redeemInvite.ts';
import { RACES } from '../tools/races.mts';
import { newProcess } from './process.mts';
import { Schedule } from './schedule.mts';
import { World } from './world.mts';

const RUNS = 20 * RACES;
const MINUTES = 60 * 1000;

interface Run {
    readonly crashRate?: number;
    /** How many times each person clicks. */
    readonly clicks?: number;
    readonly limits: readonly number[];
}

/** Runs redemptions of an invite for five people, and edits of its limit. Returns what went wrong. */
async function run(seed: number, { crashRate = 0, clicks = 1, limits }: Run): Promise<string[]> {
    const world = new World();
    const schedule = new Schedule(seed);
    const { id, token } = world.invite({ maxUses: 5 });
    const problems: string[] = [];
    const redeem = (name: string, rate: number): Promise<unknown> => {
        const person: Person = { ...world.bob, id: name, username: name };
        return redeemInvite(newProcess(world, schedule, rate), person, token).catch(() => undefined);
    };
    const joined = (): number => world.statuses.size - 1;
    const limit = (): number => seatsOf(world.storedInvites.get(id)!);
    const check = (when: string): void => {
        if (joined() > limit()) {
            problems.push(`${seed}: ${joined()} people are in ${when}, and the limit is ${limit()}`);
        }
    };
    for (let n = 0; n < 6 * clicks; n++) {
        void redeem(`person-${n % 6}`, crashRate);
    }
    const edits = (async () => {
        for (const maxUses of limits) {
            for (let turns = Math.floor(schedule.next() * 40); turns > 0; turns--) {
                await schedule.turn();
            }
            const edited = editInvite(newProcess(world, schedule, 0), world.anne, id, { maxUses });
            const result = await edited.catch(() => undefined);
            if (result && joined() > seatsOf(result.invite)) {
                problems.push(`${seed}: ${joined()} people are in, and the answer says ${result.invite.maxUses}`);
            }
        }
    })();
    await schedule.run();
    await edits;
    check('after the edits');
    world.now += 3 * MINUTES;
    for (let n = 0; n < 6; n++) {
        void redeem(`person-${n}`, 0);
    }
    await schedule.run();
    check('after they try again');
    world.now += 20 * MINUTES;
    for (let n = 0; n < 8; n++) {
        void redeem(`last-${n}`, 0);
        await schedule.run();
    }
    check('in the end');
    const isLost = limit() < Infinity && joined() < limit();
    return isLost ? [...problems, `${seed}: only ${joined()} of ${limit()} seats were given`] : problems;
}

describe('a limit that is edited while people join, in every interleaving tried,', () => {
    it.each<[string, Run]>([
        ['lowered', { limits: [2] }],
        ['lowered while attempts crash', { limits: [2], crashRate: 0.05 }],
        ['lowered while people click twice and attempts crash', { limits: [2], clicks: 2, crashRate: 0.05 }],
        ['removed and set', { limits: [0, 3], clicks: 2, crashRate: 0.03 }],
        ['lowered, raised and lowered', { limits: [1, 5, 3], clicks: 2, crashRate: 0.03 }],
    ])('holds from its answer on: %s', async (_what, options) => {
        const problems: string[] = [];
        for (let seed = 1; seed <= RUNS; seed++) {
            problems.push(...(await run(seed, options)));
        }
        expect(problems).toEqual([]);
    });
});
