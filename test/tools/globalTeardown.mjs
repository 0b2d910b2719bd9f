/** Deletes what test/tools/globalSetup.mjs created. */
export default () => globalThis.cleanUpPackage();
