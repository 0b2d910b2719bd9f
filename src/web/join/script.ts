import { DIRECTION_MARKS } from '../../domain/names';
import { PAGE_WORDS } from './messages';

/**
 * The page's script, in the order in which it reads: what it is told, what it says, what it asks, what it shows, what it does. It runs in the visitor's
 * browser, so it is text here; a test type-checks it as it is sent. No part holds a backtick or a backslash.
 */
export const SCRIPT = `'use strict';
(() => {
const WORDS = ${JSON.stringify(PAGE_WORDS)};
${told()}${said()}${asked()}${shown()}${done()}
})();
`;

/** What the address and the browser tell: the token, where the workspace is, who is logged in. */
function told(): string {
    return `
/** @typedef {{ userId: string, authToken: string }} Login */

/** The token stands after the hash, perhaps with what a chat put around it. */
function readToken() {
    const [, token = ''] = /(?:^|[^A-Za-z0-9])([A-Za-z2-9]{16})(?![A-Za-z0-9])/.exec(decoded(location.hash.slice(1))) || [];
    return token.toUpperCase();
}

/** @param {string} text */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    } catch (error) {
        return text;
    }
}

/** The path of the workspace: empty, or like /chat where it shares its host with others. */
const base = location.pathname.slice(0, Math.max(0, location.pathname.indexOf('/api/apps/')));

/**
 * The web client's login. It keeps it under these names, with an ending of its own where the workspace has a path (Meteor's accounts-base,
 * _initLocalStorage).
 * @returns {Login | undefined}
 */
function findLogin() {
    try {
        const key = base === '' ? 'Meteor.loginToken' : Object.keys(localStorage).find((name) => name.startsWith('Meteor.loginToken:') && name.endsWith(':' + base));
        const ending = (key || '').slice('Meteor.loginToken'.length);
        const [authToken, userId, ends] = ['Meteor.loginToken', 'Meteor.userId', 'Meteor.loginTokenExpires'].map((name) => localStorage.getItem(name + ending));
        const isOver = ends && Date.parse(ends) < Date.now();
        return key && authToken && userId && !isOver ? { userId, authToken } : undefined;
    } catch (error) {
        // The browser keeps nothing for this page: then it cannot know of a login.
        return undefined;
    }
}
`;
}

/** What it says: the visitor's language, and sentences with names in them. */
function said(): string {
    return `
/** Whether dates can be written by it; browsers may be told nonsense. @param {string} tag */
function isTag(tag) {
    try {
        return new Intl.DateTimeFormat(tag) !== undefined;
    } catch (error) {
        return false;
    }
}

/** The first of the visitor's languages that the page speaks, and the name by which their browser has it, for dates: en-GB is not en-US. */
const spoken = (navigator.languages || [])
    .filter(isTag)
    .map((tag) => ({ tag, language: Object.keys(WORDS).find((known) => known.split('-')[0] === tag.toLowerCase().split('-')[0]) }))
    .find(({ language }) => language);
const { tag: locale, language = 'en' } = spoken || { tag: 'en' };
/** @type {Record<string, string>} */
const words = WORDS[/** @type {keyof typeof WORDS} */ (language)];

/** @typedef {string | Node} Piece */

const TURNING = new RegExp('[${DIRECTION_MARKS}]', 'g');

/** Text that somebody else chose: as text, without marks that turn its direction, and with a direction of its own, so that it cannot turn the words around it. @param {string} text */
function name(text) {
    const element = document.createElement('bdi');
    element.textContent = text.replace(TURNING, '');
    return element;
}

/** A sentence with something filled in. @param {string} sentence @param {Piece} filling @returns {Piece[]} */
function phrase(sentence, filling) {
    const [before = '', after = ''] = sentence.split(/[{][a-z]+[}]/);
    return [before, filling, after];
}

/** @param {string} tag @param {Piece[]} pieces @param {string} [className] */
function make(tag, pieces, className) {
    const element = document.createElement(tag);
    element.append(...pieces);
    if (className) {
        element.className = className;
    }
    return element;
}

/** @param {string} iso */
function momentOf(iso) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
}

/** @param {number} count */
function minutesOf(count) {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);
}
`;
}

/** What it asks of the app, beside which it is served. */
function asked(): string {
    return `
const PATIENCE_MS = 30000;

/** @typedef {{ code: string, field?: string, retryAfter?: number }} Refusal */

/**
 * The token goes into the body and the login into headers, to this origin only. Anything but an answer of the app means that the workspace does not answer.
 * @param {string} endpoint @param {string} token @param {Login} [login]
 * @returns {Promise<{ body: any, refusal?: undefined } | { refusal: Refusal }>}
 */
async function ask(endpoint, token, login) {
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), PATIENCE_MS);
    try {
        const response = await fetch(endpoint, {
            method: 'POST',
            headers: Object.assign({ 'Content-Type': 'application/json' }, login && { 'X-User-Id': login.userId, 'X-Auth-Token': login.authToken }),
            body: JSON.stringify({ token }),
            cache: 'no-store',
            redirect: 'error',
            signal: given.signal,
        });
        const body = await response.json().catch(() => undefined);
        if (response.ok && body && body.success) {
            return { body };
        }
        const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
        const code = response.status === 401 ? 'unauthorized' : response.status === 429 ? 'error-too-many-requests' : (response.status < 500 && body && body.errorType) || 'down';
        return { refusal: { code, field: body && body.details && body.details.field, retryAfter } };
    } catch (error) {
        return { refusal: { code: 'down' } };
    } finally {
        clearTimeout(timer);
    }
}
`;
}

