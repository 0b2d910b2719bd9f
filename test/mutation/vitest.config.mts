import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

/** The unit tests of pure logic, without an engine: fast enough to be run once for every mutant. */
export default defineConfig({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    cacheDir: 'node_modules/.cache/vitest',
    test: { include: ['test/domain/*.test.mts', 'test/chat/*.test.mts'] },
});
