import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../project.mts';
import type { Branches } from './instrument.mjs';

/** The folder for the counts of one test run. */
export const FOLDER = join(ROOT, 'node_modules', '.cache', 'coverage');
/** The file that lists all branches. */
export const BRANCHES = join(FOLDER, 'branches.json');
const COUNTED = join(FOLDER, 'counted');

/** How often each path of each branch was taken, by file. */
export type Counts = Record<string, Branches['b']>;

/** Adds `counts` to `sum`. */
function add(sum: Counts, counts: Counts): void {
    for (const [file, branches] of Object.entries(counts)) {
        const known = (sum[file] ??= {});
        for (const [branch, ways] of Object.entries(branches)) {
            known[branch] = ways.map((times, way) => times + (known[branch]?.[way] ?? 0));
        }
    }
}

/** Deletes the counts of earlier runs. */
export function forget(): void {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(COUNTED, { recursive: true });
}

/** Stores the counts of one process. */
export function keep(counts: Counts): void {
    writeFileSync(join(COUNTED, `${randomUUID()}.json`), JSON.stringify(counts));
}

/** Returns the sum of all stored counts. */
export function kept(): Counts {
    const sum: Counts = {};
    for (const file of readdirSync(COUNTED)) {
        add(sum, JSON.parse(readFileSync(join(COUNTED, file), 'utf8')));
    }
    return sum;
}
