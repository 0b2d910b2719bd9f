import { count, ms } from './document.mts';
import { OPERATIONS, type SizeFigure } from './sizes.mts';

const WIDTH = 760;
const LEFT = 250;
const RIGHT = 70;
const TOP = 62;
const ROW = 19;
const GAP = 16;
const BASE_MS = 0.5;

const STYLE = `
svg { font: 13px system-ui, 'Segoe UI', Roboto, sans-serif; --text: #1f2329; --quiet: #6c727a; --line: #d7dbe0; --back: #fff; --app: #095ad2; --own: #b15c00 }
@media (prefers-color-scheme: dark) { svg { --text: #e4e7ea; --quiet: #9ea2a8; --line: #3a3f45; --back: #1b1d21; --app: #6ba5ff; --own: #f3a64d } }
text { fill: var(--text) } .quiet { fill: var(--quiet) } .right { text-anchor: end } .middle { text-anchor: middle } .name { font-weight: 600 }
line { stroke: var(--line) } .app { fill: var(--app) } .own { fill: var(--back); stroke: var(--own); stroke-width: 2.5 } .span { stroke-width: 3 } .back { fill: var(--back) }
`;

/** Draws the medians on one instance on a logarithmic scale, one row per operation and size. */
export function picture(figures: readonly SizeFigure[]): string {
    const shown = figures.filter(({ instances }) => instances === 1);
    const sizes = [...new Set(shown.map(({ invites }) => invites))];
    const longest = Math.max(...shown.map(({ app, own }) => Math.max(app?.median ?? 0, own?.median ?? 0)));
    const toX = (time: number): number => LEFT + (Math.log(Math.max(time, BASE_MS) / BASE_MS) / Math.log(longest / BASE_MS)) * (WIDTH - LEFT - RIGHT);
    const bottom = TOP + OPERATIONS.length * (sizes.length * ROW + GAP);
    const ticks = [1, 10, 100, 1000, 10_000].filter((tick) => tick <= longest);
    const grid = ticks.map((tick) => {
        const x = toX(tick).toFixed(1);
        const label = tick < 1000 ? `${tick} ms` : `${tick / 1000} s`;
        return `<line x1="${x}" y1="${TOP - 10}" x2="${x}" y2="${bottom - GAP}"/><text class="quiet middle" x="${x}" y="${TOP - 16}">${label}</text>`;
    });
    const rows = OPERATIONS.flatMap((operation, index) => {
        const top = TOP + index * (sizes.length * ROW + GAP);
        const name = `<text class="name" x="12" y="${top + 14}">${operation}</text>`;
        return [
            name,
            ...sizes.map((size, row) =>
                dots(
                    shown.find((figure) => figure.operation === operation && figure.invites === size)!,
                    top + row * ROW + 10,
                    toX,
                ),
            ),
        ];
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${bottom}" viewBox="0 0 ${WIDTH} ${bottom}" role="img">
<title>Median time of each operation by number of invites on one instance: the app, and the server’s own way. Logarithmic.</title>
<style>${STYLE}</style>
<rect class="back" width="100%" height="100%"/>
<circle class="app" cx="18" cy="20" r="5"/><text x="30" y="25">the app, in ms</text>
<circle class="own" cx="150" cy="20" r="4.5"/><text x="162" y="25">the server’s own way, replayed</text>
<text class="quiet right" x="${WIDTH - 12}" y="25">median on one instance, logarithmic</text>
<text class="quiet right" x="${LEFT - 14}" y="${TOP - 16}">invites</text>
${[...grid, ...rows].join('\n')}
</svg>
`;
}

function dots({ invites, app, own }: SizeFigure, y: number, toX: (time: number) => number): string {
    const circle = (name: string, radius: number, x: number): string => `<circle class="${name}" cx="${x.toFixed(1)}" cy="${y}" r="${radius}"/>`;
    const [x, ofOwn] = [app && toX(app.median), own && toX(own.median)];
    const span = x && ofOwn ? `<line class="span" x1="${ofOwn.toFixed(1)}" y1="${y}" x2="${x.toFixed(1)}" y2="${y}"/>` : '';
    const text = app ? ms(app.median) : 'too late';
    // The figure is the app's, so it stands on the app's side.
    const isLeft = x !== undefined && ofOwn !== undefined && x < ofOwn;
    const figure = isLeft
        ? `<text class="right" x="${(x - 10).toFixed(1)}" y="${y + 4}">${text}</text>`
        : `<text x="${((x ?? ofOwn ?? LEFT) + 10).toFixed(1)}" y="${y + 4}">${text}</text>`;
    return [
        `<text class="quiet right" x="${LEFT - 14}" y="${y + 4}">${count(invites)}</text>`,
        span,
        ofOwn ? circle('own', 4.5, ofOwn) : '',
        x ? circle('app', 5, x) : '',
        figure,
    ].join('');
}
