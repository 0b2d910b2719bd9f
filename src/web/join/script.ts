import { DIRECTION_MARKS } from '../../domain/names';
import { PAGE_WORDS } from './messages';

/**
 * The page's script. It is text because it runs in the visitor's browser; a test type-checks it.
 * No part may contain a backtick or a backslash.
 */
export const SCRIPT = `'use strict';
(() => {
const MESSAGES = ${JSON.stringify(PAGE_WORDS)};
${environment()}${i18n()}${api()}${views()}${controller()}
})();
`;

/** Reads the token, the workspace's path and the login from the address and the browser. */
function environment(): string {
    return `
/** @typedef {{ userId: string, authToken: string }} Login */

/** Returns the token after the hash, without characters that a chat put around it. */
function readToken() {
    const [, token = ''] = /(?:^|[^A-Za-z0-9])([A-Za-z2-9]{16})(?![A-Za-z0-9])/.exec(decode(location.hash.slice(1))) || [];
    return token.toUpperCase();
}

/** @param {string} text */
function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch (error) {
        return text;
    }
}

/** The path of the workspace: usually empty, or for example /chat. */
const base = location.pathname.slice(0, Math.max(0, location.pathname.indexOf('/api/apps/')));

/**
 * Returns the web client's login, unless it has expired. Meteor stores it under these keys.
 * It appends a suffix if the workspace has a path (_initLocalStorage in Meteor's accounts-base).
 * @returns {Login | undefined}
 */
function findLogin() {
    try {
        const key = base === '' ? 'Meteor.loginToken' : Object.keys(localStorage).find((name) => name.startsWith('Meteor.loginToken:') && name.endsWith(':' + base));
        const suffix = (key || '').slice('Meteor.loginToken'.length);
        const [authToken, userId, expires] = ['Meteor.loginToken', 'Meteor.userId', 'Meteor.loginTokenExpires'].map((name) => localStorage.getItem(name + suffix));
        const isExpired = expires && Date.parse(expires) < Date.now();
        return key && authToken && userId && !isExpired ? { userId, authToken } : undefined;
    } catch (error) {
        // The browser blocks storage, so the page cannot read the login.
        return undefined;
    }
}
`;
}

/** Chooses the visitor's language, and formats texts in it. */
function i18n(): string {
    return `
/** Whether the tag is valid for formatting dates, because users can enter any. @param {string} tag */
function isTag(tag) {
    try {
        return new Intl.DateTimeFormat(tag) !== undefined;
    } catch (error) {
        return false;
    }
}

/** The visitor's first supported language. The browser's own tag formats dates, because en-GB differs from en-US. */
const preferred = (navigator.languages || [])
    .filter(isTag)
    .map((tag) => ({ tag, language: Object.keys(MESSAGES).find((supported) => supported.split('-')[0] === tag.toLowerCase().split('-')[0]) }))
    .find(({ language }) => language);
const { tag: locale, language = 'en' } = preferred || { tag: 'en' };
/** @type {Record<string, string>} */
const messages = MESSAGES[/** @type {keyof typeof MESSAGES} */ (language)];

/** @typedef {string | Node} Piece */

const BIDI_CONTROLS = new RegExp('[${DIRECTION_MARKS}]', 'g');

/**
 * Returns text that another person chose, isolated so that it cannot change the direction of the text around it.
 * @param {string} text
 */
function isolated(text) {
    const node = document.createElement('bdi');
    node.textContent = text.replace(BIDI_CONTROLS, '');
    return node;
}

/** Replaces the placeholder of a message. @param {string} message @param {Piece} value @returns {Piece[]} */
function fillIn(message, value) {
    const [before = '', after = ''] = message.split(/[{][a-z]+[}]/);
    return [before, value, after];
}

/** @param {string} tag @param {Piece[]} pieces @param {string} [className] */
function element(tag, pieces, className) {
    const node = document.createElement(tag);
    node.append(...pieces);
    if (className) {
        node.className = className;
    }
    return node;
}

/** @param {string} iso */
function formatDate(iso) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
}

/** @param {number} count */
function formatMinutes(count) {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);
}
`;
}

