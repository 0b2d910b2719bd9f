import type { JSX } from 'preact';

import { OUTCOMES } from '../../domain/model/history.ts';
import { PersonLink } from './administrator.tsx';
import type { Client } from './client.mts';
import { DataTable } from './dataTable.tsx';
import type { Attempt, Paged } from './entities.mts';
import { Choice, LoadedContent, Moment, Pages, Problem } from './parts.tsx';
import { addressWithParams, offsetOf, type Route } from './route.mts';
import { saveFile } from './saveFile.mts';
import { words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import { useSubmit } from './useSubmit.mts';
import type { ViewProps } from './view.mts';

interface JoinsBody extends Paged {
    readonly joins: readonly Attempt[];
}

/** Who used an invite, and who was refused, by page. */
export function LinkHistory({ route, client, onGo }: Pick<ViewProps, 'route' | 'client' | 'onGo'>): JSX.Element {
    const outcome = OUTCOMES.find((known) => known === route.params.outcome) || '';
    const query = { inviteId: route.id, outcome };
    const offset = String(offsetOf(route));
    const loaded = useLoaded(() => client.get<JoinsBody>('invites.joins', { ...query, offset }), JSON.stringify([query, offset]));
    return (
        <section aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <div class="filters">
                <Choice
                    label={words.outcome}
                    value={outcome}
                    options={{ '': words.anyOutcome, ...words.outcomes }}
                    onChoose={(chosen) => onGo(addressWithParams(route, { outcome: chosen }))}
                />
            </div>
            <LoadedContent loaded={loaded}>
                {({ joins, ...paged }) =>
                    joins.length === 0 ? (
                        <p>{words.noHistory}</p>
                    ) : (
                        <>
                            <DataTable
                                label={words.history}
                                columns={[
                                    { title: words.person, cell: ({ person }: Attempt) => <PersonLink person={person} /> },
                                    { title: words.outcome, cell: (attempt) => words.outcomes[attempt.outcome] },
                                    { title: words.at, cell: ({ at }) => <Moment at={at} /> },
                                ]}
                                rows={joins}
                                keyOf={({ _id }) => _id}
                            />
                            <Pages {...paged} shown={joins.length} addressAt={(at) => addressWithParams(route, { offset: String(at) })} />
                            <DownloadButton client={client} query={query} route={route} />
                        </>
                    )
                }
            </LoadedContent>
        </section>
    );
}

/** A plain link would carry no login, so the script fetches the file. */
function DownloadButton({ client, query, route }: { client: Client; query: Readonly<Record<string, string>>; route: Route }): JSX.Element {
    const { isBusy, refusal, submit } = useSubmit(words.downloading);
    const download = (): void =>
        submit(async () => {
            const { body, refusal: refused } = await client.readCsv('invites.joins', query);
            if (body !== undefined) {
                saveFile(`joins-${route.id}.csv`, 'text/csv', body);
            }
            return refused;
        });
    return (
        <>
            <button type="button" class="second" disabled={isBusy} onClick={download}>
                {isBusy ? words.downloading : words.download}
            </button>
            {refusal && <Problem refusal={refusal} />}
        </>
    );
}
