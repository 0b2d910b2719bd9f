import { render, type JSX } from 'preact';

import { findToken } from '../../domain/model/token.ts';
import { post, type Refusal } from '../shared/api.mts';
import { addressOf, findLogin, type Login } from '../shared/environment.mts';
import { language, words } from './translation.mts';
import { BusyView, InviteView, JoinedView, LoginView, MemberView, pathOf, RefusalView, WaitingView, type Invite, type Room } from './views.tsx';

/** Shows the invite of the address, and follows the visitor's logins and other links in the same tab. */
export function startPage(): void {
    document.documentElement.lang = language;
    byId('host').textContent = location.host;
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

function run(work: (isCurrent: () => boolean) => Promise<void>): void {
    const number = ++attempt;
    pendingLogin = undefined;
    const isCurrent = (): boolean => number === attempt;
    work(isCurrent).catch(() => isCurrent() && showRefusal({ code: 'down' }));
}

function lookUp(): void {
    run(async (isCurrent) => {
        const token = readToken();
        if (!token) {
            showRefusal({ code: 'error-invalid-token' });
            return;
        }
        show(<BusyView title={words.lookingUp} />);
        const login = findLogin();
        await (login ? lookUpAs(login, token, isCurrent) : validate(token, isCurrent));
    });
}

async function lookUpAs(login: Login, token: string, isCurrent: () => boolean): Promise<void> {
    const { body, refusal } = await post<Invite & { member?: boolean }>('inviteInfo', { token }, login);
    if (!isCurrent()) {
        return;
    }
    if (refusal) {
        handleRefusal(refusal, token, login);
    } else {
        show(body.member ? <MemberView room={body.room} onOpen={forgetToken} /> : <InviteView {...body} onJoin={join} />);
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
        handleRefusal(refusal, token);
    } else if (body && !body.valid) {
        showRefusal({ code: 'over' });
    } else {
        askToLogIn(token);
    }
}

function join(): void {
    run(async (isCurrent) => {
        const token = readToken();
        const login = findLogin();
        if (!login) {
            askToLogIn(token);
            return;
        }
        show(<BusyView title={words.joining} />);
        const { body, refusal } = await post<{ room: Room }>('useInviteToken', { token }, login);
        if (!isCurrent()) {
            return;
        }
        if (refusal) {
            handleRefusal(refusal, token, login);
        } else {
            forgetToken();
            show(<JoinedView room={body.room} />);
            location.replace(addressOf(pathOf(body.room)));
        }
    });
}

function handleRefusal(refusal: Refusal, token: string, login?: Login): void {
    if (refusal.code === 'unauthorized') {
        askToLogIn(token, login);
    } else {
        showRefusal(refusal);
    }
}

function askToLogIn(token: string, refused?: Login): void {
    pendingLogin = { refused: refused && refused.authToken };
    const onOpened = (): void => show(<WaitingView token={token} onRetry={lookUp} />);
    show(<LoginView token={token} why={refused ? words.loggedOut : words.logInWhy} onOpened={onOpened} />);
}

/** Continues when there is a login other than the refused one. */
function whenLoggedIn(): void {
    const login = findLogin();
    if (pendingLogin && login && login.authToken !== pendingLogin.refused) {
        lookUp();
    }
}

function showRefusal(refusal: Refusal): void {
    show(<RefusalView refusal={refusal} onRetry={lookUp} />);
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
