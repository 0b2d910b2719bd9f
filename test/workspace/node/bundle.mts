import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, stop, type Plugin } from 'esbuild';

const enginePackage = dirname(createRequire(import.meta.url).resolve('@rocket.chat/apps-engine/package.json'));
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/node-runtime', import.meta.url));

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Parts of the engine's runtime for Deno, and what stands in for them on Node. */
const REPLACED: [RegExp, string][] = [
    [/^@std\/io$/, 'sandbox/io.mts'],
    [/^@std\/streams$/, '../deno/streams.mjs'],
    [/\/codec\.ts$/, 'sandbox/codec.mts'],
    [/\/require\.ts$/, 'sandbox/require.mts'],
    [/\/AppsEngineException\.ts$/, '../deno/appsEngineException.mjs'],
];

/** The functions by which the engine's runtime evaluates an app. sandbox/evaluation.mts has them for Node. */
const EVALUATION = ['buildRequire', 'wrapAppCode', 'prepareEnvironment'];

const forNode: Plugin = {
    name: 'for-node',
    setup({ onLoad, onResolve }) {
        for (const [filter, file] of REPLACED) {
            onResolve({ filter }, () => ({ path: here(file) }));
        }
        onLoad({ filter: /\/handlers\/app\/construct\.ts$/ }, ({ path }) => {
            const source = EVALUATION.reduce(withoutFunction, readFileSync(path, 'utf8'));
            const imports = `import { ${EVALUATION.join(', ')} } from ${JSON.stringify(here('sandbox/evaluation.mts'))};\n`;
            return { contents: imports + source, loader: 'ts' };
        });
    },
};

function withoutFunction(source: string, name: string): string {
    const rest = source.replace(new RegExp(`^function ${name}\\([^]*?^}$`, 'm'), '');
    if (rest === source) {
        throw new Error(`The engine's runtime has no function ${name} any more.`);
    }
    return rest;
}

/** Bundles the engine's runtime for Node, and returns the path of the bundle. */
export async function bundleRuntime(): Promise<string> {
    const { outputFiles } = await build({
        entryPoints: [join(enginePackage, 'deno-runtime', 'main.ts')],
        inject: [here('sandbox/platform.mts')],
        plugins: [forNode],
        bundle: true,
        write: false,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        tsconfigRaw: {},
        logLevel: 'error',
    });
    // Otherwise its process would live as long as this one.
    await stop();
    mkdirSync(FOLDER, { recursive: true });
    const path = join(FOLDER, 'main.mjs');
    // Another process may start a sandbox from the file at this moment.
    const draft = join(FOLDER, `${randomUUID()}.tmp`);
    writeFileSync(draft, outputFiles[0]!.contents);
    renameSync(draft, path);
    return path;
}
