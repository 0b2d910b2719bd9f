import { afterAll } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { Scene } from '../e2e/scene.mts';
import { openBrowser } from './browser.mts';

/** Opens a scene and a browser for the whole test file, and closes them after the file's last test. */
export async function useBrowser(): Promise<{ scene: Scene; browser: Browser }> {
    const [scene, browser] = await Promise.all([Scene.open(), openBrowser()]);
    afterAll(async () => {
        await browser.close();
        await scene.close();
    });
    return { scene, browser };
}
