/** Which view the page shows. All of it is in the address behind `#`, so that history, reload and sharing work. */
export interface Route {
    /** The name of the view. */
    readonly name: string;
    /** What the view is about, for example the id of an invite; empty if there is nothing. */
    readonly id: string;
    readonly params: Readonly<Record<string, string>>;
}

/** The name of the view of an address without one. */
const START = 'links';

/** Returns the route of an address such as `#link/<id>?offset=25`. */
export function parseRoute(hash: string): Route {
    const [path = '', query = ''] = hash.replace(/^#/, '').split(/[?](.*)/s);
    const [name = '', id = ''] = path.split('/');
    return { name: name || START, id: decode(id), params: Object.fromEntries(new URLSearchParams(query)) };
}

/** Returns the address of a route, beginning with `#`. Empty parameters are left out. */
export function addressOfRoute({ name, id = '', params = {} }: Pick<Route, 'name'> & Partial<Route>): string {
    const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
    return `#${name}${id && `/${encodeURIComponent(id)}`}${query && `?${query}`}`;
}

/** Returns the address of the same view with other parameters. A changed filter begins at the first page. */
export function addressWithParams(route: Route, params: Readonly<Record<string, string>>): string {
    return addressOfRoute({ ...route, params: { ...route.params, offset: '', ...params } });
}

/** Returns the place in a list where the page begins. */
export function offsetOf({ params }: Route): number {
    return /^\d{1,9}$/.test(params.offset || '') ? Number(params.offset) : 0;
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
