import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import express, { type Router } from 'express';

const FOLDER = fileURLToPath(new URL('../web', import.meta.url));
/** The parser of the real client's messages. */
const PARSER = createRequire(import.meta.url).resolve('@rocket.chat/message-parser');
/** The page loads its own files only, so text from apps and people cannot run as code. */
const HEADERS = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
};

/**
 * Serves the web client: one page for all of its routes, and the page's files. `path` is the workspace's path on its
 * host.
 */
export function web(path: string): Router {
    const routes = express.Router();

    routes.get(['/', '/home', '/login', '/channel/:name', '/group/:name'], async (_request, response) => {
        const page = await readFile(join(FOLDER, 'index.html'), 'utf8');
        response
            .set(HEADERS)
            .type('html')
            .send(page.replace('<base href="/" />', `<base href="${path}/" />`));
    });

    routes.get('/web/messageParser.mjs', (_request, response) => {
        response.set(HEADERS).sendFile(PARSER);
    });

    routes.use(
        '/web',
        express.static(FOLDER, {
            index: false,
            redirect: false,
            cacheControl: false,
            etag: false,
            setHeaders: (response) => void response.set(HEADERS),
        }),
    );

    return routes;
}
