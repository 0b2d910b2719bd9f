import { afterAll } from '@jest/globals';

import { Scene } from './scene.mts';

/** Opens a scene for the whole test file, and closes it after the file's last test. */
export async function useScene(...options: Parameters<typeof Scene.open>): Promise<Scene> {
    const scene = await Scene.open(...options);
    afterAll(() => scene.close());
    return scene;
}
