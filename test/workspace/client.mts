export interface Answer<T = unknown> {
    status: number;
    headers: Headers;
    body: T;
}

/** A client of a workspace over HTTP, logged in or anonymous. `appId` names the app that `app` calls. */
export class Client {
    constructor(
        readonly url: string,
        readonly userId?: string,
        readonly authToken?: string,
        readonly appId?: string,
    ) {}

    static async login(url: string, user: string, password: string, appId?: string): Promise<Client> {
        const { body } = await new Client(url).request<{ data?: { userId: string; authToken: string } }>('POST', '/api/v1/login', { user, password });
        if (!body.data) {
            throw new Error(`${user} could not log in`);
        }
        return new Client(url, body.data.userId, body.data.authToken, appId);
    }

    /** Calls a public endpoint of the client's app. */
    app<T = any>(method: string, endpoint: string, content?: unknown): Promise<Answer<T>> {
        return this.request<T>(method, `/api/apps/public/${this.appId}/${endpoint}`, content);
    }

    /** Calls one of the server's own REST endpoints. Rejects unless the status is 200. */
    async rest<T = any>(method: string, endpoint: string, content?: unknown): Promise<T> {
        const { status, body } = await this.request<T>(method, `/api/v1/${endpoint}`, content);
        if (status !== 200) {
            throw new Error(`${method} ${endpoint}: ${status} ${JSON.stringify(body)}`);
        }
        return body;
    }

    /** Sends `content` as JSON. Returns the body parsed if it is JSON, as text otherwise. */
    async request<T = any>(method: string, path: string, content?: unknown, extra: Record<string, string> = {}): Promise<Answer<T>> {
        const headers: Record<string, string> = { ...(content !== undefined && { 'content-type': 'application/json' }) };
        if (this.userId && this.authToken) {
            Object.assign(headers, { 'x-user-id': this.userId, 'x-auth-token': this.authToken });
        }
        const response = await fetch(this.url + path, {
            method,
            headers: { ...headers, ...extra },
            ...(content !== undefined && { body: JSON.stringify(content) }),
        });
        const text = await response.text();
        return { status: response.status, headers: response.headers, body: parsed(text) as T };
    }
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
