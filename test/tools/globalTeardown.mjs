/** Deletes what test/tools/globalSetup.mjs made. */
export default () => globalThis.cleanUpPackage();
