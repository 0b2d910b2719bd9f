import { addressOf, type Login } from './environment.mts';

const TIMEOUT_MS = 30_000;

/** Why a call failed: a code of docs/api.md, or 'down' if the response is not the app's own. */
export interface Refusal {
    readonly code: string;
    readonly field?: string | undefined;
    /** How often the link was used, if the refusal depends on it. */
    readonly uses?: number | undefined;
    /** The name that is not known or not valid, if the refusal is about one. */
    readonly name?: string | undefined;
    readonly retryAfterSeconds?: number | undefined;
}

/** The body of a successful response, or the refusal. */
export type Result<Body> = { readonly body: Body; readonly refusal?: undefined } | { readonly body?: undefined; readonly refusal: Refusal };

/** What every response of the app may contain. */
interface AnyBody {
    readonly success?: boolean;
    readonly errorType?: string;
    readonly details?: { readonly field?: string; readonly uses?: number; readonly name?: string };
}

/**
 * Reads from the workspace's own REST API. Returns undefined if it does not answer as expected: the page shows less then,
 * and works without.
 */
export async function readWorkspace<Body>(path: string, login?: Login): Promise<Body | undefined> {
    try {
        const response = await fetch(addressOf(`/api/v1/${path}`), { headers: headersOf(login), cache: 'no-store', redirect: 'error' });
        return response.ok ? ((await response.json()) as Body) : undefined;
    } catch {
        return undefined;
    }
}

/** A response with its JSON body. */
export interface Received<Body> {
    readonly response: Response;
    readonly body: Body | undefined;
}

/**
 * Posts JSON, or sends a GET without a body, with a login in headers. Never rejects: no response within half a minute
 * returns undefined.
 */
export async function send<Body>(address: string, body: unknown, login?: Login): Promise<Received<Body> | undefined> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
        const response = await fetch(address, {
            method: body ? 'POST' : 'GET',
            headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headersOf(login) },
            ...(body ? { body: JSON.stringify(body) } : {}),
            cache: 'no-store',
            redirect: 'error',
            signal: timeout.signal,
        });
        const received = (await response.json().catch(() => undefined)) as Body | null | undefined;
        return { response, body: received || undefined };
    } catch {
        return undefined;
    } finally {
        clearTimeout(timer);
    }
}

/**
 * Posts a body to an endpoint of the app, which has the same path as the page. Never rejects: no response, or one that is
 * not the app's own, returns the refusal 'down'.
 */
export async function post<Body>(endpoint: string, body: unknown, login?: Login): Promise<Result<Body>> {
    return resultOf(await send<AnyBody>(endpoint, body, login));
}

/** Reads from an endpoint of the app, as `post` does. Empty parameters are left out. */
export async function get<Body>(endpoint: string, query: Readonly<Record<string, string>>, login?: Login): Promise<Result<Body>> {
    return resultOf(await send<AnyBody>(addressWith(endpoint, query), undefined, login));
}

/** Returns the address of an endpoint with the parameters that are not empty. */
export function addressWith(endpoint: string, query: Readonly<Record<string, string>>): string {
    return `${endpoint}?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()}`;
}

function resultOf<Body>(received: Received<AnyBody> | undefined): Result<Body> {
    if (!received) {
        return { refusal: { code: 'down' } };
    }
    const { response, body: answer } = received;
    return response.ok && answer && answer.success ? { body: answer as Body } : { refusal: refusalOf(response, answer) };
}

/** Returns the headers that carry a login. */
export function headersOf(login?: Login): Record<string, string> {
    return login ? { 'X-User-Id': login.userId, 'X-Auth-Token': login.authToken } : {};
}

/** Returns why the app did not do what a request asked for. */
export function refusalOf({ status, headers }: Response, body: AnyBody | undefined): Refusal {
    return {
        code: status === 401 ? 'unauthorized' : status === 429 ? 'error-too-many-requests' : (status < 500 && body && body.errorType) || 'down',
        ...(body && body.details),
        retryAfterSeconds: Number(headers.get('Retry-After')) || undefined,
    };
}
