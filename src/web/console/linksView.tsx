import type { JSX } from 'preact';

import { INVITE_STATES } from '../../domain/model/invite.ts';
import { Button } from '../shared/parts.tsx';
import type { Invite, Paged } from './entities.mts';
import { LinkFilters } from './linkFilters.tsx';
import { LinkTable } from './linkTable.tsx';
import { Heading, LoadedContent, Pages } from './parts.tsx';
import { addressOfRoute, addressWithParams, offsetOf, type Route } from './route.mts';
import { words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

interface InvitesBody extends Paged {
    readonly invites: readonly Invite[];
}

/** The links that the caller manages or created, with search, filters, order and pages. */
export const LINKS: View = { name: 'links', label: words.links, Content: LinksView };

function LinksView({ route, client, onGo }: ViewProps): JSX.Element {
    const query = queryOf(route);
    const loaded = useLoaded(() => client.get<InvitesBody>('invites.list', query), JSON.stringify(query));
    const isFiltered = [query.state, query.text, query.rid, query.userId].some((value) => value !== '');
    return (
        <>
            <div class="title">
                <Heading title={words.console} />
                <a class="button" href={addressOfRoute({ name: 'new', params: { rid: query.rid } })}>
                    {words.newLink}
                </a>
            </div>
            <LinkFilters route={route} query={query} invites={loaded.body ? loaded.body.invites : []} onGo={onGo} />
            <LoadedContent loaded={loaded}>
                {({ invites, ...paged }) =>
                    invites.length === 0 ? (
                        <Nothing isFiltered={isFiltered} onClear={() => onGo(addressOfRoute({ name: route.name }))} />
                    ) : (
                        <>
                            <LinkTable invites={invites} route={route} />
                            <Pages {...paged} shown={invites.length} addressAt={(offset) => addressWithParams(route, { offset: String(offset) })} />
                        </>
                    )
                }
            </LoadedContent>
        </>
    );
}

/** The parameters of `invites.list`. */
export interface LinksQuery extends Record<string, string> {
    readonly state: string;
    readonly text: string;
    readonly rid: string;
    readonly userId: string;
    readonly sort: string;
    readonly offset: string;
}

/** Returns what the address asks for. People can type any address, so only known values count. */
function queryOf(route: Route): LinksQuery {
    const { state = '', text = '', rid = '', userId = '', sort = '' } = route.params;
    return {
        state: INVITE_STATES.some((known) => known === state) ? state : '',
        text,
        rid,
        userId,
        sort: sort in words.sorts ? sort : '-createdAt',
        offset: String(offsetOf(route)),
    };
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }): JSX.Element {
    return (
        <div class="card empty">
            <h2>{isFiltered ? words.nothingFound : words.noLinks}</h2>
            {isFiltered ? <Button label={words.clearFilters} onClick={onClear} second /> : <p>{words.noLinksWhy}</p>}
        </div>
    );
}
