import all from '../jest.config.mjs';

const { globalSetup, globalTeardown, testSequencer, ...rest } = all;

/** The unit tests of pure logic, which are fast enough to run once per mutant. */
export default { ...rest, testEnvironment: 'node', testMatch: ['<rootDir>/test/mutation/unitTests.mts'] };
