import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { ROOT } from '../project.mts';
import { BRANCHES, kept, type Counts } from './counts.mts';
import type { Branches } from './instrument.mjs';

/** The percentage of all branches that the tests must cover. */
const ENOUGH = 95;
/** The percentage of branches that they must cover in each file. */
const ENOUGH_IN_FILE = 85;
const REPORT = join(ROOT, 'dist', 'coverage.txt');

/** The coverage of one file. */
interface Reached {
    file: string;
    all: number;
    missed: number;
    /** The lines with a missed branch. */
    lines: number[];
}

/** Prints the coverage and writes it by file to dist/coverage.txt. Returns whether it suffices. */
export function reportCoverage(): boolean {
    const counts = kept();
    const files = Object.entries(JSON.parse(readFileSync(BRANCHES, 'utf8')) as Record<string, Branches>)
        .map(([file, branches]) => reached(file, branches, counts))
        .sort((one, other) => (one.file < other.file ? -1 : 1));
    const all = total(files.map((file) => file.all));
    const missed = total(files.map((file) => file.missed));

    writeFileSync(REPORT, files.map(row).join(''));
    console.log(`\nThe tests cover ${percent(all, missed)} of the ${all} branches in src; by file: ${relative(ROOT, REPORT)}`);
    const below = files.filter((file) => !covers(file, ENOUGH));
    if (below.length > 0) {
        console.log(`Below ${ENOUGH} %, with the lines where a branch is missed:\n${below.map(row).join('')}`);
    }
    const isEnough = covers({ all, missed }, ENOUGH);
    if (!isEnough) {
        console.error(`This is less than ${ENOUGH} %.`);
    }
    const tooLow = below.filter((file) => !covers(file, ENOUGH_IN_FILE)).map(({ file }) => file);
    if (tooLow.length > 0) {
        console.error(`Less than ${ENOUGH_IN_FILE} % are covered in ${tooLow.join(', ')}.`);
    }
    return isEnough && tooLow.length === 0;
}

function covers({ all, missed }: Pick<Reached, 'all' | 'missed'>, percentage: number): boolean {
    return missed * 100 <= all * (100 - percentage);
}

function reached(file: string, { branchMap, b }: Branches, counts: Counts): Reached {
    const ways = Object.entries(b).flatMap(([branch, { length }]) =>
        Array.from({ length }, (_, way) => ({
            line: branchMap[branch]!.locations[way]?.start.line ?? branchMap[branch]!.line,
            gone: (counts[file]?.[branch]?.[way] ?? 0) > 0,
        })),
    );
    const missed = ways.filter(({ gone }) => !gone);
    return { file, all: ways.length, missed: missed.length, lines: [...new Set(missed.map(({ line }) => line))] };
}

function row({ file, all, missed, lines }: Reached): string {
    return `  ${file.padEnd(36)}${percent(all, missed).padStart(7)}  ${lines.join(', ')}`.trimEnd() + '\n';
}

function percent(all: number, missed: number): string {
    return `${(all === 0 ? 100 : Math.floor((1000 * (all - missed)) / all) / 10).toFixed(1)} %`;
}

function total(numbers: number[]): number {
    return numbers.reduce((sum, number) => sum + number, 0);
}
