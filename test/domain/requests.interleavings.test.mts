import { describe, expect, it } from '@jest/globals';

import type { ExclusiveWork } from '../../src/domain/capacity/exclusiveWork.ts';
import type { JoinRequest } from '../../src/domain/model/joinRequest.ts';
import type { Person } from '../../src/domain/ports.ts';
import { approveRequest, denyRequest } from '../../src/domain/useCases/decideRequest.ts';
import { listRequests } from '../../src/domain/useCases/listRequests.ts';
import { redeemInvite } from '../../src/domain/useCases/redeemInvite.ts';
import { RACES } from '../tools/races.mts';
import { newProcess } from './process.mts';
import { Schedule } from './schedule.mts';
import { World } from './world.mts';

const RUNS = 30 * RACES;
const MINUTES = 60 * 1000;
const PEOPLE = ['ann', 'ben', 'cy', 'dee'];
const SEATS = 3;

interface Run {
    readonly crashRate?: number;
    /** Whether the second manager denies what the first one approves. */
    readonly denies?: boolean;
    /** Whether an owner bans somebody who has not come in yet. */
    readonly bans?: boolean;
    /** Decides without taking turns, as a planted fault. */
    readonly withoutLock?: boolean;
}

/** A person joins as on the server: whoever has a subscription is not added. Only their own login tells a ban apart. */
function newWorld(): World {
    const world = new World();
    const { memberships } = world;
    return Object.assign(world, {
        memberships: {
            ...memberships,
            statusOf: async (rid: string, person: Person) =>
                world.statuses.has(`${rid}:${person.id}`) && person.id !== 'anne-id' ? 'unverified' : memberships.statusOf(rid, person),
        },
    });
}

/** Four people ask at once and click twice, and two managers decide each request meanwhile. Returns what went wrong. */
async function run(seed: number, { crashRate = 0, denies = false, bans = false, withoutLock = false }: Run): Promise<string[]> {
    const world = newWorld();
    const schedule = new Schedule(seed);
    const { id: inviteId, token } = world.invite({ maxUses: SEATS, approval: true });
    PEOPLE.forEach((id) => world.people.push({ ...world.bob, id, username: id }));
    const another = (rate: number): World => {
        const process = newProcess(world, schedule, rate);
        const exclusiveWork = { run: (_subject: string, work: () => Promise<unknown>) => work() } as unknown as ExclusiveWork;
        return withoutLock ? Object.assign(process, { exclusiveWork }) : process;
    };
    const ask = (id: string, rate: number): Promise<unknown> =>
        redeemInvite(
            another(rate),
            world.people.find((person) => person.id === id)!,
            token,
        ).catch(() => undefined);
    const requests = (): JoinRequest[] => [...world.storedRequests.values()];
    const isIn = (id: string): boolean => world.statuses.get(`room:${id}`) === 'member';
    const waiting = async (): Promise<string[]> =>
        (await listRequests(world, world.anne, { inviteId, offset: 0, count: 100 })).items.map(({ request }) => request.id);
    const problems: string[] = [];
    const check = (when: string): void => {
        const members = PEOPLE.filter(isIn);
        if (members.length > SEATS) {
            problems.push(`${seed}: ${members.join()} are in ${when}, by ${SEATS} seats`);
        }
        const denied = requests().filter(({ state, personId }) => state === 'denied' && isIn(personId));
        if (denied.length > 0) {
            problems.push(`${seed}: ${denied.map(({ personId }) => personId).join()} was denied and is in ${when}`);
        }
    };

    PEOPLE.forEach((id) => void ask(id, crashRate));
    PEOPLE.forEach((id) => void ask(id, crashRate));
    await schedule.run();
    // What a crash left is abandoned after two minutes.
    world.now += 3 * MINUTES;
    PEOPLE.forEach((id) => void ask(id, 0));
    await schedule.run();
    const asked = await waiting();
    if (asked.length !== PEOPLE.length) {
        problems.push(`${seed}: ${asked.length} requests wait of ${PEOPLE.length} people`);
    }
    for (const id of asked) {
        void approveRequest(another(crashRate), world.anne, id).catch(() => undefined);
        const second = denies ? denyRequest : approveRequest;
        void second(another(crashRate), world.anne, id).catch(() => undefined);
    }
    const banned = bans ? PEOPLE[seed % PEOPLE.length]! : undefined;
    let isBanned = false;
    if (banned !== undefined) {
        void schedule.turn().then(() => {
            isBanned = !isIn(banned);
            world.statuses.set(`room:${banned}`, isBanned ? 'banned' : 'member');
        });
    }
    await schedule.run();
    check('after the decisions');
    world.now += 20 * MINUTES;
    for (const id of await waiting()) {
        void approveRequest(another(0), world.anne, id).catch(() => undefined);
        await schedule.run();
    }
    check('in the end');
    if (isBanned && isIn(String(banned))) {
        problems.push(`${seed}: the ban of ${banned} was lifted`);
    }
    const approved = requests().filter(({ state, personId }) => state === 'approved' && !world.statuses.has(`room:${personId}`));
    if (approved.length > 0) {
        problems.push(`${seed}: ${approved.map(({ personId }) => personId).join()} was approved and is not in`);
    }
    const inside = PEOPLE.filter(isIn).length;
    if (!denies && !bans && inside < SEATS) {
        problems.push(`${seed}: only ${inside} of ${SEATS} seats were given`);
    }
    return problems;
}

async function problemsOf(options: Run): Promise<string[]> {
    const problems: string[] = [];
    for (let seed = 1; seed <= RUNS; seed++) {
        problems.push(...(await run(seed, options)));
    }
    return problems;
}

describe('requests that several managers decide at once, in every interleaving tried,', () => {
    it.each<[string, Run]>([
        ['are approved once', {}],
        ['are approved once, although managers crash', { crashRate: 0.05 }],
        ['are approved or denied, never both', { denies: true }],
        ['are approved or denied, never both, although managers crash', { denies: true, crashRate: 0.03 }],
        ['do not let in who is banned meanwhile', { bans: true }],
        ['do not let in who is banned meanwhile, although managers crash', { bans: true, crashRate: 0.05 }],
    ])('%s', async (_what, options) => {
        expect(await problemsOf(options)).toEqual([]);
    });

    it('are found to go wrong without turns', async () => {
        expect((await problemsOf({ denies: true, withoutLock: true })).join()).toContain('was denied and is in');
    });
});
