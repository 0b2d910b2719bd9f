/** The workspace's address, with a path or without. */
const ROOT = new URL('..', import.meta.url);

/** The path of the workspace's address, such as `/chat`. Empty at the root of a host. */
export const PATH = ROOT.pathname.replace(/\/$/, '');

/** Returns the full path of one of the workspace's own paths, which start with a slash. */
export function address(path) {
    return PATH + path;
}

/** Returns the path of a room's page. Rooms without a name have none. */
export function roomAddress({ t, name }) {
    return address(`/${t === 'c' ? 'channel' : 'group'}/${encodeURIComponent(name)}`);
}

/** Returns the current route, without the workspace's own path. */
export function route() {
    return decodeURIComponent(location.pathname.slice(PATH.length)) || '/';
}

export function isHere(url) {
    return url.startsWith(ROOT.href);
}
