import { countingPackage } from './coverage/countingPackage.mts';
import { forget } from './coverage/counts.mts';
import { rcApps } from './workspace/app.mts';

/** Every test file runs the package that the real CLI makes of the working tree; with COVERAGE, one made of it that counts what runs. */
export default async function packageOnce(): Promise<void> {
    await rcApps(['package']);
    if (process.env.COVERAGE) {
        forget();
        process.env.PACKAGE_UNDER_TEST = countingPackage();
    }
}
