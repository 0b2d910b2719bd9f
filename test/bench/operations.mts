import { Scene } from '../e2e/scene.mts';
import { operationsOf, prepareOperations, type OperationName } from '../tools/operations.mts';
import type { Runtime } from '../workspace/index.mts';
import { fillWithInvites } from './records.mts';
import { countRuns, plain, timeInTurns, type Counts, type Times } from './timing.mts';

/** One operation on both runtimes, in a workspace with 1,000 invites. */
export interface OperationFigure extends Counts {
    readonly operation: string;
    readonly times: Record<Runtime, Times>;
}

export const INVITES = 1000;
const WARM_UPS = 10;
const TIMES = 20;

/** Counts the calls of everything that can be done with invites, and measures it on both runtimes. */
export async function measureOperations(): Promise<OperationFigure[]> {
    const [onDeno, onNode] = [await measureOn('deno'), await measureOn('node')];
    return (Object.keys(onDeno.times) as OperationName[]).map((operation) => ({
        operation,
        ...onDeno.counts[operation],
        times: { deno: onDeno.times[operation], node: onNode.times[operation] },
    }));
}

async function measureOn(runtime: Runtime): Promise<{ times: Record<OperationName, Times>; counts: Record<OperationName, Counts> }> {
    const scene = await Scene.open({ runtime });
    try {
        const owner = await scene.person();
        await scene.changeSetting('Max_Created_Per_Hour', 0);
        await fillWithInvites(scene, INVITES);
        await prepareOperations(scene, owner, plain);
        const operations = operationsOf(scene, owner, plain);
        const times = await timeInTurns(operations, { warmUps: WARM_UPS, times: TIMES });
        // A limit costs calls. While it was measured, one person created more invites than it allows.
        await scene.changeSetting('Max_Created_Per_Hour', 100_000);
        const counts: [string, Counts][] = [];
        for (const [name, prepare] of Object.entries(operations)) {
            counts.push([name, await countRuns(scene, prepare)]);
        }
        return { times, counts: Object.fromEntries(counts) as Record<OperationName, Counts> };
    } finally {
        await scene.close();
    }
}
