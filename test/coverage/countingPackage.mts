import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bundleLegacyApp } from '@rocket.chat/apps-engine/server/runtime/deno/bundler.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import ts from 'typescript';

import { MANIFEST, PACKAGE, ROOT } from '../project.mts';
import { BRANCHES, FOLDER } from './counts.mts';
import { instrument, isCounted, type Branches } from './instrument.mjs';

/** The packager's compiler options. */
const COMPILER = { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.CommonJS, removeComments: true };

/** Lets the engine call the app for its counts. The runtime passes on every method that begins with `check`. */
const HAND_OUT = `
exports.InviteManagerApp.prototype.checkCounts = async () => {
    const counted = Object.entries(new Function('return this')().__coverage__);
    return Object.fromEntries(counted.map(([file, { b }]) => [file, b]));
};
`;

const CLASS_FILE = MANIFEST.classFile.replace(/ts$/, 'js');

/** The path of the package that counts its branches. */
export const COUNTING_PACKAGE = join(FOLDER, 'counting.zip');

/**
 * Builds the counting package from the one that the CLI built. The engine would bundle its files at every start, so they
 * are bundled here, by the engine's own function.
 */
export async function countingPackage(): Promise<void> {
    const files = unzipSync(readFileSync(PACKAGE));
    const branches: Record<string, Branches> = {};
    for (const [file, compiled] of Object.entries(files)) {
        const name = file.replace(/js$/, 'ts');
        if (!isCounted(name)) {
            continue;
        }
        const source = readFileSync(join(ROOT, name), 'utf8');
        // A difference would mean that the tests measure other code than the app ships.
        if (compile(source) !== strFromU8(compiled)) {
            throw new Error(`${name} was changed while it was packaged, or the CLI compiles with other options than test/coverage.`);
        }
        const instrumented = instrument(name, source);
        branches[name] = instrumented.branches;
        files[file] = strToU8(compile(instrumented.code) + (name === MANIFEST.classFile ? HAND_OUT : ''));
    }
    const [sources, others] = [true, false].map((isSource) => Object.entries(files).filter(([file]) => file.endsWith('.js') === isSource));
    const app = { files: Object.fromEntries(sources!.map(([file, code]) => [file, strFromU8(code)])), info: { classFile: CLASS_FILE } };
    await bundleLegacyApp(app as unknown as Parameters<typeof bundleLegacyApp>[0]);
    const bundled = { ...Object.fromEntries(others!), [CLASS_FILE]: strToU8(app.files[CLASS_FILE]!) };
    writeFileSync(BRANCHES, JSON.stringify(branches));
    writeFileSync(COUNTING_PACKAGE, zipSync(bundled, { level: 1 }));
}

function compile(code: string): string {
    return ts.transpileModule(code, { compilerOptions: COMPILER }).outputText;
}
