import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { rcApps, ROOT } from '../project.mts';
import { measureHostility } from './hostile.mts';
import { measure, type Figure, type Throughput } from './measure.mts';
import { page, picture } from './report.mts';
import { factorsOf, measureUses } from './uses.mts';

const SIZES = [10, 1000, 10_000];
const INSTANCES = [1, 3];

await rcApps(['package']);
const hostilities = await measureHostility();
console.table(hostilities);
if (process.argv.includes('--hostile')) {
    process.exit();
}
const uses = await measureUses();
const factors = factorsOf(uses);
console.table(uses);
console.table(factors);
if (process.argv.includes('--uses')) {
    process.exit(factors.some(({ factor, atMost }) => factor > atMost) ? 1 : 0);
}
const figures: Figure[] = [];
const throughputs: Throughput[] = [];
for (const instances of INSTANCES) {
    for (const invites of SIZES) {
        console.log(`${invites} invites, ${instances} instances …`);
        const measured = await measure(invites, instances);
        console.table(measured.figures);
        console.table(measured.throughput);
        figures.push(...measured.figures);
        throughputs.push(measured.throughput);
    }
}
writeFileSync(join(ROOT, 'docs/bench.md'), page({ figures, throughputs, hostilities, uses, factors }));
writeFileSync(join(ROOT, 'docs/bench.svg'), picture(figures));
process.exitCode = factors.some(({ factor, atMost }) => factor > atMost) ? 1 : 0;