/** Calls the app's endpoints, which have the same path as the page. */
function api(): string {
    return `
const TIMEOUT_MS = 30000;

/** @typedef {{ code: string, field?: string, retryAfter?: number }} Refusal */

/**
 * Posts the token, and the login in headers, to this origin only.
 * Any response that is not the app's own returns the refusal 'down'.
 * @param {string} endpoint @param {string} token @param {Login} [login]
 * @returns {Promise<{ body: any, refusal?: undefined } | { refusal: Refusal }>}
 */
async function post(endpoint, token, login) {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
        const response = await fetch(endpoint, {
            method: 'POST',
            headers: Object.assign({ 'Content-Type': 'application/json' }, login && { 'X-User-Id': login.userId, 'X-Auth-Token': login.authToken }),
            body: JSON.stringify({ token }),
            cache: 'no-store',
            redirect: 'error',
            signal: timeout.signal,
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

/** Shows one screen at a time. */
function views(): string {
    return `
/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @typedef {{ title: Piece[], text?: Node[], actions?: HTMLElement[], busy?: boolean, roomType?: string }} Screen */

/** @param {Screen} screen */
function show({ title, text = [], actions = [], busy = false, roomType }) {
    document.body.className = busy ? 'busy' : roomType === 'c' ? 'channel' : roomType ? 'group' : '';
    byId('emblem').hidden = !roomType;
    byId('emblem').setAttribute('aria-label', roomType === 'c' ? messages.publicRoom : messages.privateRoom);
    byId('title').replaceChildren(...title);
    document.title = byId('title').textContent + ' · ' + location.host;
    byId('text').replaceChildren(...text);
    byId('actions').replaceChildren(...actions);
    // Screen readers announce progress, and the focus moves to the heading of a screen that needs a decision.
    byId('status').textContent = busy ? byId('title').textContent : '';
    if (!busy) {
        byId('title').focus();
    }
}

/** @param {string} title */
const showBusy = (title, text = /** @type {Node[]} */ ([])) => show({ title: [title], text, busy: true });

/** @param {Piece[]} pieces */
const paragraph = (...pieces) => element('p', pieces);

/** @param {string} label @param {() => void} onClick @param {string} [className] */
function button(label, onClick, className) {
    const node = element('button', [label], className);
    node.setAttribute('type', 'button');
    node.addEventListener('click', onClick);
    return node;
}

/** @param {string} label @param {string} path @param {string} [className] */
function link(label, path, className = 'button') {
    const node = /** @type {HTMLAnchorElement} */ (element('a', [label], className));
    node.href = location.origin + base + path;
    return node;
}

/** @param {string} label @param {string} [className] */
function loginLink(label, className = 'button') {
    const node = link(label, '/home', className);
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
    node.setAttribute('aria-label', label + ' ' + messages.newTab);
    return node;
}

/** @typedef {{ _id: string, name?: string, fname?: string, t: string, topic?: string }} Room */

/** @param {Room} room */
const nameOf = (room) => isolated(room.fname || room.name || '?');

/** Returns a path of this workspace, whatever the room's name is. @param {Room} room */
const pathOf = (room) => (room.name ? (room.t === 'c' ? '/channel/' : '/group/') + encodeURIComponent(room.name) : '/home');

/**
 * Returns the person's name and username, isolated from each other so that a name cannot pass for a username.
 * @param {{ username?: string, name?: string }} person
 */
const personOf = (person) => element('span', [...(person.name ? [isolated(person.name), ' '] : []), '(', isolated('@' + person.username), ')']);

/**
 * @param {{ room: Room, invitedBy?: { username?: string, name?: string }, expires: string | null }} invite
 * @param {() => void} join
 */
function showInvite({ room, invitedBy, expires }, join) {
    const before = element('span', invitedBy ? fillIn(messages.invites, personOf(invitedBy)) : [messages.invited], 'before');
    const topic = element('p', [isolated(room.topic || '')], 'topic');
    show({
        title: [before, ' ', element('span', [nameOf(room)], 'room')],
        text: [...(room.topic ? [topic] : []), paragraph(...(expires ? fillIn(messages.until, formatDate(expires)) : [messages.always]))],
        actions: [button(messages.join, join)],
        roomType: room.t,
    });
}

/** @param {Room} room */
function showMember(room) {
    const open = link(messages.open, pathOf(room));
    open.addEventListener('click', forgetToken);
    show({ title: fillIn(messages.member, nameOf(room)), actions: [open], roomType: room.t });
}

/** @param {Room} room */
function showJoined(room) {
    show({ title: [messages.joined], text: [paragraph(...fillIn(messages.going, nameOf(room)))], actions: [link(messages.open, pathOf(room))], roomType: room.t });
}

/** @param {string} token @param {string} why @param {() => void} onOpened */
function showLogin(token, why, onOpened) {
    const login = loginLink(messages.logInHere);
    // Runs after the browser has followed the link.
    login.addEventListener('click', () => setTimeout(onOpened));
    show({ title: [messages.logIn], text: [paragraph(why)], actions: [login, commandHint(token)] });
}

/** Shows the command for people whose login is not in this browser or not readable. @param {string} token */
function commandHint(token) {
    const command = '/invite-link use ' + token;
    const copy = button(messages.copy, () => navigator.clipboard.writeText(command).then(() => (byId('status').textContent = copy.textContent = messages.copied), () => undefined), 'second');
    // Browsers provide no clipboard if the workspace is not served over HTTPS.
    return element('div', [element('p', [messages.inApp]), element('code', [command]), ...(navigator.clipboard ? [copy] : [])], 'aside');
}

/** @param {string} token @param {() => void} onRetry */
function showWaiting(token, onRetry) {
    const actions = [loginLink(messages.logInAgain, 'button second'), button(messages.again, onRetry, 'second'), commandHint(token)];
    show({ title: [messages.waiting], text: [paragraph(messages.waitingWhy)], actions });
}

/** @param {Refusal} refusal @param {() => void} onRetry */
function showRefusal({ code, field, retryAfter }, onRetry) {
    const retry = button(messages.again, onRetry);
    const home = link(messages.workspace, '/home', 'button second');
    switch (code) {
        case 'error-invite-token-expired':
            return field === 'maxUses' ? showMessage(messages.usedUp, messages.usedUpWhy, home) : field === 'expires' ? showMessage(messages.expired, messages.askForNew, home) : showMessage(messages.ended, messages.endedWhy, home);
        case 'error-user-is-banned':
            return showMessage(messages.banned, messages.bannedWhy, home);
        case 'error-membership-unverified':
            return showMessage(messages.unsure, messages.unsureWhy, retry, home);
        case 'error-too-many-requests':
            return showMessage(messages.tooMany, fillIn(messages.tooManyWhy, formatMinutes(Math.ceil((retryAfter || 60) / 60))).join(''), retry);
        case 'invalid-params':
            return field === 'username' ? showMessage(messages.withoutUsername, messages.withoutUsernameWhy, link(messages.workspace, '/home'), button(messages.again, onRetry, 'second')) : showMessage(messages.unknown, messages.unknownWhy, home);
        case 'error-room-type-not-allowed':
            return field === 'archived' ? showMessage(messages.archived, messages.archivedWhy, retry) : showMessage(messages.closed, messages.closedWhy, home);
        case 'error-invalid-token':
        case 'error-invalid-room':
            return showMessage(messages.unknown, messages.unknownWhy, home);
        case 'over':
            return showMessage(messages.over, messages.overWhy, home);
        default:
            return showMessage(messages.down, messages.downWhy, retry);
    }
}

/** @param {string} title @param {string} why @param {HTMLElement[]} actions */
function showMessage(title, why, ...actions) {
    show({ title: [title], text: [paragraph(why)], actions });
}
`;
}

/** Looks up the invite, joins, and waits for a login. */
function controller(): string {
    return `
/** The number of the current attempt. An earlier attempt no longer shows its result. */
let attempt = 0;
/**
 * Set while the page waits for a login. Holds the refused login token, if there is one.
 * @type {{ refused: string | undefined } | undefined}
 */
let pendingLogin;

/** @param {(isCurrent: () => boolean) => Promise<void>} work */
function run(work) {
    const number = ++attempt;
    pendingLogin = undefined;
    const isCurrent = () => number === attempt;
    work(isCurrent).catch(() => isCurrent() && showRefusal({ code: 'down' }, lookUp));
}

function lookUp() {
    run(async (isCurrent) => {
        const token = readToken();
        if (!token) {
            return showRefusal({ code: 'error-invalid-token' }, lookUp);
        }
        showBusy(messages.lookingUp);
        const login = findLogin();
        const response = await post(login ? 'inviteInfo' : 'validateInviteToken', token, login);
        if (!isCurrent()) {
            return;
        }
        if (response.refusal) {
            // Without a login, the page asks for one even if the rate limit prevented the validation.
            return response.refusal.code === 'unauthorized' || (!login && response.refusal.code === 'error-too-many-requests') ? askToLogIn(token, login) : showRefusal(response.refusal, lookUp);
        }
        if (!login) {
            return response.body.valid ? askToLogIn(token) : showRefusal({ code: 'over' }, lookUp);
        }
        return response.body.member ? showMember(response.body.room) : showInvite(response.body, join);
    });
}

function join() {
    run(async (isCurrent) => {
        const token = readToken();
        const login = findLogin();
        if (!login) {
            return askToLogIn(token);
        }
        showBusy(messages.joining);
        const response = await post('useInviteToken', token, login);
        if (!isCurrent()) {
            return;
        }
        if (response.refusal) {
            return response.refusal.code === 'unauthorized' ? askToLogIn(token, login) : showRefusal(response.refusal, lookUp);
        }
        forgetToken();
        showJoined(response.body.room);
        location.replace(location.origin + base + pathOf(response.body.room));
    });
}

/** Removes the token from the address and from the history of this tab. */
function forgetToken() {
    history.replaceState(null, '', location.pathname);
}

/** @param {string} token @param {Login} [refused] */
function askToLogIn(token, refused) {
    pendingLogin = { refused: refused && refused.authToken };
    showLogin(token, refused ? messages.loggedOut : messages.logInWhy, () => showWaiting(token, lookUp));
}

/** Continues when there is a login other than the refused one. */
function whenLoggedIn() {
    const login = findLogin();
    if (pendingLogin && login && login.authToken !== pendingLogin.refused) {
        lookUp();
    }
}

document.documentElement.lang = language;
byId('host').textContent = location.host;
addEventListener('storage', whenLoggedIn);
addEventListener('focus', whenLoggedIn);
document.addEventListener('visibilitychange', whenLoggedIn);
// Runs when another link is opened in the same tab.
addEventListener('hashchange', lookUp);
lookUp();
`;
}
