import type { ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';

import { MANIFEST } from '../project.mts';
import { NEVER, type Instance, type Workspace } from '../workspace/index.mts';
import type { Random } from './random.mts';

const LONGEST_CALL_MS = 4;
const INSTANCES = 3;

/** Ends instances in the middle of what they are at, and starts others in their place. */
export class Kills {
    count = 0;
    private readonly dead = new WeakSet<Instance>();

    constructor(
        private readonly workspace: Workspace,
        private readonly random: Random,
    ) {
        workspace.instances.forEach(this.slowDown);
    }

    /** One more, mostly of one instance, seldom of all. */
    async once(): Promise<void> {
        const { random, workspace } = this;
        const doomed = random.some(workspace.instances, random.weighted([[8, 1], [3, 2], [1, INSTANCES]])); // prettier-ignore
        this.count += doomed.length;
        doomed.forEach((instance) => this.dead.add(instance));
        await Promise.all(doomed.map((instance) => workspace.kill(instance)));
        await pause(random.below(1500));
        await this.restore();
    }

    /** As many as there should be. */
    async restore(): Promise<void> {
        await this.workspace.run(INSTANCES - this.workspace.instances.length, this.slowDown);
    }

    /** Calls to the server take their time, so that instances die between any two of them; those of a dead one are not carried out any more. */
    private readonly slowDown = (instance: Instance): void => {
        instance.interceptor = async (_call, proceed) => {
            expectLosses(instance);
            await pause(Math.random() * LONGEST_CALL_MS);
            const result = this.dead.has(instance) ? undefined : await proceed();
            return this.dead.has(instance) ? NEVER : result;
        };
    };
}

const expected = new WeakSet<Writable>();

/** What an engine still writes to a sandbox that was killed is lost, as it would be with the server; here the server's process lives on. */
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
