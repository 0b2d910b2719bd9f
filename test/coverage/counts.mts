import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../project.mts';
import type { Branches } from './instrument.mjs';

/** Where a run of the tests keeps what it counted. */
export const FOLDER = join(ROOT, 'node_modules', '.cache', 'coverage');
/** What there is to be counted. */
export const BRANCHES = join(FOLDER, 'branches.json');
const COUNTED = join(FOLDER, 'counted');

/** How often each way of each branch was gone, by file. */
export type Counts = Record<string, Branches['b']>;

/** Adds what was counted elsewhere. */
function add(sum: Counts, counts: Counts): void {
    for (const [file, branches] of Object.entries(counts)) {
        const known = (sum[file] ??= {});
        for (const [branch, ways] of Object.entries(branches)) {
            known[branch] = ways.map((times, way) => times + (known[branch]?.[way] ?? 0));
        }
    }
}

/** Forgets what earlier runs kept. */
export function forget(): void {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(COUNTED, { recursive: true });
}

/** Keeps what one process counted. */
export function keep(counts: Counts): void {
    writeFileSync(join(COUNTED, `${randomUUID()}.json`), JSON.stringify(counts));
}

/** All that was kept. */
export function kept(): Counts {
    const sum: Counts = {};
    for (const file of readdirSync(COUNTED)) {
        add(sum, JSON.parse(readFileSync(join(COUNTED, file), 'utf8')));
    }
    return sum;
}
