/** Where the workspace stands: at the root of its host, or below a path. */
const ROOT = new URL('..', import.meta.url);

/** The path that the workspace's address has, such as `/chat`; empty at the root of a host. */
export const PATH = ROOT.pathname.replace(/\/$/, '');

/** The address of one of the workspace's own paths, which start with a slash. */
export function address(path) {
    return PATH + path;
}

/** Where a room is shown; nothing for rooms without a name. */
export function roomAddress({ t, name }) {
    return address(`/${t === 'c' ? 'channel' : 'group'}/${encodeURIComponent(name)}`);
}

/** The route asked for: the address's path without the workspace's own. */
export function route() {
    return decodeURIComponent(location.pathname.slice(PATH.length)) || '/';
}

export function isHere(url) {
    return url.startsWith(ROOT.href);
}
