import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { rcApps, ROOT } from '../project.mts';
import { measureHostility } from './hostile.mts';
import { measure, type Figure, type Throughput } from './measure.mts';
import { page, picture } from './report.mts';

const SIZES = [10, 1000, 10_000];
const INSTANCES = [1, 3];

await rcApps(['package']);
const hostilities = await measureHostility();
console.table(hostilities);
if (process.argv.includes('--hostile')) {
    process.exit();
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
writeFileSync(join(ROOT, 'docs/bench.md'), page(figures, throughputs, hostilities));
writeFileSync(join(ROOT, 'docs/bench.svg'), picture(figures));
