import { afterAll } from '@jest/globals';

import { keep, type Counts } from './counts.mts';

/** Unit tests import the app's sources, so the test process holds their counts. */
afterAll(() => {
    const here = (globalThis as { __coverage__?: Record<string, { b: Counts[string] }> }).__coverage__ ?? {};
    keep(Object.fromEntries(Object.entries(here).map(([file, { b }]) => [file, b])));
});
