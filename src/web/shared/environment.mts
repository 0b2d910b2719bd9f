/** A login of the web client. */
export interface Login {
    readonly userId: string;
    readonly authToken: string;
}

/** The path of the workspace: usually empty, or for example /chat. */
export const base = location.pathname.slice(0, Math.max(0, location.pathname.indexOf('/api/apps/')));

/** Returns the address of a path of this workspace, on the page's own origin. */
export function addressOf(path: string): string {
    return location.origin + base + path;
}

/** Whether the visitor probably uses a phone or a tablet, where Rocket.Chat is an app of its own. */
export function isHandheld(): boolean {
    return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
}

/**
 * Returns an address that opens the Rocket.Chat app at a path of this workspace. The app knows a room by its id, and a
 * direct message by its path.
 */
export function appAddressOf(path: string, rid?: string): string {
    const query = new URLSearchParams({ host: location.host + base, path: path.slice(1), ...(rid !== undefined && { rid }) });
    if (location.protocol === 'http:') {
        query.set('secure', 'no');
    }
    return `https://go.rocket.chat/room?${query.toString()}`;
}

/** The key under which Meteor stores the token of a login. The other keys of the login end with the same suffix. */
export const TOKEN_KEY = 'Meteor.loginToken';

/**
 * Returns the web client's login, unless it has expired. It is in this tab's storage on workspaces that forget logins
 * when the window closes, otherwise in that of the browser.
 */
export function findLogin(): Login | undefined {
    try {
        return readLogin(sessionStorage) || readLogin(localStorage);
    } catch {
        // The browser blocks storage, so the page cannot read the login.
        return undefined;
    }
}

/** Meteor appends a suffix to the keys if the workspace has a path (_initLocalStorage in Meteor's accounts-base). */
function readLogin(storage: Storage): Login | undefined {
    const key = base === '' ? TOKEN_KEY : Object.keys(storage).find((name) => name.startsWith(`${TOKEN_KEY}:`) && name.endsWith(`:${base}`));
    const suffix = (key || '').slice(TOKEN_KEY.length);
    const read = (name: string): string | null => storage.getItem(`Meteor.${name}${suffix}`);
    const [authToken, userId, expires] = [read('loginToken'), read('userId'), read('loginTokenExpires')];
    const isExpired = expires && Date.parse(expires) < Date.now();
    return key && authToken && userId && !isExpired ? { userId, authToken } : undefined;
}
