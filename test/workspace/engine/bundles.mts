import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of the engine's controller that starts an app. */
interface Starter {
    appPackage: { files: Record<string, string> };
    setupApp: () => Promise<void>;
}

/**
 * The engine bundles the files of an app at each start. With this, it does so once, and later starts take its bundle from
 * the folder, also in other processes. A bundle is found by the files that it was made of.
 */
export function shareBundles(controller: Starter, folder: string): void {
    const { appPackage } = controller;
    const setupApp = controller.setupApp.bind(controller);
    controller.setupApp = async () => {
        const isBundled = Object.keys(appPackage.files).length === 1;
        const path = join(folder, createHash('sha256').update(JSON.stringify(appPackage.files)).digest('hex'));
        const isKnown = !isBundled && existsSync(path);
        if (isKnown) {
            appPackage.files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
        }
        await setupApp();
        if (!isBundled && !isKnown) {
            const draft = `${path}.${process.pid}`;
            writeFileSync(draft, JSON.stringify(appPackage.files));
            renameSync(draft, path);
        }
    };
}
