import { existsSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';
import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime.js';

const enginePackage = dirname(createRequire(import.meta.url).resolve('@rocket.chat/apps-engine/package.json'));
const denoFolder = fileURLToPath(new URL('../deno', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Makes the manager run its apps in Deno as a server does, with this project's own Deno configuration: the engine's asks for packages
 * from another registry than npm's.
 */
export function useDeno(manager: AppManager): void {
    // Under NODE_ENV=test the engine waves every permission check through.
    if (process.env.NODE_ENV === 'test') {
        process.env.NODE_ENV = 'production';
    }
    process.env.DENO_DIR = join(root, 'node_modules', '.cache', 'deno');
    process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
    // Deno refuses to run scripts inside node_modules, so it gets at the engine's runtime through a link; and it looks for packages
    // beside its configuration only.
    link(join(enginePackage, 'deno-runtime'), join(manager.getTempFilePath(), 'deno-runtime'));
    link(join(root, 'node_modules'), join(denoFolder, 'node_modules'));
    const runtimes = manager.getRuntime() as unknown as {
        runtimeFactory: (...args: ConstructorParameters<typeof DenoRuntimeSubprocessController>) => DenoRuntimeSubprocessController;
    };
    runtimes.runtimeFactory = (...args) => {
        const controller = new DenoRuntimeSubprocessController(...args);
        Object.assign(controller, { denoConfigPath: join(denoFolder, 'deno.json') });
        return controller;
    };
}

function link(target: string, path: string): void {
    if (!existsSync(path)) {
        symlinkSync(target, path, 'dir');
    }
}
