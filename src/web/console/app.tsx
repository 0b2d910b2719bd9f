import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { readPublished } from '../shared/published.mts';
import { Administrator, useIsAdministrator } from './administrator.tsx';
import { Client } from './client.mts';
import { LoginGate } from './loginGate.tsx';
import { Heading } from './parts.tsx';
import { addressOfRoute, parseRoute, type Route } from './route.mts';
import type { Session } from './session.mts';
import { words } from './translation.mts';
import type { View, ViewProps } from './view.mts';
import { VIEWS } from './views.mts';

/** The whole page: header, navigation, and the view of the address, which is hidden while there is no login. */
export function App({ session, views = VIEWS }: { session: Session; views?: readonly View[] }): JSX.Element {
    const userId = useUserId(session);
    const { route, notice, onNotice, onGo, onMove } = useRoute();
    const client = useMemo(() => new Client(session, userId.last), [session, userId.last]);
    const isAdministrator = useIsAdministrator(client, views.some(({ forAdministrators }) => forAdministrators) ? userId.now : '', keyOf(route));
    const view = views.find(({ name }) => name === route.name);
    const isLoggedIn = userId.now !== '';
    return (
        <Administrator.Provider value={isAdministrator}>
            <SkipLink />
            <Header route={route} view={view} views={views.filter(({ forAdministrators }) => isAdministrator === true || !forAdministrators)} />
            <main id="content" tabIndex={-1}>
                <OfflineNotice />
                <Notice {...notice} isHidden={!isLoggedIn} />
                {!isLoggedIn && <LoginGate wasLoggedIn={userId.last !== ''} onRetry={() => session.retry()} />}
                {userId.last !== '' && (
                    // Another person gets views of their own. The same person finds what they typed.
                    <div key={userId.last} hidden={!isLoggedIn}>
                        {view ? (
                            <ShownView key={keyOf(route)} view={view} route={route} client={client} onNotice={onNotice} onGo={onGo} onMove={onMove} />
                        ) : (
                            <UnknownView />
                        )}
                    </div>
                )}
            </main>
            <footer>{location.host}</footer>
        </Administrator.Provider>
    );
}

/** Returns what tells two views apart. Other parameters leave the view in the page. */
function keyOf({ name, id }: Route): string {
    return `${name}/${id}`;
}

/** A view. A response that arrives after the visitor has left it neither moves the page nor shows a notice. */
function ShownView({ view, onNotice, onGo, onMove, ...props }: ViewProps & { view: View }): JSX.Element {
    const isInPage = useRef(true);
    useLayoutEffect(() => () => void (isInPage.current = false), []);
    // The address changes a little earlier than the page.
    const isShown = (): boolean => isInPage.current && keyOf(parseRoute(location.hash)) === keyOf(props.route);
    return (
        <view.Content
            {...props}
            onNotice={(text) => isShown() && onNotice(text)}
            onGo={(address, notice) => isShown() && onGo(address, notice)}
            onMove={(address) => isShown() && onMove(address)}
        />
    );
}

/** Returns the id of the person who is logged in now, and of the last one who was; empty if there is none. */
function useUserId(session: Session): { now: string; last: string } {
    const read = (): string => (session.login ? session.login.userId : '');
    const [now, setNow] = useState(read);
    const last = useRef(now);
    useEffect(() => session.onChange(() => setNow(read())), [session]);
    last.current = now || last.current;
    return { now, last: last.current };
}

interface ShownNotice {
    readonly text: string;
    /** How many notices the view has shown; 0 if the view began with this one. */
    readonly number: number;
}

/** The result of what was done. It gets the focus if the view stays, because the button that did it may be gone. */
function Notice({ text, number, isHidden }: ShownNotice & { isHidden: boolean }): JSX.Element {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (number > 0) {
            box.current?.focus();
        }
    }, [number]);
    return (
        <div role="status" tabIndex={-1} ref={box} class={text && !isHidden ? 'notice' : ''}>
            {!isHidden && text}
        </div>
    );
}

interface Navigation extends Pick<ViewProps, 'onNotice' | 'onGo' | 'onMove'> {
    readonly route: Route;
    /** The result of what was done last, until the address changes. */
    readonly notice: ShownNotice;
}

function useRoute(): Navigation {
    const [{ route, notice }, setShown] = useState(() => ({ route: parseRoute(location.hash), notice: { text: '', number: 0 } }));
    /** The notice of the next address; undefined if the present one stays. */
    const nextNotice = useRef<string | undefined>('');
    const shownHash = useRef(location.hash);
    useEffect(() => {
        const follow = (): void => {
            // Two quick changes bring two events, both with the last address.
            if (location.hash === shownHash.current) {
                return;
            }
            shownHash.current = location.hash;
            const text = nextNotice.current;
            nextNotice.current = '';
            setShown((shown) => ({ route: parseRoute(location.hash), notice: text === undefined ? shown.notice : { text, number: 0 } }));
        };
        addEventListener('hashchange', follow);
        return () => removeEventListener('hashchange', follow);
    }, []);
    return {
        route,
        notice,
        onNotice: (text) => setShown((shown) => ({ ...shown, notice: { text, number: shown.notice.number + 1 } })),
        onGo: (address, text = '') => {
            nextNotice.current = text;
            location.hash = address;
        },
        onMove: (address) => {
            nextNotice.current = undefined;
            location.replace(address);
        },
    };
}

/** Moves the focus without changing the address, which says which view is shown. */
function SkipLink(): JSX.Element {
    const skip = (event: Event): void => {
        event.preventDefault();
        document.getElementById('content')?.focus();
    };
    return (
        <a class="skip" href="#content" onClick={skip}>
            {words.skip}
        </a>
    );
}

function Header({ route, view: present, views }: { route: Route; view: View | undefined; views: readonly View[] }): JSX.Element {
    const [name, setName] = useState('');
    useEffect(() => void readPublished().then(({ Site_Name: siteName }) => setName(typeof siteName === 'string' ? siteName : '')), []);
    return (
        <header>
            <p class="brand">
                <strong>{words.console}</strong>
                {name && <bdi>{name}</bdi>}
            </p>
            <nav aria-label={words.views}>
                {views.map(
                    (view) =>
                        view.label && (
                            <a key={view.name} href={addressOfRoute(view)} aria-current={currentMark(view, present, route)}>
                                {view.label}
                            </a>
                        ),
                )}
            </nav>
        </header>
    );
}

/** Marks the present page, or what it is a part of. */
function currentMark({ name }: View, present: View | undefined, { id }: Route): 'page' | 'true' | undefined {
    const isSame = present !== undefined && present.name === name;
    return isSame && id === '' ? 'page' : isSame || (present && present.parent === name) ? 'true' : undefined;
}

function OfflineNotice(): JSX.Element {
    const [isOffline, setOffline] = useState(!navigator.onLine);
    useLayoutEffect(() => {
        const follow = (): void => setOffline(!navigator.onLine);
        addEventListener('online', follow);
        addEventListener('offline', follow);
        return () => {
            removeEventListener('online', follow);
            removeEventListener('offline', follow);
        };
    }, []);
    return (
        <div role="status" class={isOffline ? 'notice problem' : ''}>
            {isOffline && words.offline}
        </div>
    );
}

function UnknownView(): JSX.Element {
    return (
        <>
            <Heading title={words.unknownView} />
            <a href={addressOfRoute({ name: 'links' })}>{words.links}</a>
        </>
    );
}
