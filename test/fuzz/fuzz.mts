import { Agent } from 'node:http';

import fc from 'fast-check';

import { anyCall, type Call } from './calls.mts';
import { boundHeap, memoryOf, sandboxOf } from './sandbox.mts';
import { pathOf, send } from './send.mts';
import { stateOf, unauthorised } from './state.mts';
import { wrongWith } from './verdict.mts';
import { World } from './world.mts';

/** The number of calls between two resets. The log holds that many entries. */
const BATCH = 200;
const WARM_UP_BATCHES = 2;

/**
 * The heap limit of the app's process in MB. It needs 20 at the start and ten more for the largest bodies, so a leak
 * would end the process.
 */
const HEAP = 40;

/** How many MB the process may grow as a whole, including short peaks for bodies of 100 kB. */
const MOST_GROWTH = 150;

export interface Figures {
    calls: number;
    /** The number of responses by endpoint or kind of call, and status. */
    answers: Record<string, number>;
    /** The size of the app's process in MB, after the warm-up and after each batch. */
    memory: number[];
}

/** Runs batches of calls while `goesOn` returns true. Rejects with the smallest call that breaks a rule. */
export async function fuzz(seed: number, goesOn: (batches: number) => boolean): Promise<Figures> {
    let unbound = (): void => undefined;
    const world = await World.open(() => (unbound = boundHeap(HEAP)));
    unbound();
    const agent = new Agent({ keepAlive: true });
    const figures: Figures = { calls: 0, answers: {}, memory: [] };
    try {
        const process = sandboxOf(world.scene.workspace);
        for (let batch = 0; goesOn(batch); batch++) {
            await world.tidy();
            await fc.assert(
                fc.asyncProperty(anyCall, async (call) => {
                    const status = await attempt(call, world, agent);
                    const kind = `${call.kind === 'endpoint' ? call.endpoint : call.kind} ${status}`;
                    figures.answers[kind] = (figures.answers[kind] ?? 0) + 1;
                    figures.calls++;
                }),
                { seed: seed + batch, numRuns: BATCH },
            );
            await checkLog(world);
            if (sandboxOf(world.scene.workspace) !== process) {
                throw new Error(`The app’s process was restarted in the batch of seed ${seed + batch}`);
            }
            if (batch + 1 >= WARM_UP_BATCHES) {
                figures.memory.push(memoryOf(process));
            }
        }
    } finally {
        agent.destroy();
        await world.close();
    }
    const [first = 0] = figures.memory;
    const last = figures.memory.at(-1) ?? 0;
    if (last - first > MOST_GROWTH) {
        throw new Error(`The app’s process grew from ${first.toFixed()} to ${last.toFixed()} MB`);
    }
    return figures;
}

/** Sends the call, checks everything about it, and returns its status. */
async function attempt(call: Call, world: World, agent: Agent): Promise<number> {
    const { screens } = world.scene.workspace;
    const userId = world.idOf(call.caller);
    const told: { userId: string; text: string }[] = [];
    const stopListening = [
        screens.onMessage((message) => told.push({ userId: message.userId, text: JSON.stringify(message) })),
        screens.onInteraction((reader, interaction) => told.push({ userId: reader, text: JSON.stringify(interaction) })),
    ];
    const before = await stateOf(world);
    const answer = await send(call, world, agent);
    const after = await stateOf(world);
    stopListening.forEach((stop) => stop());
    await world.learnTokens();

    const wrong = [
        wrongWith(call, answer),
        ...unauthorised(before, after, { userId, isAdmin: call.caller === 'admin' }),
        world.holdsForeignToken(JSON.stringify([answer.body, ...answer.headers]), userId) ? 'returned a foreign token' : undefined,
        told.some(({ text, userId: reader }) => reader !== userId || world.holdsForeignToken(text, reader))
            ? `showed ${JSON.stringify(told)}`
            : undefined,
        call.kind === 'command' && answer.status === 200 && told.length === 0 ? 'got no reply' : undefined,
    ].filter((problem) => problem !== undefined);
    if (wrong.length > 0) {
        throw new Error(`${call.caller}’s call to ${pathOf(call, world)} ${wrong.join('; ')}`);
    }
    if (answer.status === 429 || told.some(({ text }) => text.includes('Please wait'))) {
        await world.replace(call.caller);
    }
    return answer.status;
}

async function checkLog(world: World): Promise<void> {
    const { all, errors } = await world.log();
    if (world.holdsForeignToken(all, undefined)) {
        throw new Error('A token is in the app’s log');
    }
    if (errors.length > 0) {
        throw new Error(`The app reported errors: ${errors.slice(0, 5).join('\n')}`);
    }
}
