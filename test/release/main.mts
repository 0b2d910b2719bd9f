import { relative } from 'node:path';
import util from 'node:util';

import { ROOT } from '../project.mts';
import { Refusal, release } from './release.mts';

/** Node has it since 16.17, but the types that the packager accepts lack it. */
const { parseArgs } = util as unknown as {
    parseArgs: (config: { strict: boolean; options: Record<string, { type: string }> }) => { values: Record<string, string> };
};

/** `npm run release -- --homepage <address> --support <address>`. The release itself reports missing options. */
const { homepage, support } = parseArgs({ strict: false, options: { homepage: { type: 'string' }, support: { type: 'string' } } }).values;

try {
    for (const file of await release(ROOT, { homepage, support })) {
        console.log(relative(ROOT, file));
    }
} catch (error) {
    if (!(error instanceof Refusal)) {
        throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
}
