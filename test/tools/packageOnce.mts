import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { COUNTING_PACKAGE, countingPackage } from '../coverage/countingPackage.mts';
import { forget } from '../coverage/counts.mts';
import { CHANGELOG, clone, LINKS } from '../packaging/clone.mts';
import { release } from '../release/release.mts';
import { PACKAGE, ROOT } from '../project.mts';
import { generate } from './generate.mjs';

/**
 * Releases the app from a clean clone of the working tree, unless a parent process did. The tests install that package,
 * or with COVERAGE one that counts its branches. Returns a function that deletes the clone.
 */
export async function packageOnce(): Promise<() => void> {
    if (process.env.CLONE) {
        return () => undefined;
    }
    // For whoever packages with the plain CLI after the tests.
    await generate(ROOT);
    const folder = clone();
    writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
    await release(folder, LINKS);
    cpSync(join(folder, 'dist', basename(PACKAGE)), PACKAGE);
    process.env.CLONE = folder;
    if (process.env.COVERAGE) {
        forget();
        await countingPackage();
        process.env.PACKAGE_UNDER_TEST = COUNTING_PACKAGE;
    }
    return () => rmSync(folder, { recursive: true, force: true });
}
