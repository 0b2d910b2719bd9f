import util from 'node:util';

import { rcApps } from '../project.mts';
import { fuzz } from './fuzz.mts';

/** Node has it since 16.17, but the types that the packager accepts lack it. */
const { parseArgs } = util as unknown as {
    parseArgs: (config: { options: Record<string, { type: string; default?: string }> }) => { values: { seconds: string; seed?: string } };
};

/** `npm run fuzz -- [--seconds N] [--seed S]` sends random calls for N seconds. An error names its seed. */

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '300' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));

await rcApps(['package']);
const end = Date.now() + Number(values.seconds) * 1000;
console.log(`Seed ${seed}, for ${values.seconds} s …`);
const { calls, answers, memory } = await fuzz(seed, () => Date.now() < end);
console.table(Object.fromEntries(Object.entries(answers).sort(([a], [b]) => a.localeCompare(b))));
console.log(`${calls} calls, and nothing was found. The app’s process held ${memory.map((megabytes) => megabytes.toFixed()).join(', ')} MB.`);
