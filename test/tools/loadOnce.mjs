// `prepare` runs this after each installation, and test/tools/setup.mjs before each script. To check the main class, the
// packager runs a file again at each import of it, which is once per path of imports that leads there, and keeps all of
// that in memory (docs/decisions/0020-each-file-once.md). Plain Node, because it runs as part of `npm ci`.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The packager's compiler. */
export const COMPILER = fileURLToPath(new URL('../../node_modules/@rocket.chat/apps-compiler/AppsCompiler.js', import.meta.url));

const START = '    requireCompiled(filename) {\n        const exports = {};\n';
const ONCE = `    requireCompiled(filename) {
        this.loaded = this.loaded || new Map();
        if (this.loaded.has(filename)) {
            return this.loaded.get(filename);
        }
        const exports = {};
        this.loaded.set(filename, exports);
`;

/**
 * Makes the compiler run each file of the app once, as Node does. An installation without the packager stays as it is.
 *
 * @throws Error if the file is not the compiler
 */
export function loadOnce(file = COMPILER) {
    const compiler = existsSync(file) ? readFileSync(file, 'utf8') : ONCE;
    if (compiler.includes(ONCE)) {
        return;
    }
    if (!compiler.includes(START)) {
        throw new Error(`${file} is not the compiler that it was in @rocket.chat/apps-cli 1.9.0.`);
    }
    // A packager may read the file at this moment.
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, compiler.replace(START, ONCE));
    renameSync(draft, file);
}

loadOnce();
