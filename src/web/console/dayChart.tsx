import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { fillText } from '../shared/i18n.tsx';
import { Button } from '../shared/parts.tsx';
import { DataTable } from './dataTable.tsx';
import { locale, reports } from './translation.mts';

/** The counts of one day, which is `yyyy-mm-dd` in UTC. */
export interface DayCount {
    readonly date: string;
    readonly joins: number;
    readonly refusals: number;
}

/** Joins and refusals a day as a chart, and as a table that screen readers always find. */
export function DayFigures({ days }: { days: readonly DayCount[] }): JSX.Element {
    const [isTableShown, setTableShown] = useState(false);
    return (
        <section class="card" aria-labelledby="daily">
            <h2 id="daily">{reports.daily}</h2>
            <DayChart days={days} />
            <p class="hint">{reports.utc}</p>
            <p class="row">
                <Button label={isTableShown ? reports.hideTable : reports.showTable} onClick={() => setTableShown(!isTableShown)} second />
            </p>
            <div class={isTableShown ? '' : 'read-only'}>
                <DataTable
                    label={reports.daily}
                    columns={[
                        { title: reports.day, cell: ({ date }) => formatDay(date) },
                        { title: reports.joins, cell: ({ joins }) => joins },
                        { title: reports.refusals, cell: ({ refusals }) => refusals },
                    ]}
                    rows={[...days].reverse()}
                    keyOf={({ date }) => date}
                    isNarrow
                />
            </div>
        </section>
    );
}

/** The width of a bar, of a day with the gap to the next one, and of the gap between both kinds, in units of the drawing. */
const BAR = 8;
const DAY = 10;
/** The height of the whole drawing, in its units. */
const HEIGHT = 100;

/** Joins above the line and refusals below it, on one scale, so that colours only repeat what the place says. */
function DayChart({ days }: { days: readonly DayCount[] }): JSX.Element {
    const mostJoins = Math.max(...days.map(({ joins }) => joins));
    const mostRefusals = Math.max(...days.map(({ refusals }) => refusals));
    const unit = HEIGHT / Math.max(1, mostJoins + mostRefusals);
    const line = mostJoins + mostRefusals === 0 ? HEIGHT : mostJoins * unit;
    const width = days.length * DAY;
    const label = fillText(reports.chart, { joins: sum(days, 'joins'), refusals: sum(days, 'refusals'), count: days.length });
    return (
        <div class="chart">
            <Legend kind="joins" text={reports.joins} most={mostJoins} />
            <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
                {days.map(({ date, joins, refusals }, index) => (
                    <g key={date}>
                        <title>{`${formatDay(date)}: ${reports.joins} ${joins}, ${reports.refusals} ${refusals}`}</title>
                        <rect class="day" x={index * DAY} y={0} width={DAY} height={HEIGHT} />
                        <rect class="joins" x={index * DAY + 1} y={line - joins * unit} width={BAR} height={joins * unit} />
                        <rect class="refusals" x={index * DAY + 1} y={line} width={BAR} height={refusals * unit} />
                    </g>
                ))}
                <line x1={0} x2={width} y1={line} y2={line} />
            </svg>
            <p class="ends" aria-hidden="true">
                {[days[0], days[days.length - 1]].map((day) => day && <span key={day.date}>{formatDay(day.date)}</span>)}
            </p>
            <Legend kind="refusals" text={reports.refusals} most={mostRefusals} />
        </div>
    );
}

function Legend({ kind, text, most }: { kind: 'joins' | 'refusals'; text: string; most: number }): JSX.Element {
    return (
        <p class="legend">
            <span class={`swatch ${kind}`} />
            {text}
            <span class="hint">{fillText(reports.most, { count: most })}</span>
        </p>
    );
}

/** Returns the sum of one figure. */
export function sum(days: readonly DayCount[], figure: 'joins' | 'refusals'): number {
    return days.reduce((total, day) => total + day[figure], 0);
}

function formatDay(date: string): string {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));
}
