import { Room } from './ports';
import { trimmedEnd } from './text';
import { isToken, TOKEN_LENGTH } from './model/token';

/** `isToken` then checks the alphabet. */
const TOKEN_IN_LINK = new RegExp(`(?:#|%23)([a-z0-9]{${TOKEN_LENGTH}})(?![a-z0-9])`, 'i');

/** The path of the page behind a link, relative to the app's public endpoints. */
export const JOIN_PATH = 'join';

/** The path of the console, relative to the app's public endpoints. */
export const CONSOLE_PATH = 'console';

/** Returns the URL of a path on the workspace. `siteUrl` may include a path and a trailing slash. */
export function workspaceUrl(siteUrl: string, path: string): string {
    return `${trimmedEnd(siteUrl, '/')}/${path}`;
}

/** Returns the address of the page behind links, below the address of the workspace. */
export function joinPageUrl(siteUrl: string, appId: string): string {
    return pageUrl(siteUrl, appId, JOIN_PATH);
}

/** Returns the address of the console, below the address of the workspace. */
export function consoleUrl(siteUrl: string, appId: string): string {
    return pageUrl(siteUrl, appId, CONSOLE_PATH);
}

function pageUrl(siteUrl: string, appId: string, path: string): string {
    return workspaceUrl(siteUrl, `api/apps/public/${appId}/${path}`);
}

/**
 * Returns the link of an invite. `pageUrl` is the page's address, or one that redirects to it. The token follows `#`, so
 * browsers never send it in a request line or a referrer, and keep it when they follow a redirect.
 */
export function inviteUrl(pageUrl: string, token: string): string {
    return `${pageUrl}#${token}`;
}

/** Returns the path of a room in the web client, without a leading slash. */
export function roomPath({ type, name }: Pick<Room, 'type' | 'name'>): string {
    return `${type === 'c' ? 'channel' : 'group'}/${encodeURIComponent(name || '')}`;
}

/** Returns the URL of a room in the web client. */
export function roomUrl(siteUrl: string, room: Pick<Room, 'type' | 'name'>): string {
    return workspaceUrl(siteUrl, roomPath(room));
}

/**
 * Returns a link to an address, for texts that clients render. Clients link a bare address only if its host is of a
 * known top-level domain, so `https://chat.intern` alone would stay text. The label is the address, for people who copy it.
 */
export function linkMarkup(url: string, label = withoutMarks(url)): string {
    return `[${label}](${withoutMarks(url)})`;
}

/** Returns an address with the marks escaped that would end a link or style its label. A room's name may contain them. */
function withoutMarks(url: string): string {
    return url.replace(/[*_~()[\]]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Extracts the token from a pasted token or link, ignoring case and the punctuation that chat clients add. Without a
 * token, returns the text without the surrounding punctuation.
 */
export function extractToken(text: string): string {
    const bare = trimmedEnd(text.replace(/^[<("'`]+/, ''), `>)"'\`.,;!?`);
    const [, inLink = bare] = TOKEN_IN_LINK.exec(bare) || [];
    const token = inLink.toUpperCase();
    return isToken(token) ? token : bare;
}
