import { performance } from 'node:perf_hooks';

import type { Scene } from '../e2e/scene.mts';
import { countCalls } from '../tools/callCounts.mts';
import type { Act, Prepare } from '../tools/operations.mts';
import { Client, Collection } from '../workspace/index.mts';

/** The times of an operation in ms, as the caller measures them. */
export interface Times {
    readonly median: number;
    readonly p95: number;
    /** The number of runs. */
    readonly runs: number;
}

/** What one operation asks of the server: the maximum over all counted runs, with warm caches. */
export interface Counts {
    /** The app's calls to the server, and how many of them follow one another. */
    readonly calls: number;
    readonly depth: number;
    /** The server's operations on its database until the response. */
    readonly databaseOperations: number;
}

const COUNTED_RUNS = 5;

/** A slow operation is run until all its runs took this long together, but at least a few times. */
const LONGEST_MS = 10_000;
const FEWEST_RUNS = 3;
const MOST_RUNS = 30;
const WARM_UPS_ALONE = 10;
/** An operation this slow needs no warm process. */
const SLOW_MS = 1000;

/**
 * Runs the operations in turns, so that a slow minute of the machine falls on all of them. The first runs warm the
 * process up and fill its caches.
 */
export async function timeInTurns<Name extends string>(
    operations: Record<Name, Prepare>,
    { warmUps, times }: { warmUps: number; times: number },
): Promise<Record<Name, Times>> {
    const runs = (Object.entries(operations) as [Name, Prepare][]).map(([name, prepare]) => ({ name, prepare, measured: [] as number[] }));
    for (let turn = -warmUps; turn < times; turn++) {
        for (const { prepare, measured } of runs) {
            const time = await timeOnce(await prepare());
            if (turn >= 0) {
                measured.push(time);
            }
        }
    }
    return Object.fromEntries(runs.map(({ name, measured }) => [name, timesOf(measured)])) as Record<Name, Times>;
}

/**
 * Measures an operation that reads everything, apart from the others, which would wait for it. Returns undefined if the
 * engine gives up, which it does after 30 seconds.
 */
export async function timeAlone(prepare: Prepare): Promise<Times | undefined> {
    try {
        for (let warmUp = 0; warmUp < WARM_UPS_ALONE && (await timeOnce(await prepare())) < SLOW_MS;) {
            warmUp++;
        }
        const measured: number[] = [];
        while (measured.length < MOST_RUNS && (sum(measured) < LONGEST_MS || measured.length < FEWEST_RUNS)) {
            measured.push(await timeOnce(await prepare()));
        }
        return timesOf(measured);
    } catch (error) {
        if (!String(error).includes('timed out after')) {
            throw error;
        }
        return undefined;
    }
}

/** Returns the median and the 95th percentile. */
export function timesOf(measured: readonly number[]): Times {
    const sorted = [...measured].sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
    return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}

export async function timeOnce(act: () => Promise<unknown>): Promise<number> {
    const begun = performance.now();
    await act();
    return performance.now() - begun;
}

/** Counts what an operation of the app asks of the server. */
export async function countRuns(scene: Scene, prepare: Prepare): Promise<Counts> {
    const counted: Counts[] = [];
    for (let run = 0; run < COUNTED_RUNS; run++) {
        const act = await prepare();
        let databaseOperations = 0;
        const { names, depth } = await countCalls(scene, async () => {
            databaseOperations = await databaseOperationsDuring(act);
        });
        counted.push({ calls: names.length, depth, databaseOperations });
    }
    const most = (field: keyof Counts): number => Math.max(...counted.map((counts) => counts[field]));
    return { calls: most('calls'), depth: most('depth'), databaseOperations: most('databaseOperations') };
}

/** The operations of MongoDB's client. The others of a collection are made of them. */
const OPERATIONS = ['find', 'findOne', 'insertOne', 'updateOne', 'deleteOne'] as const;

/** Runs `act` and returns the number of operations on all collections meanwhile. */
export async function databaseOperationsDuring(act: Act): Promise<number> {
    let operations = 0;
    const prototype = Collection.prototype as unknown as Record<string, (this: Collection<any>, ...args: unknown[]) => unknown>;
    const originals = OPERATIONS.map((name) => [name, prototype[name]!] as const);
    for (const [name, original] of originals) {
        prototype[name] = function (...args) {
            // The store removes the oldest lines of the log one by one, which a server does not.
            operations += this.name === 'rocketchat_apps_logs' && name === 'deleteOne' ? 0 : 1;
            return original.apply(this, args);
        };
    }
    try {
        await act();
    } finally {
        originals.forEach(([name, original]) => (prototype[name] = original));
    }
    return operations;
}

/** Returns a client that does not validate responses against docs/openapi.json, because that takes time. */
export function plain({ url, userId, authToken, appId }: Client): Client {
    return new Client(url, userId, authToken, appId);
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}
