import { createRequire } from 'node:module';

// Plain JavaScript, because jest loads it as part of a transformer.
const { createInstrumenter } = createRequire(import.meta.url)('istanbul-lib-instrument');

/**
 * Returns TypeScript that counts its branches in the global `__coverage__`, by file. The branches are those of the
 * source, so counts from the engine and from unit tests add up.
 */
export function instrument(file, code) {
    const instrumenter = createInstrumenter({ esModules: true, compact: false, parserPlugins: ['typescript'] });
    return { code: instrumenter.instrumentSync(code, file), branches: instrumenter.lastFileCoverage() };
}

/** Whether the branches of a file count, by its path from the root. The pages' bundle has none of its own. */
export function isCounted(file) {
    return /^(?:src\/.*|[^/]+)\.ts$/.test(file) && file !== 'src/web/assets.ts';
}
