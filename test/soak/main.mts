import util from 'node:util';

import { rcApps } from '../project.mts';
import { soak } from './soak.mts';

/** Node has it since 16.17, but the types that the packager accepts lack it. */
const { parseArgs } = util as unknown as {
    parseArgs: (config: { options: Record<string, { type: string; default?: string }> }) => { values: { minutes: string; seed?: string } };
};

/** `npm run soak -- [--minutes N] [--seed S]` kills three instances under load, then audits what is stored. */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));

/** The engine of a killed instance reports its open requests half a minute later. These reports are noise. */
const { error } = console;
console.error = (...told: unknown[]) => {
    if (!String(told[0]).includes('timed out after')) {
        error(...told);
    }
};

await rcApps(['package']);
console.log(`Seed ${seed}, for ${values.minutes} minutes …`);
const { counts, kills, faults, rooms, invites, violations } = await soak(seed, Number(values.minutes) * 60_000);
const rows = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([key, times]) => [...key.split('\t'), times] as [string, string, number]);
console.table(rows.map(([operation, answer, times]) => ({ operation, answer, times })));
const operations = rows.reduce((sum, [, , times]) => sum + times, 0);
console.log(
    `${operations} operations on ${invites} invites to ${rooms} rooms, ${kills} instances killed, ${faults} calls failed, ${violations.length} violations`,
);
violations.forEach((violation) => console.log(violation));
process.exitCode = violations.length > 0 ? 1 : 0;
