import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PACKAGE } from '../project.mts';
import { tour } from '../tools/tour.mts';
import { seed } from '../workspace/index.mts';
import { Scene } from './scene.mts';

let scene: Scene;

/** The package itself, which `npm start` deploys. */
beforeAll(async () => {
    scene = await Scene.open({ zip: PACKAGE });
    await scene.workspace.database.users.deleteMany({ type: 'user' });
    await seed(scene.workspace.database);
});
afterAll(() => scene.close());

it('passes every step of the tour', async () => {
    const printed: string[] = [];
    expect({ good: await tour(scene.workspace, (text) => printed.push(text)), failed: printed.filter((line) => line.startsWith('FAIL')) }).toEqual({
        good: true,
        failed: [],
    });
    expect(printed.filter((line) => line.startsWith('  ok ')).length).toBeGreaterThan(15);
});
