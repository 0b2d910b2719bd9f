import { createRequire } from 'node:module';

// Plain JavaScript, because jest loads it as a part of a transformer.
const { createInstrumenter } = createRequire(import.meta.url)('istanbul-lib-instrument');

/**
 * Returns TypeScript that counts what runs of it, in the global `__coverage__` below the file's name. Whatever compiles
 * it afterwards, the branches are those of the source, so the counts of the engine and of unit tests add up.
 */
export function instrument(file, code) {
    const instrumenter = createInstrumenter({ esModules: true, compact: false, parserPlugins: ['typescript'] });
    return { code: instrumenter.instrumentSync(code, file), branches: instrumenter.lastFileCoverage() };
}
