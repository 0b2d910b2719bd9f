import type { ComponentChild, JSX } from 'preact';
import { useContext } from 'preact/hooks';

import { fillIn } from '../shared/i18n.tsx';
import { PersonName } from '../shared/parts.tsx';
import { Administrator, AdministratorsOnly, PersonLink } from './administrator.tsx';
import { DataTable } from './dataTable.tsx';
import type { Person } from './entities.mts';
import type { HistoryBody, HistoryEntry } from './history.mts';
import { Heading, LoadedContent, Moment, Pages, RoomNames } from './parts.tsx';
import { PersonSearch } from './personSearch.tsx';
import { LinkName } from './rankings.tsx';
import { addressOfRoute, addressWithParams, offsetOf, type Route } from './route.mts';
import { reports, words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

/** Who let a person in, when and where. Without an id, the search for a person. For administrators. */
export const PERSON: View = { name: 'person', label: reports.people, forAdministrators: true, Content: PersonView };

function PersonView(props: ViewProps): JSX.Element {
    const isAdministrator = useContext(Administrator);
    return props.route.id !== '' ? (
        <PersonHistory {...props} />
    ) : isAdministrator === false ? (
        <AdministratorsOnly title={reports.people} />
    ) : (
        <PersonSearch {...props} />
    );
}

function PersonHistory({ route, client }: ViewProps): JSX.Element {
    const { id: userId } = route;
    const query = { userId, offset: String(offsetOf(route)) };
    const loaded = useLoaded(() => client.get<HistoryBody>('invites.joins', query), JSON.stringify(query));
    const found = useLoaded(() => client.findPerson({ userId }), userId);
    if (loaded.refusal && loaded.refusal.code === 'not_authorized') {
        return <AdministratorsOnly title={reports.people} />;
    }
    const [entry] = loaded.body ? loaded.body.joins : [];
    const person = found.body || (entry && entry.person);
    // The server names people to everyone. The page names them once the app has shown their history.
    const isLoading = !loaded.body || (!person && found.isLoading);
    return (
        <>
            <p>
                <a href={addressOfRoute({ name: 'person' })}>{reports.findPerson}</a>
            </p>
            <Heading title={fillIn(reports.historyOf, isLoading ? '…' : nameFor(person))} />
            <p>
                <a href={addressOfRoute({ name: 'links', params: { userId } })}>{reports.linksOf}</a>
            </p>
            <LoadedContent loaded={loaded}>{(body) => <Entries {...body} route={route} />}</LoadedContent>
        </>
    );
}

function nameFor(person: Person | undefined): ComponentChild {
    return person && person.username ? <PersonName {...person} /> : words.deletedUser;
}

function Entries({ joins, route, ...paged }: HistoryBody & { route: Route }): JSX.Element {
    if (joins.length === 0) {
        return (
            <div class="card empty">
                <h2>{reports.noHistory}</h2>
                <p>{reports.noHistoryWhy}</p>
            </div>
        );
    }
    return (
        <>
            <DataTable
                label={words.history}
                columns={[
                    { title: words.at, cell: ({ at }: HistoryEntry) => <Moment at={at} /> },
                    { title: words.outcome, cell: ({ outcome }) => words.outcomes[outcome] },
                    { title: reports.invitedBy, cell: ({ invitedBy }) => <PersonLink person={invitedBy} /> },
                    { title: words.link, cell: ({ invite }) => <LinkName invite={invite} /> },
                    { title: words.rooms, cell: ({ rooms }) => <RoomNames rooms={rooms} /> },
                ]}
                rows={joins}
                keyOf={({ _id }) => _id}
            />
            <Pages {...paged} shown={joins.length} addressAt={(offset) => addressWithParams(route, { offset: String(offset) })} />
        </>
    );
}
