import { render, type JSX } from 'preact';

import { findToken } from '../../domain/model/token.ts';
import { post, readWorkspace, type Refusal } from '../shared/api.mts';
import { addressOf, findLogin, isHandheld, type Login } from '../shared/environment.mts';
import { readPublished } from '../shared/published.mts';
import { language, words } from './translation.mts';
import type { Invite, InviteRoom, Person, Request, Room, RoomResult } from './invite.mts';
import { pathOf } from './invite.mts';
import { RequestView } from './request.tsx';
import { BusyView, DownView, InviteView, JoinedView, LoginView, WaitingView, WorkspaceView } from './views.tsx';

/** What the workspace publishes. The page needs no login to read it. */
const published = readPublished();

/** Shows the invite of the address, and follows the visitor's logins and other links in the same tab. */
export function startPage(): void {
    document.documentElement.lang = language;
    byId('host').textContent = location.host;
    void published.then((settings) => render(<WorkspaceView settings={settings} />, byId('workspace')));
    // The markup's own text is for visitors whose browser did not load this script.
    byId('screen').replaceChildren();
    addEventListener('storage', whenLoggedIn);
    addEventListener('focus', whenLoggedIn);
    document.addEventListener('visibilitychange', whenLoggedIn);
    addEventListener('hashchange', lookUp);
    lookUp();
}

function byId(id: string): HTMLElement {
    const node = document.getElementById(id);
    if (!node) {
        throw new Error(`page.html has no element "${id}"`);
    }
    return node;
}

/** Shows one screen at a time. */
function show(view: JSX.Element): void {
    render(view, byId('screen'));
}

/** The number of the current attempt. An earlier attempt no longer shows its result. */
let attempt = 0;
/** Set while the page waits for a login. Holds the refused login token, if there is one. */
let pendingLogin: { readonly refused: string | undefined } | undefined;

type More = typeof import('./more.tsx');

/** Shows a view of the second script, which most visitors never need. */
async function showMore(isCurrent: () => boolean, view: (more: More) => JSX.Element): Promise<void> {
    const more = await import('./more.tsx').catch(() => undefined);
    if (isCurrent()) {
        // A browser may not try a script again that it could not load.
        show(more ? view(more) : <DownView onRetry={() => location.reload()} />);
    }
}

function run(work: (isCurrent: () => boolean) => Promise<void>): void {
    const number = ++attempt;
    pendingLogin = undefined;
    const isCurrent = (): boolean => number === attempt;
    work(isCurrent).catch(() => isCurrent() && show(<DownView onRetry={lookUp} />));
}

function lookUp(): void {
    run(async (isCurrent) => {
        const token = readToken();
        if (!token) {
            await showRefusal({ code: 'error-invalid-token' }, isCurrent);
            return;
        }
        show(<BusyView title={words.lookingUp} />);
        const login = findLogin();
        await (login ? lookUpAs(login, token, isCurrent) : validate(token, isCurrent));
    });
}

async function lookUpAs(login: Login, token: string, isCurrent: () => boolean): Promise<void> {
    const [{ body, refusal }, visitor] = await Promise.all([post<Invite>('inviteInfo', { token }, login), readWorkspace<Person>('me', login)]);
    if (!isCurrent()) {
        return;
    }
    if (refusal) {
        await handleRefusal(refusal, isCurrent, token, login);
    } else if (body.member) {
        await showMore(isCurrent, ({ MemberView }) => <MemberView rooms={body.rooms} address={location.href} onOpen={forgetToken} />);
    } else if (body.request) {
        showRequest(body.rooms, body.request, { token, login, isCurrent });
    } else if (body.rooms.length > 1) {
        await showMore(isCurrent, ({ InviteToRoomsView }) => <InviteToRoomsView {...body} visitor={visitor} onJoin={join} />);
    } else {
        show(<InviteView {...body} visitor={visitor} onJoin={() => join(body.approval ? words.asking : words.joining)} />);
    }
}

/** Validates the token first, so that nobody logs in only to read that a link no longer works. */
async function validate(token: string, isCurrent: () => boolean): Promise<void> {
    const { body, refusal } = await post<{ valid: boolean }>('validateInviteToken', { token });
    if (!isCurrent()) {
        return;
    }
    // The page asks for a login even if the rate limit prevented the validation.
    if (refusal && refusal.code !== 'error-too-many-requests') {
        await handleRefusal(refusal, isCurrent, token);
    } else if (body && !body.valid) {
        await showRefusal({ code: 'over' }, isCurrent);
    } else {
        askToLogIn(token, words.logInWhy);
    }
}

