import { performance } from 'node:perf_hooks';

import { Scene, type Person } from '../e2e/scene.mts';
import { Client, type Answer } from '../workspace/index.mts';

export interface Figure {
    operation: string;
    invites: number;
    instances: number;
    /** The app's calls to the server: the maximum over all runs, with warm caches. */
    calls: number;
    /** In ms, as the caller measures it. */
    median: number;
    p95: number;
}

export interface Throughput {
    invites: number;
    instances: number;
    /** Redemptions per second. */
    limited: number;
    unlimited: number;
}

/** A process that has just started is slow at everything, however much is stored. */
const WARM_UPS = 600;
const TIMES = 60;
const LONG_TIMES = 10;
const AT_ONCE = 16;
const CROWD = 240;
const INVITES_A_ROOM = 100;

/** Measures a workspace with `invites` invites, which are created through the app. */
export async function measure(invites: number, instances: number): Promise<{ figures: Figure[]; throughput: Throughput }> {
    const scene = await Scene.open({ instances });
    try {
        const owner = await scene.person();
        // One person creates more invites here than the limit allows.
        await scene.changeSetting('Max_Created_Per_Hour', 0);
        await warmUp(scene, owner);
        await seed(scene, owner, invites);
        const figures: Figure[] = [];
        for (const { operation, times, prepare } of operations(scene, owner)) {
            const runs: { calls: number; ms: number }[] = [];
            // The first runs fill the cache of every instance.
            for (let time = -2 * instances; time < times; time++) {
                const act = await prepare();
                let ms = 0;
                const calls = await scene.callsDuring(async () => {
                    const begun = performance.now();
                    const { status } = await act();
                    ms = performance.now() - begun;
                    if (status !== 200 && status !== 405) {
                        throw new Error(`${operation} returned ${status}`);
                    }
                });
                if (time >= 0) {
                    runs.push({ calls: calls.length, ms });
                }
            }
            const sorted = runs.map(({ ms }) => ms).sort((a, b) => a - b);
            const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
            figures.push({ operation, invites, instances, calls: Math.max(...runs.map((run) => run.calls)), median: at(0.5), p95: at(0.95) });
        }
        const throughput = { invites, instances, limited: await perSecond(scene, owner, CROWD), unlimited: await perSecond(scene, owner, 0) };
        return { figures, throughput };
    } finally {
        await scene.close();
    }
}

/** Creates and removes invites, so the number of stored invites stays the same. */
async function warmUp(scene: Scene, owner: Person): Promise<void> {
    const client = plain(owner);
    const rid = await scene.room(owner);
    const days = Array.from({ length: WARM_UPS }, (_, index) => index + 1);
    await inTurns(days, async (day) => {
        const { body } = await client.app('POST', 'findOrCreateInvite', { rid, days: day, maxUses: 1 });
        await client.app('POST', 'validateInviteToken', { token: body.inviteToken });
        await client.app('DELETE', `removeInvite/${body._id}`);
    });
}

async function seed(scene: Scene, owner: Person, invites: number): Promise<void> {
    const client = plain(owner);
    const wanted: { rid: string; days: number; maxUses: number }[] = [];
    while (wanted.length < invites) {
        const rid = await scene.room(owner);
        for (let days = 1; days <= INVITES_A_ROOM && wanted.length < invites; days++) {
            wanted.push({ rid, days, maxUses: days % 2 });
        }
    }
    await inTurns(wanted, async (invite) => {
        const { status } = await client.app('POST', 'findOrCreateInvite', invite);
        if (status !== 200) {
            throw new Error(`An invite could not be created: ${status}`);
        }
    });
}

interface Operation {
    operation: string;
    times: number;
    /** Sets the operation up and returns the part that is measured. */
    prepare: () => Promise<() => Promise<Answer>>;
}

function operations(scene: Scene, owner: Person): Operation[] {
    const creator = plain(owner);
    const admin = plain(scene.admin);
    const invite = async (maxUses: number): Promise<{ rid: string; token: string }> => {
        const rid = await scene.room(owner);
        const { body } = await creator.app('POST', 'findOrCreateInvite', { rid, days: 7, maxUses });
        return { rid, token: body.inviteToken };
    };
    const redeeming = (maxUses: number) => async () => {
        const { token } = await invite(maxUses);
        const guest = plain(await scene.person());
        return () => guest.app('POST', 'useInviteToken', { token });
    };
    return [
        { operation: 'empty endpoint', times: TIMES, prepare: async () => () => admin.app('GET', 'useInviteToken') },
        {
            operation: 'validate',
            times: TIMES,
            prepare: async () => {
                const { token } = await invite(3);
                return () => admin.app('POST', 'validateInviteToken', { token });
            },
        },
        {
            operation: 'find',
            times: TIMES,
            prepare: async () => {
                const { rid } = await invite(3);
                return () => creator.app('POST', 'findOrCreateInvite', { rid, days: 7, maxUses: 3 });
            },
        },
        {
            operation: 'create',
            times: TIMES,
            prepare: async () => {
                const rid = await scene.room(owner);
                return () => creator.app('POST', 'findOrCreateInvite', { rid, days: 7, maxUses: 3 });
            },
        },
        { operation: 'redeem', times: TIMES, prepare: redeeming(3) },
        { operation: 'redeem, without a limit', times: TIMES, prepare: redeeming(0) },
        { operation: 'list all', times: LONG_TIMES, prepare: async () => () => admin.app('GET', 'listInvites') },
    ];
}

/** Returns how many people per second join by one invite when many ask at once. */
async function perSecond(scene: Scene, owner: Person, maxUses: number): Promise<number> {
    const { body } = await plain(owner).app('POST', 'findOrCreateInvite', { rid: await scene.room(owner), days: 7, maxUses });
    const crowd = (await scene.people(CROWD)).map(plain);
    const begun = performance.now();
    await inTurns(crowd, async (guest) => {
        const { status } = await guest.app('POST', 'useInviteToken', { token: body.inviteToken });
        if (status !== 200) {
            throw new Error(`A redemption returned ${status}`);
        }
    });
    return (CROWD * 1000) / (performance.now() - begun);
}

/** Runs `work` for every item, `AT_ONCE` at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const queue = [...items];
    const worker = async (): Promise<void> => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
            await work(item);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Returns a client that does not validate responses against docs/openapi.json, because that takes time. */
function plain({ url, userId, authToken, appId }: Client): Client {
    return new Client(url, userId, authToken, appId);
}
