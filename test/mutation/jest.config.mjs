import all from '../jest.config.mjs';

const { globalSetup, globalTeardown, testSequencer, ...rest } = all;

/** The unit tests of pure logic, without an engine: fast enough to be run once for every mutant. */
export default { ...rest, testEnvironment: 'node', testMatch: ['<rootDir>/test/{domain,chat}/*.test.mts'] };
