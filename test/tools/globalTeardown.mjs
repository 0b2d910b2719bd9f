import { rmSync } from 'node:fs';

/** Deletes what test/tools/globalSetup.mjs created. */
export default () => {
    rmSync(process.env.APP_BUNDLES, { recursive: true });
    globalThis.cleanUpPackage();
};
