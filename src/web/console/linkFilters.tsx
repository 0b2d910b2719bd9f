import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { fillAll } from '../shared/i18n.tsx';
import { RoomName } from '../shared/parts.tsx';
import type { Invite } from './entities.mts';
import type { LinksQuery } from './linksView.tsx';
import { Choice, Field, PersonOrDeleted } from './parts.tsx';
import { addressWithParams, type Route } from './route.mts';
import { words } from './translation.mts';
import type { ViewProps } from './view.mts';

interface LinkFiltersProps extends Pick<ViewProps, 'onGo'> {
    readonly route: Route;
    readonly query: LinksQuery;
    /** The links that are shown, in which a room or a person has a name. */
    readonly invites: readonly Invite[];
}

/** Search, filters and order of the links. Each choice changes the address. */
export function LinkFilters({ route, query, invites, onGo }: LinkFiltersProps): JSX.Element {
    const set = (params: Readonly<Record<string, string>>): void => onGo(addressWithParams(route, params));
    const isOfOther = query.userId !== '' && query.userId !== 'me';
    return (
        <>
            <div role="search" class="filters">
                <SearchField route={route} text={query.text} />
                <Choice
                    label={words.state}
                    value={query.state}
                    options={{ '': words.anyState, ...words.states }}
                    onChoose={(state) => set({ state })}
                />
                {!isOfOther && (
                    <Choice
                        label={words.whose}
                        value={query.userId}
                        options={{ '': words.allLinks, 'me': words.myLinks }}
                        onChoose={(userId) => set({ userId })}
                    />
                )}
                <Choice label={words.sort} value={query.sort} options={words.sorts} onChoose={(sort) => set({ sort })} />
            </div>
            {query.rid !== '' && (
                <OneOnly address={addressWithParams(route, { rid: '' })}>
                    {fillAll(words.onlyRoom, { room: <RoomWithId id={query.rid} invites={invites} /> })}
                </OneOnly>
            )}
            {isOfOther && (
                <OneOnly address={addressWithParams(route, { userId: '' })}>
                    {fillAll(words.onlyCreator, {
                        person: <PersonOrDeleted person={(invites.find(({ userId }) => userId === query.userId) || {}).createdBy} />,
                    })}
                </OneOnly>
            )}
        </>
    );
}

/** A filter to one room or person, and the way out of it. */
function OneOnly({ address, children }: { address: string; children: ComponentChildren }): JSX.Element {
    return (
        <p class="row">
            <span>{children}</span>
            <a href={address}>{words.showAll}</a>
        </p>
    );
}

function RoomWithId({ id, invites }: { id: string; invites: readonly Invite[] }): JSX.Element {
    const room = invites.flatMap(({ rooms }) => rooms).find(({ _id }) => _id === id);
    return <RoomName {...room} />;
}

/** The pause after the last letter before the page searches. */
const PAUSE_MS = 300;

/** Searches while the visitor types. Letters do not become entries of the history. */
function SearchField({ route, text }: { route: Route; text: string }): JSX.Element {
    const [typed, setTyped] = useState(text);
    const searched = useRef(text);
    const shownRoute = useRef(route);
    useEffect(() => {
        const hasMovedOn = shownRoute.current !== route;
        shownRoute.current = route;
        if (text !== searched.current) {
            // Another address brings its own text.
            searched.current = text;
            setTyped(text);
            return undefined;
        }
        if (typed === searched.current) {
            return undefined;
        }
        const search = (): void => {
            searched.current = typed;
            location.replace(addressWithParams(route, { text: typed }));
        };
        if (hasMovedOn) {
            // A later change of the list could take away what the visitor does next.
            search();
            return undefined;
        }
        const timer = setTimeout(search, PAUSE_MS);
        return () => clearTimeout(timer);
    }, [typed, route]);
    return (
        <Field label={words.search}>
            {(ids) => (
                <input
                    {...ids}
                    type="search"
                    value={typed}
                    placeholder={words.searchHint}
                    onInput={({ currentTarget }) => setTyped(currentTarget.value)}
                />
            )}
        </Field>
    );
}
