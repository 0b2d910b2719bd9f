import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { APP_PATH, MANIFEST } from '../project.mts';
import type { Answer } from '../workspace/index.mts';
import type { Call } from './calls.mts';
import type { World } from './world.mts';

/** How long to wait for a response. */
const PATIENCE_MS = 20_000;

/** Returns the path of a call below the workspace's address. */
export function pathOf(call: Call, world: World): string {
    switch (call.kind) {
        case 'command':
            return '/api/v1/commands.run';
        case 'interaction':
            return `/api/apps/ui.interaction/${MANIFEST.id}`;
        case 'endpoint': {
            const filled = (part: string): string => encoded(world.filled(part, call.caller));
            const query = (call.query ?? []).map(([name, value]) => `${filled(name)}=${filled(value)}`).join('&');
            return `${APP_PATH}/${call.endpoint}${filled(call.parameter ?? '')}${query && `?${query}`}`;
        }
    }
}

/** Sends a call unchanged, with methods and bodies that `fetch` would refuse. */
export async function send(call: Call, world: World, agent: Agent): Promise<Answer> {
    const login = world.loginOf(call.caller);
    const body = call.body === undefined ? undefined : world.filled(call.body, call.caller);
    const method = call.kind === 'endpoint' ? call.method : 'POST';
    const sent = request(world.scene.workspace.url + pathOf(call, world), {
        method,
        agent,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
            ...(login && { 'x-user-id': login.userId, 'x-auth-token': login.authToken }),
            ...(body !== undefined && {
                'content-type': (call.kind === 'endpoint' && call.type) || 'application/json',
                'content-length': Buffer.byteLength(body),
            }),
        },
    });
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        sent.on('response', resolve).on('error', reject).end(body);
    });
    const headers = new Headers(Object.entries(answer.headers).map(([name, held]): [string, string] => [name, String(held)]));
    return { status: answer.statusCode!, headers, body: parsed(await text(answer)) };
}

/** Encodes as UTF-8, with replacement characters for lone surrogates. */
function encoded(part: string): string {
    return encodeURIComponent(Buffer.from(part).toString()).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
}

function parsed(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        return body;
    }
}
