import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, expect, it } from '@jest/globals';

import { copyRuntime } from '../engine/runtime.mts';

const require = createRequire(import.meta.url);
const deno = join(dirname(require.resolve('deno/package.json')), 'bin.cjs');
const runtime = join(dirname(require.resolve('@rocket.chat/apps-engine/package.json')), 'deno-runtime');
const folder = mkdtempSync(join(tmpdir(), 'deno-runtime-'));

afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
}

it('finds the engine if the path of the project has spaces and other characters that URLs encode', () => {
    const project = join(folder, 'a project at 100% ä');
    write(join(project, 'deno.json'), JSON.stringify({ imports: { '@rocket.chat/apps-engine/': './apps-engine/src/' } }));
    write(join(project, 'apps-engine/package.json'), '{ "type": "commonjs" }');
    write(join(project, 'apps-engine/definition/App.js'), `exports.found = 'found';`);
    copyRuntime(runtime, join(folder, 'runtime'));
    write(
        join(folder, 'runtime/probe.ts'),
        `import { require } from './lib/require.ts';
        console.log(require('@rocket.chat/apps-engine/definition/App.js').found);`,
    );
    const args = ['run', '--allow-read', `--config=${join(project, 'deno.json')}`, join(folder, 'runtime/probe.ts')];
    expect(execFileSync(process.execPath, [deno, ...args], { encoding: 'utf8', env: { ...process.env, DENO_DIR: join(folder, 'cache') } })).toBe(
        'found\n',
    );
});

it('refuses a runtime that resolves the engine in another way', () => {
    write(join(folder, 'other/lib/require.ts'), readFileSync(join(runtime, 'lib/require.ts'), 'utf8').replaceAll('import.meta.resolve', 'resolve'));
    expect(() => copyRuntime(join(folder, 'other'), join(folder, 'copy'))).toThrow('does not resolve the engine');
});
