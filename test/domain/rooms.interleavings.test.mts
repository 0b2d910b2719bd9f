import { describe, expect, it } from '@jest/globals';

import { isJoin } from '../../src/domain/model/history.ts';
import type { Person, Room } from '../../src/domain/ports.ts';
import { cleanUp } from '../../src/domain/useCases/cleanUp.ts';
import { keepHistory } from '../../src/domain/useCases/keepHistory.ts';
import { redeemInvite } from '../../src/domain/useCases/redeemInvite.ts';
import { RateLimiter } from '../../src/domain/policies/rateLimiter.ts';
import { RACES } from '../tools/races.mts';
import { newProcess } from './process.mts';
import { Schedule } from './schedule.mts';
import { World } from './world.mts';

const RUNS = 30 * RACES;
const MINUTES = 60 * 1000;
const PEOPLE = ['ann', 'ben', 'cy', 'dee'];
const ROOMS = ['one', 'two', 'three'];
const SEATS = 2;

interface Run {
    readonly crashRate?: number;
    /** Whether everybody is banned from one of the rooms, another one for each person. */
    readonly bans?: boolean;
    /** Whether one room is archived while people join. */
    readonly closes?: boolean;
    /** The probability that the server does not add a person to a room. */
    readonly joinFailRate?: number;
    /** Looks for interrupted people in the first room only, as a planted fault. */
    readonly settlesFirstRoomOnly?: boolean;
}

/** Four people click twice on a link with two seats and three rooms. Returns what went wrong. */
async function run(seed: number, options: Run): Promise<string[]> {
    const { crashRate = 0, bans = false, closes = false, joinFailRate = 0, settlesFirstRoomOnly = false } = options;
    const world = new World();
    const schedule = new Schedule(seed);
    world.known.push(...ROOMS.map((id): Room => ({ ...world.room, id, name: id })));
    PEOPLE.forEach((id) => world.people.push({ ...world.bob, id, username: id }));
    const [rid, ...moreRooms] = ROOMS as [string, ...string[]];
    const { id: inviteId, token } = world.invite({ rid, moreRooms, maxUses: SEATS });
    const bannedFrom = (at: number): string | undefined => (bans ? ROOMS[(seed + at) % ROOMS.length] : undefined);
    PEOPLE.forEach((id, at) => bannedFrom(at) && world.statuses.set(`${bannedFrom(at)}:${id}`, 'banned'));
    const { join } = world;
    world.join = async (room, person) => (schedule.next() < joinFailRate ? { kind: 'not-added' } : join(room, person));
    const repeats = new RateLimiter();
    world.events.publish = (event) => keepHistory(world, event, repeats);

    const another = (rate: number): World => {
        const process = newProcess(world, schedule, rate);
        const { hasSubscription } = process.memberships;
        const isBlind = (room: string): boolean => settlesFirstRoomOnly && room !== rid;
        const memberships = {
            ...process.memberships,
            hasSubscription: async (room: string, id: string) => !isBlind(room) && hasSubscription(room, id),
        };
        return Object.assign(process, { memberships });
    };
    const redeem = (id: string, rate: number): Promise<unknown> => redeemInvite(another(rate), personCalled(world, id), token).catch(() => undefined);
    const roomsOf = (id: string): string[] => ROOMS.filter((room) => world.statuses.get(`${room}:${id}`) === 'member');

    PEOPLE.forEach((id) => void redeem(id, crashRate));
    PEOPLE.forEach((id) => void redeem(id, crashRate));
    if (closes) {
        void schedule.turn().then(() => world.known.splice(0, world.known.length, ...world.known.map(archivedIf('two'))));
    }
    await schedule.run();
    // What a crash left is abandoned after two minutes.
    world.now += 20 * MINUTES;
    world.join = join;
    for (const id of PEOPLE) {
        void redeem(id, 0);
        await schedule.run();
    }
    await cleanUp(world, { ended: 30, history: 90 });

    const inside = PEOPLE.filter((id) => roomsOf(id).length > 0);
    const { uses } = await world.usageStore.of({ id: inviteId });
    const joins = [...world.storedHistory.values()].filter(isJoin);
    const open = ROOMS.filter((room) => !closes || room !== 'two');
    const half = inside.filter((id) => !open.every((room) => roomsOf(id).includes(room) || room === bannedFrom(PEOPLE.indexOf(id))));
    const unbanned = PEOPLE.filter((id, at) => bannedFrom(at) && world.statuses.get(`${bannedFrom(at)}:${id}`) !== 'banned');
    // Whoever crashed or was not added comes again, which is a line of its own.
    const mayComeAgain = crashRate > 0 || joinFailRate > 0 || closes;
    const twice = inside.filter((id) => joins.filter(({ personId }) => personId === id).length > 1);
    return [
        ...(!mayComeAgain && twice.length > 0 ? [`the history has ${twice.join()} twice`] : []),
        ...(inside.length > SEATS ? [`${inside.join()} are in, by ${SEATS} seats`] : []),
        ...(inside.length < SEATS ? [`only ${inside.length} of ${SEATS} seats were given`] : []),
        ...(uses === inside.length ? [] : [`${uses} uses were counted of ${inside.join()}`]),
        ...(half.length > 0 ? [`${half.join()} is in some rooms only`] : []),
        ...(unbanned.length > 0 ? [`the ban of ${unbanned.join()} was lifted`] : []),
        ...inside.filter((id) => !joins.some(({ personId }) => personId === id)).map((id) => `the history does not know ${id}`),
    ].map((problem) => `${seed}: ${problem}`);
}

function personCalled(world: World, id: string): Person {
    return world.people.find((person) => person.id === id)!;
}

function archivedIf(id: string): (room: Room) => Room {
    return (room) => (room.id === id ? { ...room, archived: true } : room);
}

async function problemsOf(options: Run, runs = RUNS): Promise<string[]> {
    const problems: string[] = [];
    for (let seed = 1; seed <= runs; seed++) {
        problems.push(...(await run(seed, options)));
    }
    return problems;
}

describe('people who join several rooms by one link, in every interleaving tried,', () => {
    it.each<[string, Run]>([
        ['take one seat each and get into all rooms', {}],
        ['take one seat each and get into all rooms, although they crash half-way', { crashRate: 0.05 }],
        ['stay out of the rooms that banned them', { bans: true }],
        ['stay out of the rooms that banned them, although they crash half-way', { bans: true, crashRate: 0.05 }],
        ['stay out of a room that was closed meanwhile', { closes: true, crashRate: 0.03 }],
        ['come again where the server had not added them', { joinFailRate: 0.3, crashRate: 0.03 }],
    ])('%s', async (_what, options) => {
        expect(await problemsOf(options)).toEqual([]);
    });

    it('are found to be too many if only the first room tells who came in', async () => {
        expect((await problemsOf({ bans: true, crashRate: 0.05, settlesFirstRoomOnly: true }, 150)).join()).toContain('seats');
    });
});
