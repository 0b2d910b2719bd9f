import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of the engine's controller that starts an app. */
export interface Starter {
    appPackage: { files: Record<string, string> };
    setupApp: () => Promise<void>;
}

/**
 * Makes later starts take the bundle that the engine makes of an app's files at their first start. The folder has each
 * bundle under a hash of those files, and processes can share it. Without this, the engine bundles at each start.
 */
export function shareBundles(controller: Starter, folder: string): void {
    const { appPackage } = controller;
    const setupApp = controller.setupApp.bind(controller);
    controller.setupApp = async () => {
        // The engine leaves an app of one file as it is. After a restart of the process, an app is one.
        if (Object.keys(appPackage.files).length === 1) {
            return setupApp();
        }
        const path = join(folder, createHash('sha256').update(JSON.stringify(appPackage.files)).digest('hex'));
        if (existsSync(path)) {
            appPackage.files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
            return setupApp();
        }
        await setupApp();
        const draft = `${path}.${process.pid}`;
        writeFileSync(draft, JSON.stringify(appPackage.files));
        renameSync(draft, path);
    };
}
