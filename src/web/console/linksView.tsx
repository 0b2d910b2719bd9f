import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { INVITE_STATES } from '../../domain/model/invite.ts';
import { fillText } from '../shared/i18n.tsx';
import { Button } from '../shared/parts.tsx';
import type { InvitesBody } from './entities.mts';
import { LinkFilters } from './linkFilters.tsx';
import { LinkTable } from './linkTable.tsx';
import { Heading, LoadedContent, Pages } from './parts.tsx';
import { RevokeAll } from './revokeAll.tsx';
import { UnrevokedLinks, type RevokeResult, type Unrevoked } from './revokeSelected.tsx';
import { addressOfRoute, addressWithParams, offsetOf, type Route } from './route.mts';
import { words } from './translation.mts';
import { useLastPage } from './useLastPage.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

/** The links that the caller manages or created, with search, filters, order and pages. */
export const LINKS: View = { name: 'links', label: words.links, Content: LinksView };

function LinksView({ route, client, onNotice, onGo, onMove }: ViewProps): JSX.Element {
    const query = queryOf(route);
    const key = JSON.stringify(query);
    const loaded = useLoaded(() => client.get<InvitesBody>('invites.list', query), key);
    useLastPage(loaded.body, route, onMove);
    /** The list, whatever its page. */
    const list = JSON.stringify({ ...query, offset: '' });
    const shownList = useRef(list);
    shownList.current = list;
    const [unrevoked, setUnrevoked] = useState<{ readonly list: string; readonly links: readonly Unrevoked[] }>();
    const start = addressOfRoute({ name: route.name });
    const isFiltered = [query.state, query.text, query.rid, query.userId].some((value) => value !== '');
    /** Shows the list again, at another address if nothing is left at this one. A list chosen meanwhile stays. */
    const showAgain = (notice: string, address = addressOfRoute(route)): void => {
        if (address === addressOfRoute(route) || shownList.current !== list) {
            onNotice(notice);
            loaded.reload();
        } else {
            onGo(address, notice);
        }
    };
    const onSelectedRevoked = ({ revoked, unrevoked: links, notTried }: RevokeResult): void => {
        const counts: [string, number][] = [
            [words.revokedCount, revoked],
            [words.notRevoked, links.length],
            [words.notTried, notTried],
        ];
        const notice = counts.flatMap(([text, count]) => (count > 0 ? [fillText(text, { count })] : [])).join(' ');
        setUnrevoked({ list: shownList.current, links });
        showAgain(notice);
    };
    // A list of one room and one person would be shorter than what is revoked.
    const isOneTarget = query.userId !== 'me' && (query.rid === '' || query.userId === '');
    // A list that loads may still be that of the former address. A question about it would be lost.
    const mayRevokeAll = (body: InvitesBody): boolean =>
        !loaded.isLoading && body.mayRevokeAll && isOneTarget && (body.total > 0 || query.text !== '' || query.state !== '');
    return (
        <>
            <div class="title">
                <Heading title={words.console} />
                <a class="button" href={addressOfRoute({ name: 'new', params: { rid: query.rid } })}>
                    {words.newLink}
                </a>
            </div>
            <LinkFilters route={route} query={query} invites={loaded.body ? loaded.body.invites : []} onGo={onGo} />
            <UnrevokedLinks unrevoked={unrevoked && unrevoked.list === list ? unrevoked.links : []} />
            <LoadedContent loaded={loaded}>
                {(body) => (
                    <>
                        {body.invites.length === 0 ? (
                            <Nothing isFiltered={isFiltered} onClear={() => onGo(start)} />
                        ) : (
                            <>
                                <LinkTable key={key} invites={body.invites} route={route} client={client} onRevoked={onSelectedRevoked} />
                                <Pages
                                    {...body}
                                    shown={body.invites.length}
                                    addressAt={(offset) => addressWithParams(route, { offset: String(offset) })}
                                />
                            </>
                        )}
                        {mayRevokeAll(body) && (
                            <RevokeAll
                                key={key}
                                query={query}
                                client={client}
                                onRevoked={(count) => showAgain(fillText(words.revokedCount, { count }), start)}
                            />
                        )}
                    </>
                )}
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
