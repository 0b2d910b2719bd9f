import type { ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { Writable } from 'node:stream';

import { MANIFEST } from '../project.mts';
import { NEVER, type AppCall, type Instance, type Workspace } from '../workspace/index.mts';
import type { Random } from './random.mts';

const LONGEST_CALL_MS = 4;
const INSTANCES = 3;
/** How likely a call fails. */
const FAULT_RATE = 0.0005;

/** Kills instances in the middle of their work, and starts others in their place. Lets some calls to the server fail. */
export class Kills {
    count = 0;
    /** Whether calls may fail. */
    withFaults = true;
    private readonly dead = new WeakSet<Instance>();

    constructor(
        private readonly workspace: Workspace,
        private readonly random: Random,
        private readonly faults: number[],
    ) {
        workspace.instances.forEach(this.slowDown);
    }

    /** Kills usually one instance, rarely all of them. */
    async once(): Promise<void> {
        const { random, workspace } = this;
        const doomed = random.some(workspace.instances, random.weighted([[8, 1], [3, 2], [1, INSTANCES]])); // prettier-ignore
        this.count += doomed.length;
        doomed.forEach((instance) => this.dead.add(instance));
        await Promise.all(doomed.map((instance) => workspace.kill(instance)));
        await pause(random.below(1500));
        await this.restore();
    }

    /** Starts the instances that are missing. */
    async restore(): Promise<void> {
        await this.workspace.run(INSTANCES - this.workspace.instances.length, this.slowDown);
    }

    /** Delays calls to the server, so instances die between any two of them. A dead instance makes no calls. */
    private readonly slowDown = (instance: Instance): void => {
        instance.interceptor = async (call, proceed) => {
            expectLosses(instance);
            await pause(Math.random() * LONGEST_CALL_MS);
            if (this.dead.has(instance)) {
                return NEVER;
            }
            const result = this.withFaults && mayFail(call) && Math.random() < FAULT_RATE ? await this.fail(proceed) : await proceed();
            return this.dead.has(instance) ? NEVER : result;
        };
    };

    /** Rejects, half of the time after the call was carried out. */
    private async fail(proceed: () => Promise<unknown>): Promise<never> {
        this.faults.push(performance.now());
        if (Math.random() < 0.5) {
            await proceed();
        }
        throw new Error('An injected fault');
    }
}

const FALLIBLE = /^(accessor:getPersistence:|bridges:getRoomBridge:doUpdate$)/;

/** Whether a failure of the call must not break a rule. A lost line of the history is only logged. */
function mayFail({ name, args }: AppCall): boolean {
    return FALLIBLE.test(name) && !args.some((arg) => (arg as { kind?: unknown } | null)?.kind === 'join');
}

const expected = new WeakSet<Writable>();

/** Ignores write errors of a killed sandbox. They would be lost with the server, but this process lives on. */
function expectLosses({ manager }: Instance): void {
    const controller = manager.getOneById(MANIFEST.id)?.getRuntimeController() as { deno?: ChildProcess } | undefined;
    const input = controller?.deno?.stdin;
    if (input && !expected.has(input)) {
        expected.add(input);
        input.on('error', () => undefined);
    }
}

export function pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}
