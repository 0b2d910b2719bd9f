import type { Login } from './environment.mts';

const TIMEOUT_MS = 30_000;

/** Why a call failed: a code of docs/api.md, or 'down' if the response is not the app's own. */
export interface Refusal {
    readonly code: string;
    readonly field?: string | undefined;
    readonly retryAfterSeconds?: number | undefined;
}

/** The body of a successful response, or the refusal. */
export type Result<Body> = { readonly body: Body; readonly refusal?: undefined } | { readonly body?: undefined; readonly refusal: Refusal };

/** What every response of the app may contain. */
interface AnyBody {
    readonly success?: boolean;
    readonly errorType?: string;
    readonly details?: { readonly field?: string };
}

/**
 * Posts a body to an endpoint of the app, which has the same path as the page. The login is in headers. Never rejects:
 * no response, or one that is not the app's own, returns the refusal 'down'.
 */
export async function post<Body>(endpoint: string, body: unknown, login?: Login): Promise<Result<Body>> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
        const response = await fetch(endpoint, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', ...(login && { 'X-User-Id': login.userId, 'X-Auth-Token': login.authToken }) },
            body: JSON.stringify(body),
            cache: 'no-store',
            redirect: 'error',
            signal: timeout.signal,
        });
        const received = (await response.json().catch(() => undefined)) as AnyBody | null | undefined;
        return response.ok && received && received.success ? { body: received as Body } : { refusal: refusalOf(response, received) };
    } catch {
        return { refusal: { code: 'down' } };
    } finally {
        clearTimeout(timer);
    }
}

function refusalOf({ status, headers }: Response, body: AnyBody | null | undefined): Refusal {
    return {
        code: status === 401 ? 'unauthorized' : status === 429 ? 'error-too-many-requests' : (status < 500 && body && body.errorType) || 'down',
        field: (body && body.details && body.details.field) || undefined,
        retryAfterSeconds: Number(headers.get('Retry-After')) || undefined,
    };
}
