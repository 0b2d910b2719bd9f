import type { ComponentChildren, JSX } from 'preact';

import { Isolated } from '../shared/i18n.tsx';
import { PersonLink } from './administrator.tsx';
import { DataTable } from './dataTable.tsx';
import type { Person } from './entities.mts';
import { addressOfInvite } from './parts.tsx';
import { reports, words } from './translation.mts';

export interface RankedInvite {
    readonly _id: string;
    readonly label: string | null;
    readonly joins: number;
}

export interface RankedCreator extends Person {
    readonly joins: number;
}

interface RankingsProps {
    readonly invites: readonly RankedInvite[];
    readonly creators: readonly RankedCreator[];
}

/** The links and the people that bring most joins. */
export function Rankings({ invites, creators }: RankingsProps): JSX.Element {
    return (
        <div class="columns">
            <Ranking title={reports.topLinks} what={words.link} rows={invites} cell={(invite) => <LinkName invite={invite} />} />
            <Ranking title={reports.topCreators} what={words.person} rows={creators} cell={(person) => <PersonLink person={person} />} />
        </div>
    );
}

/** The label of a link, which leads to the link. */
export function LinkName({ invite: { _id, label } }: { invite: Pick<RankedInvite, '_id' | 'label'> }): JSX.Element {
    return <a href={addressOfInvite(_id)}>{label === null ? words.withoutLabel : <Isolated text={label} />}</a>;
}

interface RankingProps<Row> {
    readonly title: string;
    readonly what: string;
    readonly rows: readonly Row[];
    readonly cell: (row: Row) => ComponentChildren;
}

function Ranking<Row extends { readonly _id: string; readonly joins: number }>({ title, what, rows, cell }: RankingProps<Row>): JSX.Element {
    return (
        <section>
            <h2>{title}</h2>
            {rows.length === 0 ? (
                <p>{reports.noJoins}</p>
            ) : (
                <DataTable
                    label={title}
                    columns={[
                        { title: what, cell },
                        { title: reports.joins, cell: ({ joins }) => joins },
                    ]}
                    rows={rows}
                    keyOf={({ _id }) => _id}
                    isNarrow
                />
            )}
        </section>
    );
}
