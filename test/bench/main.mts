import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { rcApps, ROOT } from '../project.mts';
import { consoleFactorsOf, measureConsole } from './console.mts';
import { measureHostility } from './hostile.mts';
import { measure, type Figure, type Throughput } from './measure.mts';
import { consoleSection, type ConsoleResults, page, picture, withConsoleSection } from './report.mts';
import { factorsOf, measureUses, type Factor } from './uses.mts';

const SIZES = [10, 1000, 10_000];
const INSTANCES = [1, 3];

const DOCUMENT = join(ROOT, 'docs/bench.md');

await rcApps(['package']);
if (process.argv.includes('--console')) {
    const measured = await measureConsoleAndShow();
    writeFileSync(DOCUMENT, withConsoleSection(readFileSync(DOCUMENT, 'utf8'), consoleSection(measured)));
    process.exit(isAbove(measured.factors) ? 1 : 0);
}
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
    process.exit(isAbove(factors) ? 1 : 0);
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
const ofConsole = await measureConsoleAndShow();
writeFileSync(DOCUMENT, withConsoleSection(page({ figures, throughputs, hostilities, uses, factors }), consoleSection(ofConsole)));
writeFileSync(join(ROOT, 'docs/bench.svg'), picture(figures));
process.exitCode = isAbove([...factors, ...ofConsole.factors]) ? 1 : 0;

function isAbove(measured: readonly Factor[]): boolean {
    return measured.some(({ factor, atMost }) => factor > atMost);
}

async function measureConsoleAndShow(): Promise<ConsoleResults> {
    const measured = await measureConsole();
    const factors = consoleFactorsOf(measured);
    console.table(measured);
    console.table(factors);
    return { figures: measured, factors };
}
