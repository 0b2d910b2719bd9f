import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { rcApps, ROOT } from '../project.mts';
import { consoleFactorsOf, measureConsole } from './console.mts';
import { TITLES, withSection, type Part } from './document.mts';
import { measureHostility } from './hostile.mts';
import { measureOperations } from './operations.mts';
import { picture } from './picture.mts';
import { consoleSection, hostileSection, operationsSection, sizesSection, usesSection } from './report.mts';
import { measureSizes } from './sizes.mts';
import { factorsOf, measureUses, type Factor } from './uses.mts';

/** Runs the parts that the flags name, or all. Each replaces its section of docs/bench.md as soon as it is measured. */

interface Measured {
    readonly section: string;
    readonly factors?: readonly Factor[];
}

const PARTS: Record<Part, () => Promise<Measured>> = {
    operations: async () => ({ section: operationsSection(await measureOperations()) }),
    sizes: async () => {
        const measured = await measureSizes();
        writeFileSync(join(ROOT, 'docs/bench.svg'), picture(measured.figures));
        return { section: sizesSection(measured) };
    },
    uses: async () => {
        const figures = await measureUses();
        const factors = factorsOf(figures);
        return { section: usesSection({ figures, factors }), factors };
    },
    hostile: async () => ({ section: hostileSection(await measureHostility()) }),
    console: async () => {
        const figures = await measureConsole();
        const factors = consoleFactorsOf(figures);
        return { section: consoleSection({ figures, factors }), factors };
    },
};

const DOCUMENT = join(ROOT, 'docs/bench.md');

const parts = Object.keys(TITLES) as Part[];
const wanted = process.argv.slice(2).map((flag) => flag.replace(/^--/, ''));
const unknown = wanted.filter((flag) => !parts.includes(flag as Part));
if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}, only ${parts.map((part) => `--${part}`).join(', ')}.`);
    process.exit(2);
}
await rcApps(['package']);
for (const part of parts.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const begun = Date.now();
    const { section, factors = [] } = await PARTS[part]();
    writeFileSync(DOCUMENT, withSection(readFileSync(DOCUMENT, 'utf8'), part, section));
    console.log(`${section}\n${part} took ${Math.round((Date.now() - begun) / 1000)} seconds.`);
    if (factors.some(({ factor, atMost }) => factor > atMost)) {
        process.exitCode = 1;
    }
}
