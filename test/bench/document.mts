import { cpus, totalmem } from 'node:os';

import type { Factor } from './uses.mts';

/** The sections of docs/bench.md in their order, by the part of the benchmark that writes them. */
export const TITLES = {
    operations: 'Every operation',
    sizes: 'By number of invites, and beside the server’s own way',
    uses: 'One invite that many people have used',
    hostile: 'Hostile text',
    console: 'The console with 10,000 links',
} as const;

export type Part = keyof typeof TITLES;

const INTRODUCTION = `# Benchmark

\`npm run bench\` writes this page, and \`npm run bench -- --sizes\` only that section; the others are \`--operations\`,
\`--uses\`, \`--hostile\` and \`--console\`.

The packaged app runs in Apps-Engine 1.62.0 and its sandbox, in the embedded workspace (test/workspace) on one machine.
That workspace keeps its database in memory. Times are those of the caller, over HTTP. The empty endpoint responds
without a call to the server. On a real workspace, each call takes longer, and so do the operations. The calls, and
above all the depth, matter most: the depth is how many calls follow one another, because calls at once take the time
of one.
`;

/** Returns docs/bench.md with this section in place of the former one. */
export function withSection(document: string, part: Part, body: string): string {
    const former = document.split(/^(?=## )/m).filter((section) => section.startsWith('## '));
    const sections = (Object.keys(TITLES) as Part[]).flatMap((each) => {
        const title = `## ${TITLES[each]}\n`;
        return each === part ? `${title}\n${body.trim()}\n` : former.filter((section) => section.startsWith(title));
    });
    return `${[INTRODUCTION, ...sections].map((section) => section.trim()).join('\n\n')}\n`;
}

/** Returns when and on what a section was measured. */
export function madeBy(part: Part): string {
    const [cpu] = cpus();
    const memory = Math.round(totalmem() / 2 ** 30);
    const date = new Date().toISOString().slice(0, 10);
    return `Made by \`npm run bench -- --${part}\` on ${date} with ${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB and Node ${process.version}.`;
}

export function table(head: string[], rows: (string | number)[][]): string {
    const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

export function factorTable(factors: readonly Factor[]): string {
    return table(
        ['compared', 'factor', 'at most'],
        factors.map(({ what, factor, atMost }) => [what, factor.toFixed(2), atMost]),
    );
}

export function count(number: number): string {
    return number.toLocaleString('en-US');
}

/** Returns ms with one decimal, or without from 100 on. */
export function ms(time: number): string {
    return time < 100 ? time.toFixed(1) : count(Math.round(time));
}