/** What it shows: one screen at a time. */
function shown(): string {
    return `
/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @typedef {{ title: Piece[], text?: Node[], actions?: HTMLElement[], busy?: boolean, roomType?: string }} Screen */

/** @param {Screen} screen */
function show({ title, text = [], actions = [], busy = false, roomType }) {
    document.body.className = busy ? 'busy' : roomType === 'c' ? 'channel' : roomType ? 'group' : '';
    part('emblem').hidden = !roomType;
    part('emblem').setAttribute('aria-label', roomType === 'c' ? words.publicRoom : words.privateRoom);
    part('title').replaceChildren(...title);
    document.title = part('title').textContent + ' · ' + location.host;
    part('text').replaceChildren(...text);
    part('actions').replaceChildren(...actions);
    // What is waited for is told; what calls for a decision is gone to, from its heading on.
    part('status').textContent = busy ? part('title').textContent : '';
    if (!busy) {
        part('title').focus();
    }
}

/** @param {string} title */
const wait = (title, text = /** @type {Node[]} */ ([])) => show({ title: [title], text, busy: true });

/** @param {Piece[]} pieces */
const paragraph = (...pieces) => make('p', pieces);

/** @param {string} label @param {() => void} act @param {string} [className] */
function button(label, act, className) {
    const element = make('button', [label], className);
    element.setAttribute('type', 'button');
    element.addEventListener('click', act);
    return element;
}

/** @param {string} label @param {string} path @param {string} [className] */
function link(label, path, className = 'button') {
    const element = /** @type {HTMLAnchorElement} */ (make('a', [label], className));
    element.href = location.origin + base + path;
    return element;
}

/** @param {string} label @param {string} [className] */
function loginLink(label, className = 'button') {
    const element = link(label, '/home', className);
    element.target = '_blank';
    element.rel = 'noopener noreferrer';
    element.setAttribute('aria-label', label + ' ' + words.newTab);
    return element;
}

/** @typedef {{ _id: string, name?: string, fname?: string, t: string, topic?: string }} Room */

/** @param {Room} room */
const nameOf = (room) => name(room.fname || room.name || '?');

/** Only ever a path of this workspace, whatever the name. @param {Room} room */
const pathOf = (room) => (room.name ? (room.t === 'c' ? '/channel/' : '/group/') + encodeURIComponent(room.name) : '/home');

/** The name that they chose cannot pass for another username: each is on its own. @param {{ username?: string, name?: string }} person */
const personOf = (person) => make('span', [...(person.name ? [name(person.name), ' '] : []), '(', name('@' + person.username), ')']);

/** @param {{ room: Room, invitedBy?: { username?: string, name?: string }, expires: string | null }} invite @param {() => void} join */
function showInvite({ room, invitedBy, expires }, join) {
    const before = make('span', invitedBy ? phrase(words.invites, personOf(invitedBy)) : [words.invited], 'before');
    const topic = make('p', [name(room.topic || '')], 'topic');
    show({
        title: [before, ' ', make('span', [nameOf(room)], 'room')],
        text: [...(room.topic ? [topic] : []), paragraph(...(expires ? phrase(words.until, momentOf(expires)) : [words.always]))],
        actions: [button(words.join, join)],
        roomType: room.t,
    });
}

/** @param {Room} room */
function showMember(room) {
    const open = link(words.open, pathOf(room));
    open.addEventListener('click', forgetToken);
    show({ title: phrase(words.member, nameOf(room)), actions: [open], roomType: room.t });
}

/** @param {Room} room */
function showJoined(room) {
    show({ title: [words.joined], text: [paragraph(...phrase(words.going, nameOf(room)))], actions: [link(words.open, pathOf(room))], roomType: room.t });
}

/** @param {string} token @param {string} why @param {() => void} wentThere */
function showLogin(token, why, wentThere) {
    const login = loginLink(words.logInHere);
    // The browser follows the link first.
    login.addEventListener('click', () => setTimeout(wentThere));
    show({ title: [words.logIn], text: [paragraph(why)], actions: [login, inApp(token)] });
}

/** The way for who has no login in this browser, and for browsers in which the page cannot see it. @param {string} token */
function inApp(token) {
    const line = '/invite-link use ' + token;
    const copy = button(words.copy, () => navigator.clipboard.writeText(line).then(() => (part('status').textContent = copy.textContent = words.copied), () => undefined), 'second');
    // Browsers have none where the workspace is not served safely.
    return make('div', [make('p', [words.inApp]), make('code', [line]), ...(navigator.clipboard ? [copy] : [])], 'aside');
}

/** @param {string} token @param {() => void} again */
function showWaiting(token, again) {
    const actions = [loginLink(words.logInAgain, 'button second'), button(words.again, again, 'second'), inApp(token)];
    show({ title: [words.waiting], text: [paragraph(words.waitingWhy)], actions });
}

/** @param {Refusal} refusal @param {() => void} again */
function showRefusal({ code, field, retryAfter }, again) {
    const retry = button(words.again, again);
    const home = link(words.workspace, '/home', 'button second');
    switch (code) {
        case 'error-invite-token-expired':
            return field === 'maxUses' ? tell(words.usedUp, words.usedUpWhy, home) : field === 'expires' ? tell(words.expired, words.askForNew, home) : tell(words.ended, words.endedWhy, home);
        case 'error-user-is-banned':
            return tell(words.banned, words.bannedWhy, home);
        case 'error-membership-unverified':
            return tell(words.unsure, words.unsureWhy, retry, home);
        case 'error-too-many-requests':
            return tell(words.tooMany, phrase(words.tooManyWhy, minutesOf(Math.ceil((retryAfter || 60) / 60))).join(''), retry);
        case 'invalid-params':
            return field === 'username' ? tell(words.nameless, words.namelessWhy, link(words.workspace, '/home'), button(words.again, again, 'second')) : tell(words.unknown, words.unknownWhy, home);
        case 'error-room-type-not-allowed':
            return field === 'archived' ? tell(words.archived, words.archivedWhy, retry) : tell(words.closed, words.closedWhy, home);
        case 'error-invalid-token':
        case 'error-invalid-room':
            return tell(words.unknown, words.unknownWhy, home);
        case 'over':
            return tell(words.over, words.overWhy, home);
        default:
            return tell(words.down, words.downWhy, retry);
    }
}

/** @param {string} title @param {string} why @param {HTMLElement[]} actions */
function tell(title, why, ...actions) {
    show({ title: [title], text: [paragraph(why)], actions });
}
`;
}

