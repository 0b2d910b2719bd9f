import { afterAll } from '@jest/globals';

import { beforeStops } from '../workspace/engine/runtime.mts';
import { keep, type Counts } from './counts.mts';

/** Before an app's process ends, in whatever way, it is asked for its counts. */
beforeStops.push(async (controller) =>
    keep((await controller.sendRequest({ method: 'app:checkCounts', params: [{}] }, { timeout: 2000 })) as Counts),
);

/** Unit tests import the app's sources into their own process, which holds the counts then. */
afterAll(() => {
    const here = (globalThis as { __coverage__?: Record<string, { b: Counts[string] }> }).__coverage__ ?? {};
    keep(Object.fromEntries(Object.entries(here).map(([file, { b }]) => [file, b])));
});
