import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

import { counting } from './coverage/plugin.mts';

/** Set by `npm test`: a run of a few files says nothing about what all of them reach. */
const coverage = Boolean(process.env.COVERAGE);

export default defineConfig({
    root: fileURLToPath(new URL('..', import.meta.url)),
    cacheDir: 'node_modules/.cache/vitest',
    plugins: coverage ? [counting()] : [],
    test: {
        include: ['test/**/*.test.mts'],
        globalSetup: ['test/packageOnce.mts'],
        setupFiles: coverage ? ['test/coverage/setup.mts'] : [],
        pool: 'forks',
        maxWorkers: 2,
        testTimeout: 60_000,
        hookTimeout: 60_000,
    },
});