/** What it does. */
function done(): string {
    return `
/** Counts the guesses: one that was overtaken by another shows nothing any more. */
let attempt = 0;
/** The login that was found wanting, while the page waits for another. @type {{ refused: string | undefined } | undefined} */
let awaited;

/** @param {(isCurrent: () => boolean) => Promise<void>} work */
function begin(work) {
    const own = ++attempt;
    awaited = undefined;
    const isCurrent = () => own === attempt;
    work(isCurrent).catch(() => isCurrent() && showRefusal({ code: 'down' }, lookUp));
}

function lookUp() {
    begin(async (isCurrent) => {
        const token = readToken();
        if (!token) {
            return showRefusal({ code: 'error-invalid-token' }, lookUp);
        }
        wait(words.lookingUp);
        const login = findLogin();
        const answer = await ask(login ? 'inviteInfo' : 'validateInviteToken', token, login);
        if (!isCurrent()) {
            return;
        }
        if (answer.refusal) {
            // Without a login the question is a courtesy: whether it was asked too often does not matter.
            return answer.refusal.code === 'unauthorized' || (!login && answer.refusal.code === 'error-too-many-requests') ? askToLogIn(token, login) : showRefusal(answer.refusal, lookUp);
        }
        if (!login) {
            return answer.body.valid ? askToLogIn(token) : showRefusal({ code: 'over' }, lookUp);
        }
        return answer.body.member ? showMember(answer.body.room) : showInvite(answer.body, join);
    });
}

function join() {
    begin(async (isCurrent) => {
        const token = readToken();
        const login = findLogin();
        if (!login) {
            return askToLogIn(token);
        }
        wait(words.joining);
        const answer = await ask('useInviteToken', token, login);
        if (!isCurrent()) {
            return;
        }
        if (answer.refusal) {
            return answer.refusal.code === 'unauthorized' ? askToLogIn(token, login) : showRefusal(answer.refusal, lookUp);
        }
        forgetToken();
        showJoined(answer.body.room);
        location.replace(location.origin + base + pathOf(answer.body.room));
    });
}

/** The token has done its work: it goes from the address, and from the history of this tab. */
function forgetToken() {
    history.replaceState(null, '', location.pathname);
}

/** @param {string} token @param {Login} [refused] */
function askToLogIn(token, refused) {
    awaited = { refused: refused && refused.authToken };
    showLogin(token, refused ? words.loggedOut : words.logInWhy, () => showWaiting(token, lookUp));
}

/** Goes on once there is a login, or another one than was refused. */
function whenLoggedIn() {
    const login = findLogin();
    if (awaited && login && login.authToken !== awaited.refused) {
        lookUp();
    }
}

document.documentElement.lang = language;
part('host').textContent = location.host;
addEventListener('storage', whenLoggedIn);
addEventListener('focus', whenLoggedIn);
document.addEventListener('visibilitychange', whenLoggedIn);
// Another link was opened in the same tab.
addEventListener('hashchange', lookUp);
lookUp();
`;
}
