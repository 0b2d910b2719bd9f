import type { ConsoleFigure } from './console.mts';
import { HISTORY, LINKS, OF_ONE_PERSON } from './consoleStore.mts';
import { count, factorTable, madeBy, ms, table } from './document.mts';
import type { Hostility } from './hostile.mts';
import { INVITES, type OperationFigure } from './operations.mts';
import { SERVERS_OWN } from './serversOwnSequences.mts';
import { OPERATIONS, type SizeFigure, type Throughput } from './sizes.mts';
import type { Times } from './timing.mts';
import type { Factor, UsesFigure } from './uses.mts';

/** Renders what every operation asks of the server, and its times on both runtimes. */
export function operationsSection(figures: readonly OperationFigure[]): string {
    return `${madeBy('operations')}

In a workspace with ${count(INVITES)} invites, on one instance. \`calls\` are those of the app to the server, and \`database\` the
server's operations on its database until the response; both are the maximum of several runs with warm caches, and
\`test/e2e/callBudget.test.mts\` limits the calls and the depth in a smaller workspace. Times are in ms, on Deno and on Node
([decision 14](decisions/0014-a-second-runtime.md)), without the limit on invites per person and hour.

${table(
    ['operation', 'calls', 'depth', 'database', 'Deno', '95 %', 'Node', '95 %'],
    figures.map(({ operation, calls, depth, databaseOperations, times: { deno, node } }) => [
        ...[operation, calls, depth, databaseOperations],
        ...[deno, node].flatMap(({ median, p95 }) => [ms(median), ms(p95)]),
    ]),
)}
`;
}

/** Renders the main operations by the number of invites, beside the server's own way. */
export function sizesSection({ figures, throughputs }: { figures: readonly SizeFigure[]; throughputs: readonly Throughput[] }): string {
    const alone = figures.filter(({ instances }) => instances === 1);
    const sizes = [...new Set(alone.map(({ invites }) => invites))];
    const several = figures.filter(({ instances }) => instances > 1);
    const of = (operation: string, invites: number): SizeFigure =>
        alone.find((figure) => figure.operation === operation && figure.invites === invites)!;
    const fewest = Math.min(...alone.flatMap(({ app }) => app?.runs ?? []));
    const rows = OPERATIONS.flatMap((operation) =>
        (['app', 'own'] as const).flatMap((way) => {
            const operations = of(operation, 1000).databaseOperations[way];
            if (operations === undefined) {
                return [];
            }
            const name = way === 'app' ? operation : `${operation}, the server’s own way`;
            return [[name, operations, ...sizes.map((size) => cell(of(operation, size)[way]))]];
        }),
    );
    return `${madeBy('sizes')}

![Median of each operation by number of invites, the app beside the server’s own way](bench.svg)

On one instance, in ms, median / 95 %. Each invite has been used once. \`database\` is the number of the server's
operations on its database:

${table(['operation', 'database', ...sizes.map((size) => `${count(size)} invites`)], rows)}

Most figures are of ${of('find', 1000).app!.runs} runs. Those of a page and of the list are of ${fewest} or more, because they read all invites. Each
invite is stored directly, as the app stores it.${late(alone)}

With ${count(several[0]!.invites)} invites on one and on ${several[0]!.instances} instances, which run on the same machine here:

${table(
    ['operation', '1 instance', `${several[0]!.instances} instances`],
    several.map(({ operation, invites, app }) => [operation, cell(of(operation, invites).app), cell(app)]),
)}

Redemptions per second of one invite, with sixteen people at a time:

${table(
    ['invites', 'instances', 'with a limit', 'without a limit', 'the server’s own way'],
    throughputs.map(({ invites, instances, limited, unlimited, own }) => [
        count(invites),
        instances,
        ...[limited, unlimited, own].map((rate) => rate.toFixed(0)),
    ]),
)}

${SERVERS_OWN}`;
}

/** Renders the figures of an invite that many people have used. */
export function usesSection({ figures, factors }: { figures: readonly UsesFigure[]; factors: readonly Factor[] }): string {
    return `${madeBy('uses')}

On one instance. The first people's claims are folded:

${table(
    ['operation', 'uses', 'calls', 'median ms', '95 % ms'],
    figures.map(({ operation, uses, calls, median, p95 }) => [operation, count(uses), calls, ms(median), ms(p95)]),
)}

${factorTable(factors)}
`;
}

/** Renders the slowest entry point of each text. */
export function hostileSection(hostilities: readonly Hostility[]): string {
    const texts = [...new Set(hostilities.map(({ text }) => text))];
    const waysIn = [...new Set(hostilities.map(({ wayIn }) => wayIn))];
    const slowest = (text: string): Hostility => hostilities.filter((each) => each.text === text).reduce((a, b) => (b.long > a.long ? b : a));
    return `${madeBy('hostile')}

All requests share one sandbox, so the cost of a text must not grow faster than its length. Each text was sent to
${waysIn.length} entry points: ${waysIn.join(', ')}. The table has the slowest one of each text, in ms from request to
response, with about 900 and with 90,000 characters:

${table(
    ['text', 'slowest entry point', '900', '90,000'],
    texts.map((text) => {
        const { wayIn, short, long } = slowest(text);
        return [text, wayIn, short.toFixed(0), long.toFixed(0)];
    }),
)}
`;
}

/** Renders the figures of the console. */
export function consoleSection({ figures, factors }: { figures: readonly ConsoleFigure[]; factors: readonly Factor[] }): string {
    return `${madeBy('console')}

On one instance, for an administrator. The workspace has ${count(LINKS)} links of 100 people to 200 rooms, about 90,000 uses
and ${count(HISTORY)} lines of history in a year, ${count(OF_ONE_PERSON)} of them about one person. One link of a hundred has 500 uses, which are
folded, and the others have four. Lists have 25 rows. The first rows in Chromium include a new browser profile's
download of the page. The other screens are measured from the click on:

${table(
    ['request or screen', 'calls', 'median ms', 'slowest ms'],
    figures.map(({ what, calls, median, slowest }) => [what, calls, median.toFixed(0), slowest.toFixed(0)]),
)}

${factorTable(factors)}
`;
}

function cell(times: Times | undefined): string {
    return times ? `${ms(times.median)} / ${ms(times.p95)}` : 'too late';
}

/** Returns the sentence about what the engine gave up. */
function late(figures: readonly SizeFigure[]): string {
    return figures.some(({ app }) => !app) ? ' *Too late* means that the app did not respond in 30 seconds, after which the engine gives up.' : '';
}
