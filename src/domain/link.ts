import { Room } from './ports';
import { trimmedEnd } from './text';
import { isToken } from './model/token';

/** The page behind an invite's link, as the app serves it. */
export const JOIN_PATH = 'join';

/** An address on the workspace; `siteUrl` may stand with or without a path and a trailing slash. */
export function workspaceUrl(siteUrl: string, path: string): string {
    return `${trimmedEnd(siteUrl, '/')}/${path}`;
}

/** The link that lets people in. The token stands after `#`, so it never leaves the browser (contract.md, "The link"). */
export function inviteUrl(siteUrl: string, appId: string, token: string): string {
    return `${workspaceUrl(siteUrl, `api/apps/public/${appId}/${JOIN_PATH}`)}#${token}`;
}

/** Where the web client shows a room. */
export function roomUrl(siteUrl: string, { type, name }: Pick<Room, 'type' | 'name'>): string {
    return workspaceUrl(siteUrl, `${type === 'c' ? 'channel' : 'group'}/${encodeURIComponent(name || '')}`);
}

/**
 * The token in what people paste: the token itself, in any case, or a link, with whatever chat clients put around it. Where there is none, the text without
 * the punctuation around it.
 */
export function extractToken(text: string): string {
    const bare = trimmedEnd(text.replace(/^[<("'`]+/, ''), `>)"'\`.,;!?`);
    const [, inLink = bare] = /(?:#|%23)([a-z2-9]{16})(?![a-z0-9])/i.exec(bare) || [];
    const token = inLink.toUpperCase();
    return isToken(token) ? token : bare;
}
