import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors/index.js';
import { HttpBridge, type IHttpBridgeRequestInfo } from '@rocket.chat/apps-engine/server/bridges/HttpBridge.js';

const DEFAULT_TIMEOUT_MS = 3 * 60 * 1000;

/** Sends the apps' HTTP requests. Any status resolves; only a timeout or a failed connection rejects. */
export class Http extends HttpBridge {
    protected async call({ method, url, request }: IHttpBridgeRequestInfo): Promise<IHttpResponse> {
        const target = new URL(url);
        for (const [name, value] of Object.entries(request.params ?? {})) {
            if (value) {
                target.searchParams.append(name, value);
            }
        }
        const response = await fetch(target, {
            method: method.toUpperCase(),
            headers: { ...request.headers, ...(request.data !== undefined && { 'content-type': 'application/json' }) },
            ...(request.data !== undefined && { body: JSON.stringify(request.data) }),
            signal: AbortSignal.timeout(request.timeout ?? DEFAULT_TIMEOUT_MS),
        });
        const content = await response.text();
        return {
            url,
            method,
            statusCode: response.status,
            headers: Object.fromEntries(response.headers),
            content,
            data: isJson(response) ? json(content) : null,
        };
    }
}

function isJson(response: Response): boolean {
    return ['application/json', 'text/javascript', 'application/javascript', 'application/x-javascript'].includes(
        (response.headers.get('content-type') ?? '').split(';')[0]!,
    );
}

/** Returns null for invalid JSON. */
function json(content: string): unknown {
    try {
        return JSON.parse(content);
    } catch {
        return null;
    }
}
