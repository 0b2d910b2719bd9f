import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import Sequencer from '@jest/test-sequencer';

/** The files that wait longest for time limits, browsers or networks. Lint and types use the processor meanwhile. */
const LONG = [
    ...['e2e/races', 'browser/screens', 'e2e/editRaces', 'browser/console', 'browser/joining', 'browser/consoleGoals', 'browser/consoleTasks'],
    ...['e2e/instances', 'browser/accounts', 'browser/consoleViews', 'browser/dialogue', 'e2e/kills', 'e2e/lifecycle'],
].map((name) => fileURLToPath(new URL(`../${name}.test.mts`, import.meta.url)));

const missing = LONG.filter((path) => !existsSync(path));
if (missing.length > 0) {
    throw new Error(`test/tools/sequencer.mjs names files that do not exist: ${missing.join(', ')}`);
}

/** Starts those files first, so none of them runs alone at the end. The others follow in jest's order. */
export default class extends Sequencer {
    async sort(tests) {
        const sorted = await super.sort(tests);
        return [...LONG.flatMap((path) => sorted.filter((test) => test.path === path)), ...sorted.filter((test) => !LONG.includes(test.path))];
    }
}
