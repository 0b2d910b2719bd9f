import { cpus, totalmem } from 'node:os';

import type { ConsoleFigure } from './console.mts';
import { HISTORY, LINKS, OF_ONE_PERSON } from './consoleStore.mts';
import type { Hostility } from './hostile.mts';
import type { Figure, Throughput } from './measure.mts';
import type { Factor, UsesFigure } from './uses.mts';

/** Everything that the benchmark measured. */
interface Results {
    readonly figures: readonly Figure[];
    readonly throughputs: readonly Throughput[];
    readonly hostilities: readonly Hostility[];
    readonly uses: readonly UsesFigure[];
    readonly factors: readonly Factor[];
}

/** What the benchmark of the console measured. */
export interface ConsoleResults {
    readonly figures: readonly ConsoleFigure[];
    readonly factors: readonly Factor[];
}

const CONSOLE_TITLE = '## The console with 10,000 links';

/** Returns docs/bench.md with this section at its end, in place of the former one. */
export function withConsoleSection(document: string, section: string): string {
    const [before = ''] = document.split(CONSOLE_TITLE);
    return `${before.trimEnd()}\n\n${section}`;
}

/** Renders the section of docs/bench.md about the console. */
export function consoleSection({ figures, factors }: ConsoleResults): string {
    return `${CONSOLE_TITLE}

Made by \`npm run bench -- --console\` on ${machine()}, on one instance, for an administrator.
The workspace has ${count(LINKS)} links of 100 people to 200 rooms, about 90,000 uses and ${count(HISTORY)} lines of history in a year,
${count(OF_ONE_PERSON)} of them about one person. One link of a hundred has 500 uses, which are folded, and the others have four.
Lists have 25 rows. The first rows in Chromium include a new browser profile's download of the page. The other
screens are measured from the click on:

${table(
    ['request or screen', 'calls', 'median ms', 'slowest ms'],
    figures.map(({ what, calls, median, slowest }) => [what, calls, median.toFixed(0), slowest.toFixed(0)]),
)}

${factorTable(factors)}
`;
}

/** Renders the results as docs/bench.md. */
export function page({ figures, throughputs, hostilities, uses, factors }: Results): string {
    const empty = (figure: Figure): Figure =>
        figures.find(
            ({ operation, invites, instances }) => operation === 'empty endpoint' && invites === figure.invites && instances === figure.instances,
        )!;
    const rows = figures.map((figure) => [
        figure.operation,
        count(figure.invites),
        figure.instances,
        figure.calls,
        figure.median.toFixed(1),
        figure.p95.toFixed(1),
        (figure.median / empty(figure).median).toFixed(1),
    ]);
    return `# Benchmark

Made by \`npm run bench\` on ${machine()}.
The packaged app ran in Apps-Engine 1.62.0 and its Deno sandboxes. All of it ran on that machine, with the embedded
workspace, which keeps its database in memory. Times are those of the caller, over HTTP. The empty endpoint responds
without a call to the server. On a real workspace, calls to the server are slower, and so are the
operations. The number of calls matters most.

![Median by operation and number of invites](bench.svg)

${table(['operation', 'invites', 'instances', 'calls', 'median ms', '95 % ms', 'times the empty endpoint'], rows)}

One invite that many people have used, on one instance. The first people's claims are folded:

${table(
    ['operation', 'uses', 'calls', 'median ms', '95 % ms'],
    uses.map(({ operation, uses: number, calls, median, p95 }) => [operation, count(number), calls, median.toFixed(1), p95.toFixed(1)]),
)}

${factorTable(factors)}

Redemptions per second of one invite, with sixteen people at a time:

${table(
    ['invites', 'instances', 'with a limit', 'without a limit'],
    throughputs.map(({ invites, instances, limited, unlimited }) => [count(invites), instances, limited.toFixed(0), unlimited.toFixed(0)]),
)}

Hostile text, in ms from request to response, with about 900 and with 90,000 characters. All requests share one
sandbox, so the cost of a text must not grow faster than its length:

${table(
    ['entry point', 'text', '900', '90,000'],
    hostilities.map(({ wayIn, text, short, long }) => [wayIn, text, short.toFixed(0), long.toFixed(0)]),
)}
`;
}

const LEFT = 190;
const WIDTH = 760;
const ROW = 20;
const COLOURS = ['#9ecae1', '#4292c6', '#08519c'];

/** Renders the medians on one instance as bars on a logarithmic scale. */
export function picture(figures: readonly Figure[]): string {
    const shown = figures.filter(({ instances }) => instances === 1);
    const operations = [...new Set(shown.map(({ operation }) => operation))];
    const sizes = [...new Set(shown.map(({ invites }) => invites))];
    const longest = Math.max(...shown.map(({ median }) => median));
    const toX = (ms: number): number => LEFT + (Math.max(0, Math.log10(ms * 2)) / Math.log10(longest * 2)) * (WIDTH - LEFT - 70);
    const group = ROW * sizes.length + 14;
    const height = 50 + operations.length * group;
    const legend = sizes.map(
        (size, index) =>
            `<rect x="${LEFT + index * 150}" y="14" width="12" height="12" fill="${COLOURS[index]}"/><text x="${LEFT + 18 + index * 150}" y="25">${count(size)} invites</text>`,
    );
    const bars = operations.flatMap((operation, row) => {
        const top = 44 + row * group;
        const ofSize = sizes.map((size, index) => {
            const { median } = shown.find((figure) => figure.operation === operation && figure.invites === size)!;
            const y = top + index * ROW;
            return (
                `<rect x="${LEFT}" y="${y}" width="${(toX(median) - LEFT).toFixed(1)}" height="${ROW - 3}" fill="${COLOURS[index]}"/>` +
                `<text x="${(toX(median) + 6).toFixed(1)}" y="${y + 13}">${median.toFixed(1)} ms</text>`
            );
        });
        return [`<text x="${LEFT - 10}" y="${top + (ROW * sizes.length) / 2 + 3}" text-anchor="end">${operation}</text>`, ...ofSize];
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#222">
<title>Median time by operation and number of invites, one instance, logarithmic</title>
<rect width="100%" height="100%" fill="#fff"/>
${[...legend, ...bars].join('\n')}
</svg>
`;
}

/** The date, and what the benchmark ran on. */
function machine(): string {
    const [cpu] = cpus();
    const memory = Math.round(totalmem() / 2 ** 30);
    return `${new Date().toISOString().slice(0, 10)} with ${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB and Node ${process.version}`;
}

function factorTable(factors: readonly Factor[]): string {
    return table(
        ['compared', 'factor', 'at most'],
        factors.map(({ what, factor, atMost }) => [what, factor.toFixed(2), atMost]),
    );
}

function table(head: string[], rows: (string | number)[][]): string {
    const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function count(number: number): string {
    return number.toLocaleString('en-US');
}
