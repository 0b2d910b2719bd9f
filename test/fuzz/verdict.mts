import { expectDescribed } from '../tools/openapi.mts';
import type { Answer } from '../workspace/index.mts';
import type { Call } from './calls.mts';

/** Responses of the server or the engine that never reached the app, with the reason for each. */
const SERVERS_OWN: readonly { why: string; is: (call: Call, answer: Answer) => boolean }[] = [
    {
        why: 'the engine carries nothing to the sandbox that is nested deeper than 100',
        is: (call, { status, body }) => status === (call.kind === 'command' ? 400 : 500) && isDeep(call) && saysSo(call, body),
    },
    {
        why: 'the engine takes an interaction apart before it hands it on, and fails without a payload',
        is: (call, { status, body }) =>
            call.kind === 'interaction' &&
            !call.hasPayload &&
            status === 500 &&
            /Cannot (destructure property|read properties of)/.test(JSON.stringify(body)),
    },
    {
        why: 'the server refuses a body that says it is JSON and is not, or is neither an object nor an array',
        is: (call, { status, body }) =>
            call.kind === 'endpoint' && status === 400 && typeof body === 'string' && (call.type !== undefined || !isObjectOrArray(call)),
    },
];

function isObjectOrArray({ body = '' }: Call): boolean {
    return /^\s*[[{]/.test(body);
}

function isDeep({ body = '' }: Call): boolean {
    return (body.match(/[[{]/g) ?? []).length > 100;
}

/** A response to HEAD has no body, so it counts as a match. */
function saysSo(call: Call, body: unknown): boolean {
    return (call.kind === 'endpoint' && call.method === 'HEAD') || JSON.stringify(body).includes('Too deep objects in depth 101');
}

/** Returns what is wrong with a response, or undefined. */
export function wrongWith(call: Call, answer: Answer): string | undefined {
    const { status, body } = answer;
    if (SERVERS_OWN.some(({ is }) => is(call, answer))) {
        return undefined;
    }
    if (status >= 500) {
        return `returned ${status} ${JSON.stringify(body)}`;
    }
    if (call.kind === 'interaction') {
        return [200, 400, 401].includes(status) ? undefined : `returned ${status} ${JSON.stringify(body)}`;
    }
    if (call.kind === 'command') {
        return [200, 400, 401, 403].includes(status) ? undefined : `returned ${status} ${JSON.stringify(body)}`;
    }
    // A response to HEAD has no body to validate.
    if (call.method === 'HEAD' && status === 405) {
        return undefined;
    }
    try {
        expectDescribed(call.method, call.endpoint, answer);
        return undefined;
    } catch (error) {
        return (error as Error).message;
    }
}
