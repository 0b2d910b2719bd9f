import { loginHeaders } from './login.js';
import { address } from './address.js';

const RECONNECT_MS = 1000;

/**
 * Follows the stream for this person, and reconnects whenever it ends. Resolves once it is open.
 *
 * @returns {Promise<void>}
 */
export function follow(onNews) {
    return new Promise((resolve) => {
        void keepFollowing(({ about, ...news }) => (about === 'ready' ? resolve() : onNews(about, news)));
    });
}

async function keepFollowing(onNews) {
    for (;;) {
        await readLines(onNews).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    }
}

async function readLines(onNews) {
    const response = await fetch(address('/api/v1/stand-in.stream'), { headers: loginHeaders() });
    if (!response.ok || !response.body) {
        return;
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
        const { done, value } = await reader.read();
        if (done) {
            return;
        }
        const lines = (rest + value).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach((line) => queueMicrotask(() => onNews(JSON.parse(line))));
    }
}
