import type { Scene } from '../e2e/scene.mts';

/** An operation's calls to the server. */
export interface CallCounts {
    readonly names: string[];
    /** How many of the calls followed one another, as the app's log line counts them. */
    readonly depth: number;
}

/** Runs one operation and counts its calls to the server. */
export async function countCalls(scene: Scene, act: () => Promise<unknown>): Promise<CallCounts> {
    const calls = await scene.callsDuring(act);
    return { names: calls.map(({ name }) => name), depth: await lastDepth(scene) };
}

/** Returns the depth that the app's newest log line shows. */
async function lastDepth(scene: Scene): Promise<number> {
    const { body } = await scene.adminApi('GET', 'logs');
    const logs = body.logs as { _createdAt: string; entries: { args: unknown[] }[] }[];
    const newest = logs.sort((a, b) => Date.parse(b._createdAt) - Date.parse(a._createdAt)).flatMap(({ entries }) => entries);
    const line = newest.map(({ args }) => JSON.stringify(args)).find((text) => text.includes('depth'));
    return Number(/depth\W+(\d+)/.exec(line!)![1]);
}
