import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { COUNTING_PACKAGE, countingPackage } from '../coverage/countingPackage.mts';
import { forget } from '../coverage/counts.mts';
import { CHANGELOG, clone, LINKS } from '../packaging/clone.mts';
import { release } from '../release/release.mts';
import { PACKAGE } from '../project.mts';

/**
 * Has the real CLI package the app in a clean clone of the working tree, unless the process that started this one did.
 * With COVERAGE, makes a package of it that counts what runs. All test files run this package. The clone is released,
 * and stays for the tests of packaging. Returns a function that deletes it.
 */
export async function packageOnce(): Promise<() => void> {
    if (process.env.CLONE) {
        return () => undefined;
    }
    const folder = clone();
    writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
    await release(folder, LINKS);
    cpSync(join(folder, 'dist', basename(PACKAGE)), PACKAGE);
    process.env.CLONE = folder;
    if (process.env.COVERAGE) {
        forget();
        countingPackage();
        process.env.PACKAGE_UNDER_TEST = COUNTING_PACKAGE;
    }
    return () => rmSync(folder, { recursive: true, force: true });
}
