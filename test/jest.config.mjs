import { fileURLToPath } from 'node:url';

/** `npm run coverage` sets it. Coverage of a few files would mean nothing. */
const coverage = Boolean(process.env.COVERAGE);

export default {
    rootDir: fileURLToPath(new URL('..', import.meta.url)),
    roots: ['<rootDir>/test'],
    testMatch: ['**/*.test.{mts,tsx}'],
    moduleFileExtensions: ['mts', 'ts', 'tsx', 'mjs', 'cjs', 'js', 'json', 'node'],
    // Tests and tools are ES modules. The app's sources stay CommonJS, the form in which they ship.
    extensionsToTreatAsEsm: ['.mts', '.tsx'],
    transform: {
        '\\.tsx$': '<rootDir>/test/tools/transformTsx.mjs',
        '\\.m?ts$': [coverage ? '<rootDir>/test/coverage/transform.mjs' : 'ts-jest', { useESM: true, tsconfig: '<rootDir>/test/jest.tsconfig.json' }],
    },
    cacheDirectory: '<rootDir>/node_modules/.cache/jest',
    testEnvironment: '<rootDir>/test/tools/environment.cjs',
    testSequencer: '<rootDir>/test/tools/sequencer.mjs',
    globalSetup: '<rootDir>/test/tools/globalSetup.mjs',
    globalTeardown: '<rootDir>/test/tools/globalTeardown.mjs',
    setupFilesAfterEnv: coverage ? ['<rootDir>/test/coverage/setup.mts'] : [],
    // The engine, its sandbox and the test wait for each other, so two files leave two cores idle at times.
    maxWorkers: 3,
    // Hooks have the same limit. Only a test that hangs reaches it, even on a busy machine.
    testTimeout: 180_000,
};
