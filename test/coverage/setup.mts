import { afterAll } from '@jest/globals';

import { beforeStops } from '../workspace/engine/runtime.mts';
import { keep, type Counts } from './counts.mts';

/** Asks the app's process for its counts before it ends. */
beforeStops.push(async (controller) =>
    keep((await controller.sendRequest({ method: 'app:checkCounts', params: [{}] }, { timeout: 2000 })) as Counts),
);

/** Unit tests import the app's sources, so the test process holds their counts. */
afterAll(() => {
    const here = (globalThis as { __coverage__?: Record<string, { b: Counts[string] }> }).__coverage__ ?? {};
    keep(Object.fromEntries(Object.entries(here).map(([file, { b }]) => [file, b])));
});
