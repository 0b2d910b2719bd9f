import { fileURLToPath } from 'node:url';

import all from '../jest.config.mjs';

// All interleavings would take ten seconds for each mutant that no other test notices; a fifth of them takes half of that.
process.env.RACES ??= '0.2';

const { globalSetup, globalTeardown, testSequencer, ...rest } = all;

/** The unit tests of the domain, which are fast enough to run once per mutant. StrykerJS does not know `<rootDir>` in the environment. */
export default {
    ...rest,
    testEnvironment: fileURLToPath(new URL('environment.cjs', import.meta.url)),
    testMatch: ['<rootDir>/test/mutation/unitTests.mts'],
};
