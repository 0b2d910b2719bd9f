import { loginHeaders } from './login.js';
import { address } from './place.js';

const RECONNECT_MS = 1000;

/** Follows the stream for this person, and reconnects whenever it ends. Resolves once it is open. */
export function follow(hear) {
    return new Promise((resolve) => {
        void keepFollowing(({ about, ...news }) => (about === 'ready' ? resolve() : hear(about, news)));
    });
}

async function keepFollowing(hear) {
    for (;;) {
        await readLines(hear).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    }
}

async function readLines(hear) {
    const response = await fetch(address('/api/v1/stand-in.stream'), { headers: loginHeaders() });
    if (!response.ok) {
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
        rest = lines.pop();
        lines.forEach((line) => queueMicrotask(() => hear(JSON.parse(line))));
    }
}
