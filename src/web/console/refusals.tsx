import type { JSX } from 'preact';

import { MS_PER_DAY } from '../../domain/model/invite.ts';
import { fillText } from '../shared/i18n.tsx';
import { PersonLink } from './administrator.tsx';
import type { Client } from './client.mts';
import { DataTable } from './dataTable.tsx';
import { countOutcomes, refusalsIn, type HistoryBody } from './history.mts';
import { LoadedContent, Moment } from './parts.tsx';
import { LinkName } from './rankings.tsx';
import { reports, words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';

/** The most attempts that the endpoint returns at once. */
const MAX_ATTEMPTS = 100;

/** How many refusals the view names. */
const NAMED = 10;

interface RefusalsProps {
    readonly client: Client;
    readonly days: number;
    readonly rid: string;
}

/** Why people were refused, how often, and who they were. */
export function Refusals({ client, days, rid }: RefusalsProps): JSX.Element {
    const read = (): ReturnType<typeof client.get<HistoryBody>> =>
        client.get<HistoryBody>('invites.joins', { rid, from: firstMomentOf(days), count: String(MAX_ATTEMPTS) });
    const loaded = useLoaded(read, JSON.stringify([days, rid]));
    return (
        <section aria-labelledby="refused">
            <h2 id="refused">{reports.refused}</h2>
            <LoadedContent loaded={loaded}>{(body) => <Reasons {...body} />}</LoadedContent>
        </section>
    );
}

function Reasons({ joins, total }: HistoryBody): JSX.Element {
    const refusals = refusalsIn(joins);
    return (
        <>
            {total > joins.length && <p class="hint">{fillText(reports.lastOnly, { count: joins.length, total })}</p>}
            {refusals.length === 0 ? (
                <p>{reports.noRefusals}</p>
            ) : (
                <>
                    <DataTable
                        label={reports.refused}
                        columns={[
                            { title: reports.reason, cell: ({ outcome }) => words.outcomes[outcome] },
                            { title: reports.count, cell: ({ count }) => count },
                        ]}
                        rows={countOutcomes(refusals)}
                        keyOf={({ outcome }) => outcome}
                        isNarrow
                    />
                    <h3>{reports.latestRefusals}</h3>
                    <DataTable
                        label={reports.latestRefusals}
                        columns={[
                            { title: words.person, cell: ({ person }) => <PersonLink person={person} /> },
                            { title: reports.reason, cell: ({ outcome }) => words.outcomes[outcome] },
                            { title: words.link, cell: ({ invite }) => <LinkName invite={invite} /> },
                            { title: words.at, cell: ({ at }) => <Moment at={at} /> },
                        ]}
                        rows={refusals.slice(0, NAMED)}
                        keyOf={({ _id }) => _id}
                    />
                </>
            )}
        </>
    );
}

/** Returns when the first of the days began, as `invites.stats` counts them. */
function firstMomentOf(days: number): string {
    return `${new Date(Date.now() - (days - 1) * MS_PER_DAY).toISOString().slice(0, 10)}T00:00:00.000Z`;
}
