import { register } from 'tsx/esm/api';

/**
 * Packages the app before any test runs, and makes the keys with which all workspaces of this run sign apps: that takes
 * longer than many a test. Plain JavaScript, because jest compiles a `.mts` file as CommonJS here.
 */
export default async function globalSetup() {
    const unregister = register();
    const { packageOnce } = await import('./packageOnce.mts');
    globalThis.cleanUpPackage = await packageOnce();
    // Not by the workspace's index.mts, which would load the engine.
    const { makeSigningKeys } = await import('../workspace/engine/signingKeys.mts');
    process.env.SIGNING_KEYS = JSON.stringify(makeSigningKeys());
    await unregister();
}
