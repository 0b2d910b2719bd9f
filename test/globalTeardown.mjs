/** Deletes what test/globalSetup.mjs made. */
export default () => globalThis.cleanUpPackage();
