import { rcApps } from './workspace/app.mts';

/** Every test file runs the package that the real CLI makes of the working tree. */
export default async function packageOnce(): Promise<void> {
    await rcApps(['package']);
}
