import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { register } from 'tsx/esm/api';

/**
 * Packages the app before any test runs, and makes what all workspaces of this run share, because it takes longer than
 * many a test: the keys that sign apps, and a folder for bundles of apps. Plain JavaScript, because jest compiles a `.mts`
 * file as CommonJS here.
 */
export default async function globalSetup() {
    const unregister = register();
    const { packageOnce } = await import('./packageOnce.mts');
    globalThis.cleanUpPackage = await packageOnce();
    // Not by the workspace's index.mts, which would load the engine.
    const { makeSigningKeys } = await import('../workspace/engine/signingKeys.mts');
    process.env.APP_BUNDLES = mkdtempSync(join(tmpdir(), 'bundles-'));
    process.env.SIGNING_KEYS = JSON.stringify(makeSigningKeys());
    await unregister();
}
