import { createRequire } from 'node:module';

const { createInstrumenter } = createRequire(import.meta.url)('istanbul-lib-instrument') as {
    createInstrumenter: (options: object) => {
        instrumentSync: (code: string, file: string) => string;
        lastFileCoverage: () => Branches;
        lastSourceMap: () => unknown;
    };
};

/** The branches of a file: where each stands, and how often each of its ways was gone. */
export interface Branches {
    branchMap: Record<string, { line: number; locations: { start: { line?: number } }[] }>;
    b: Record<string, number[]>;
}

/**
 * TypeScript that counts what runs of it, in the global `__coverage__` below the file's name. Whatever compiles it afterwards, the branches are those that somebody wrote:
 * so what ran in the engine and what ran in a unit test add up.
 */
export function instrument(file: string, code: string): { code: string; map: unknown; branches: Branches } {
    const instrumenter = createInstrumenter({ esModules: true, compact: false, produceSourceMap: true, parserPlugins: ['typescript'] });
    return { code: instrumenter.instrumentSync(code, file), map: instrumenter.lastSourceMap(), branches: instrumenter.lastFileCoverage() };
}
