import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import Sequencer from '@jest/test-sequencer';

/** The slowest files, slowest first. `races` waits most of its time. */
const LONG = ['e2e/editRaces', 'browser/joining', 'e2e/kills', 'e2e/races', 'browser/screens', 'e2e/faults', 'e2e/lifecycle', 'e2e/instances'].map(
    (name) => fileURLToPath(new URL(`../${name}.test.mts`, import.meta.url)),
);

const missing = LONG.filter((path) => !existsSync(path));
if (missing.length > 0) {
    throw new Error(`test/tools/sequencer.mjs names files that do not exist: ${missing.join(', ')}`);
}

/** Starts the slow files first, so none of them runs alone at the end. The others follow in jest's order. */
export default class extends Sequencer {
    async sort(tests) {
        const sorted = await super.sort(tests);
        return [...LONG.flatMap((path) => sorted.filter((test) => test.path === path)), ...sorted.filter((test) => !LONG.includes(test.path))];
    }
}
