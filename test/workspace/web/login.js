import { PATH } from './address.js';

/** The real client's storage keys. Meteor adds a namespace to them if the server's address has a path. */
const NAMESPACE = PATH && `:/:${PATH}`;
const TOKEN = `Meteor.loginToken${NAMESPACE}`;
const USER_ID = `Meteor.userId${NAMESPACE}`;
const EXPIRES = `Meteor.loginTokenExpires${NAMESPACE}`;
const DAYS = 90;

export function isLoggedIn() {
    return localStorage.getItem(TOKEN) !== null && localStorage.getItem(USER_ID) !== null;
}

/**
 * The login's headers. No request carries it anywhere else.
 *
 * @returns {Record<string, string>}
 */
export function loginHeaders() {
    const token = localStorage.getItem(TOKEN);
    const userId = localStorage.getItem(USER_ID);
    return token !== null && userId !== null ? { 'X-Auth-Token': token, 'X-User-Id': userId } : {};
}

export function keepLogin({ authToken, userId }) {
    localStorage.setItem(USER_ID, userId);
    localStorage.setItem(TOKEN, authToken);
    localStorage.setItem(EXPIRES, String(new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000)));
}

export function forgetLogin() {
    [TOKEN, USER_ID, EXPIRES].forEach((key) => localStorage.removeItem(key));
}

/** Calls `callback` when another tab logs in or out. */
export function onLoginElsewhere(callback) {
    addEventListener('storage', ({ key }) => key === TOKEN && callback());
}
