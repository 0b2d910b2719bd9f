import { Room } from './ports';
import { trimmedEnd } from './text';
import { isToken, TOKEN_LENGTH } from './model/token';

/** `isToken` then checks the alphabet. */
const TOKEN_IN_LINK = new RegExp(`(?:#|%23)([a-z0-9]{${TOKEN_LENGTH}})(?![a-z0-9])`, 'i');

/** The path of the page behind a link, relative to the app's public endpoints. */
export const JOIN_PATH = 'join';

/** Returns the URL of a path on the workspace. `siteUrl` may include a path and a trailing slash. */
export function workspaceUrl(siteUrl: string, path: string): string {
    return `${trimmedEnd(siteUrl, '/')}/${path}`;
}

/** Returns the link of an invite. The token follows `#`, so browsers never send it in a request line or a referrer. */
export function inviteUrl(siteUrl: string, appId: string, token: string): string {
    return `${workspaceUrl(siteUrl, `api/apps/public/${appId}/${JOIN_PATH}`)}#${token}`;
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
 * Extracts the token from a pasted token or link, ignoring case and the punctuation that chat clients add. Without a
 * token, returns the text without the surrounding punctuation.
 */
export function extractToken(text: string): string {
    const bare = trimmedEnd(text.replace(/^[<("'`]+/, ''), `>)"'\`.,;!?`);
    const [, inLink = bare] = TOKEN_IN_LINK.exec(bare) || [];
    const token = inLink.toUpperCase();
    return isToken(token) ? token : bare;
}