function join(title = words.joining): void {
    run(async (isCurrent) => {
        const token = readToken();
        const login = findLogin();
        if (!login) {
            askToLogIn(token, words.logInWhy);
            return;
        }
        show(<BusyView title={title} />);
        const { body, refusal } = await post<{ rooms: readonly RoomResult[]; request?: Request }>('useInviteToken', { token }, login);
        if (!isCurrent()) {
            return;
        }
        if (refusal) {
            await handleRefusal(refusal, isCurrent, token, login);
        } else if (body.request) {
            showRequest(body.rooms, body.request, { token, login, isCurrent });
        } else {
            await enter(
                body.rooms.filter(({ joined }) => joined),
                isCurrent,
                body.rooms.filter(({ joined }) => !joined).length,
            );
        }
    });
}

/** Opens the room, or shows what there is to choose or to read. `closed` rooms of the invite refused the visitor. */
async function enter(rooms: readonly Room[], isCurrent: () => boolean, closed = 0): Promise<void> {
    if (rooms.length + closed > 1) {
        await showMore(isCurrent, ({ JoinedRoomsView }) => {
            // Only now, because another try needs the token if the second script could not be loaded.
            forgetToken();
            return <JoinedRoomsView rooms={rooms} closed={closed} />;
        });
        return;
    }
    const [room] = rooms;
    forgetToken();
    show(<JoinedView room={room} />);
    // On a phone, the person chooses between the browser and the app.
    if (!isHandheld()) {
        location.replace(addressOf(pathOf(room)));
    }
}

interface Visit {
    readonly token: string;
    readonly login: Login;
    readonly isCurrent: () => boolean;
}

/** Shows what became of a request to join. While it waits, each check shows what has changed. */
function showRequest(rooms: readonly InviteRoom[], request: Request, visit: Visit): void {
    const { token, login, isCurrent } = visit;
    const check = async (): Promise<void> => {
        const { body, refusal } = await post<Invite>('inviteInfo', { token }, login);
        if (!isCurrent() || (refusal && isPassing(refusal))) {
            return;
        }
        if (refusal) {
            await handleRefusal(refusal, isCurrent, token, login);
        } else if (body.member) {
            await enter(body.rooms, isCurrent);
        } else if (body.request) {
            showRequest(body.rooms, body.request, visit);
        } else {
            // The request was forgotten, or the invite no longer needs an approval.
            lookUp();
        }
    };
    show(<RequestView rooms={rooms.filter(({ member }) => !member)} state={request.state} onCheck={check} />);
}

/** Whether a later check may succeed. */
function isPassing({ code }: Refusal): boolean {
    return code === 'down' || code === 'error-too-many-requests';
}

async function handleRefusal(refusal: Refusal, isCurrent: () => boolean, token: string, login?: Login): Promise<void> {
    if (refusal.code === 'unauthorized') {
        askToLogIn(token, login ? words.loggedOut : words.logInWhy, login);
    } else {
        await showRefusal(refusal, isCurrent);
    }
}

async function showRefusal(refusal: Refusal, isCurrent: () => boolean): Promise<void> {
    if (refusal.code === 'down') {
        show(<DownView onRetry={lookUp} />);
    } else {
        await showMore(isCurrent, ({ RefusalView }) => <RefusalView refusal={refusal} onRetry={lookUp} />);
    }
}

function askToLogIn(token: string, why: string, refused?: Login): void {
    pendingLogin = { refused: refused && refused.authToken };
    const onOpened = (): void => show(<WaitingView token={token} onRetry={lookUp} />);
    const onCreateAccount = (): void => createAccount(token, why, refused);
    show(<LoginView token={token} why={why} published={published} onOpened={onOpened} onCreateAccount={onCreateAccount} />);
}

/** Lets the visitor create an account, and then joins with it. A login on another tab ends this. */
function createAccount(token: string, why: string, refused?: Login): void {
    run(async (isCurrent) => {
        const settings = await published;
        pendingLogin = { refused: refused && refused.authToken };
        const onLogIn = (reason = why): void => askToLogIn(token, reason, refused);
        await showMore(isCurrent, ({ RegisterView }) => <RegisterView settings={settings} onLoggedIn={() => join()} onLogIn={onLogIn} />);
    });
}

/** Continues when there is a login other than the refused one. */
function whenLoggedIn(): void {
    const login = findLogin();
    if (pendingLogin && login && login.authToken !== pendingLogin.refused) {
        lookUp();
    }
}

/** Returns the token after the hash, without characters that a chat put around it; empty if there is none. */
function readToken(): string {
    return findToken(decode(location.hash.slice(1))) || '';
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

/** Removes the token from the address and from the history of this tab. */
function forgetToken(): void {
    history.replaceState(null, '', location.pathname);
}
