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

/**
 * Returns the web client's login, unless it has expired. Meteor stores it under these keys.
 * It appends a suffix if the workspace has a path (_initLocalStorage in Meteor's accounts-base).
 */
export function findLogin(): Login | undefined {
    try {
        const key =
            base === ''
                ? 'Meteor.loginToken'
                : Object.keys(localStorage).find((name) => name.startsWith('Meteor.loginToken:') && name.endsWith(`:${base}`));
        const suffix = (key || '').slice('Meteor.loginToken'.length);
        const read = (name: string): string | null => localStorage.getItem(name + suffix);
        const [authToken, userId, expires] = [read('Meteor.loginToken'), read('Meteor.userId'), read('Meteor.loginTokenExpires')];
        const isExpired = expires && Date.parse(expires) < Date.now();
        return key && authToken && userId && !isExpired ? { userId, authToken } : undefined;
    } catch {
        // The browser blocks storage, so the page cannot read the login.
        return undefined;
    }
}
