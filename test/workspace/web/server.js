import { forgetLogin, loginHeaders } from './login.js';
import { address } from './address.js';

/** An unsuccessful response of the server. */
export class Refusal extends Error {
    constructor(status, body) {
        super(body?.error || body?.message || `The server answered ${status}`);
        this.status = status;
    }
}

/** Sends a request as the logged-in person. If the login has expired, deletes it and reloads the page. */
export async function request(method, path, content) {
    const response = await fetch(address(path), {
        method,
        headers: { ...loginHeaders(), ...(content && { 'Content-Type': 'application/json' }) },
        ...(content && { body: JSON.stringify(content) }),
    });
    if (response.ok) {
        return response.json();
    }
    if (response.status === 401 && path !== '/api/v1/login') {
        forgetLogin();
        location.reload();
    }
    throw new Refusal(response.status, await response.json().catch(() => undefined));
}

export function rest(method, endpoint, content) {
    return request(method, `/api/v1/${endpoint}`, content);
}
