import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { COMPILER, loadOnce } from '../tools/loadOnce.mjs';

const folder = mkdtempSync(join(tmpdir(), 'compiler-'));

interface Compiler {
    requireCompiled(filename: string): { default: { seen: number } };
}

/** Returns the installed compiler, about to check an app whose main class imports one file on two ways. */
function checking(): Compiler {
    const { AppsCompiler } = createRequire(import.meta.url)(COMPILER);
    const compiled = {
        'Main.js': "const a = require('./a'); const b = require('./b'); exports.default = { seen: a.times() + b.times() };",
        'a.js': "exports.times = require('./counted').times;",
        'b.js': "exports.times = require('./counted').times;",
        // Two runs of the file would each count to one.
        'counted.js': 'let calls = 0; exports.times = () => ++calls;',
    };
    return Object.assign(Object.create(AppsCompiler.prototype), { wd: folder, compiled });
}

it('leaves a compiler that runs each file once', () => {
    expect(checking().requireCompiled('Main').default.seen).toBe(1 + 2);
});

it('changes the compiler once', () => {
    const file = join(folder, 'compiler.cjs');
    writeFileSync(file, readFileSync(COMPILER, 'utf8'));
    loadOnce(file);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(COMPILER, 'utf8'));
});

it('refuses a file that is not the compiler', () => {
    const file = join(folder, 'other.cjs');
    writeFileSync(file, 'exports.Other = {};\n');
    expect(() => loadOnce(file)).toThrow('is not the compiler');
    expect(readFileSync(file, 'utf8')).toBe('exports.Other = {};\n');
});

it('passes over an installation without the packager', () => {
    expect(() => loadOnce(join(folder, 'missing.cjs'))).not.toThrow();
});
