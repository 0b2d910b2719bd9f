import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';

import type { Instance } from '../engine/instance.mts';
import type { Screens } from '../server/screens.mts';
import type { Database } from '../store/database.mts';
import { apps } from './apps.mts';
import { authenticated } from './authentication.mts';
import { commands } from './commands.mts';
import { images } from './images.mts';
import { interactions } from './interactions.mts';
import { messages } from './messages.mts';
import { methods } from './methods.mts';
import { people } from './people.mts';
import { rateLimiter } from './rateLimiter.mts';
import { registration } from './registration.mts';
import { rooms } from './rooms.mts';
import { session } from './session.mts';
import { stream } from './stream.mts';
import { web } from './web.mts';

const BODY_LIMIT = '100kb';
/** The bodies that the server parses for apps' endpoints: nested forms, and JSON objects and arrays. */
const BODIES_FOR_APPS = [express.urlencoded({ extended: true, limit: BODY_LIMIT }), express.json({ limit: BODY_LIMIT })];

/** The state that the HTTP side of every instance uses. */
export interface Served {
    database: Database;
    screens: Screens;
    /** The path below which the workspace is served, such as `/chat`. Empty for the whole host. */
    path: string;
    /** Routes beside the server's own. */
    routes: readonly RequestHandler[];
}

/** Serves apps' endpoints first, then the server's own, then the web client. */
export function application({ database, screens, path, routes }: Served, instance: Instance): Express {
    const server = express();
    server.disable('x-powered-by');
    server.use(['/api/apps/private/:appId/:hash', '/api/apps/public/:appId'], ...BODIES_FOR_APPS);
    server.use(express.json({ limit: BODY_LIMIT, strict: false }), express.urlencoded({ extended: false, limit: BODY_LIMIT }));
    server.use(instance.bridges.apis.routes());
    server.use('/api/v1/:route', rateLimiter(database));
    server.use(authenticated(database, { rejectUnauthorized: false }));
    server.use(
        session(database),
        registration(database),
        images(database),
        apps(database, instance),
        rooms(database, instance),
        people(database),
        commands(database, instance),
        methods(instance),
        interactions(database, instance),
        messages(database, instance),
        stream(screens),
        ...routes,
        web(path),
    );
    server.use((_request, response) => void response.status(404).json({ success: false, error: 'not found' }));
    server.use(badRequest);
    return server;
}

/** Strips `path` from the URL. Any request outside it gets 404, as on a server whose address has a path. */
export function below(path: string, handle: RequestListener): RequestListener {
    return (request, response) => {
        const url = request.url ?? '/';
        if (!url.startsWith(path) || !/^([/?]|$)/.test(url.slice(path.length))) {
            response.writeHead(404).end();
            return;
        }
        request.url = url.slice(path.length).replace(/^(?!\/)/, '/');
        handle(request, response);
    };
}

/** Listens on the loopback address. Port 0 means any free port. */
export async function listen(handle: RequestListener, port: number): Promise<{ port: number; close: () => Promise<void> }> {
    const server = createServer(handle);
    // Otherwise an idle connection could be closed just as a client in this process sends its next request.
    server.keepAliveTimeout = 0;
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    return {
        port: (server.address() as AddressInfo).port,
        async close() {
            const closed = new Promise((resolve) => server.close(resolve));
            // Clients keep connections open for another request.
            sockets.forEach((socket) => socket.destroy());
            await closed;
        },
    };
}

/** Rejects bodies that are not JSON or too large, before they reach an app. */
const badRequest: ErrorRequestHandler = (error: { status?: number; message: string }, _request, response, _next) => {
    response.status(error.status ?? 500).send(error.message);
};
