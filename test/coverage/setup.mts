import { afterAll } from 'vitest';

import { beforeStops } from '../workspace/engine/runtime.mts';
import { add, keep, type Counts } from './counts.mts';

const sum: Counts = {};

/** Before an app's process ends, in whatever way, it is asked for its counts. */
beforeStops.push(async (controller) =>
    add(sum, (await controller.sendRequest({ method: 'app:checkCounts', params: [{}] }, { timeout: 2000 })) as Counts),
);

/** Set up first, this comes after the test file's own: its workspaces have stopped. */
afterAll(() => {
    const here = (globalThis as { __coverage__?: Record<string, { b: Counts[string] }> }).__coverage__ ?? {};
    add(sum, Object.fromEntries(Object.entries(here).map(([file, { b }]) => [file, b])));
    keep(sum);
});
