import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { countingPackage } from './coverage/countingPackage.mts';
import { forget } from './coverage/counts.mts';
import { CHANGELOG, clone, LINKS } from './packaging/clone.mts';
import { release } from './release/release.mts';
import { PACKAGE } from './workspace/app.mts';

/**
 * Every test file runs the package that the real CLI makes in a clean clone of the working tree; with COVERAGE, one made of it that counts what runs. The clone
 * is released, and stays for the tests of packaging until all have run.
 */
export default async function packageOnce(): Promise<() => void> {
    const folder = clone();
    writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
    await release(folder, LINKS);
    cpSync(join(folder, 'dist', basename(PACKAGE)), PACKAGE);
    process.env.CLONE = folder;
    if (process.env.COVERAGE) {
        forget();
        process.env.PACKAGE_UNDER_TEST = countingPackage();
    }
    return () => rmSync(folder, { recursive: true, force: true });
}
