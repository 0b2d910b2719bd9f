import { register } from 'tsx/esm/api';

/** Packages the app before any test runs. Plain JavaScript, because jest compiles a `.mts` file as CommonJS here. */
export default async function globalSetup() {
    const unregister = register();
    const { packageOnce } = await import('./packageOnce.mts');
    globalThis.cleanUpPackage = await packageOnce();
    await unregister();
}
