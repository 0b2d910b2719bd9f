import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import express, { type ErrorRequestHandler, type Express } from 'express';

import type { Instance } from '../engine/instance.mts';
import type { Database } from '../store/database.mts';
import { apps } from './apps.mts';
import { authenticated } from './authentication.mts';
import { commands } from './commands.mts';
import { interactions } from './interactions.mts';
import { people } from './people.mts';
import { rooms } from './rooms.mts';
import { session } from './session.mts';

const BODY_LIMIT = '100kb';

/** The workspace over HTTP: apps' endpoints first, then the server's own. */
export function application(database: Database, instance: Instance): Express {
    const server = express();
    server.disable('x-powered-by');
    server.use(express.json({ limit: BODY_LIMIT, strict: false }), express.urlencoded({ extended: false, limit: BODY_LIMIT }));
    server.use(instance.bridges.apis.routes());
    server.use(authenticated(database, { rejectUnauthorized: false }));
    server.use(
        session(database),
        apps(database, instance),
        rooms(database),
        people(database),
        commands(database, instance),
        interactions(database, instance),
    );
    server.use((_request, response) => void response.status(404).json({ success: false, error: 'not found' }));
    server.use(badRequest);
    return server;
}

/** Listens on the loopback address; port 0 takes a free one. */
export async function listen(handle: RequestListener, port: number): Promise<{ port: number; close: () => Promise<void> }> {
    const server = createServer(handle);
    // Otherwise it may close an idle connection in the moment in which a client of this same process sends its next request.
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
            // Clients keep their connections open for the next request; there will be none.
            sockets.forEach((socket) => socket.destroy());
            await closed;
        },
    };
}

/** A body that is not JSON, or too large, never reaches an app. */
const badRequest: ErrorRequestHandler = (error: { status?: number; message: string }, _request, response, _next) => {
    response.status(error.status ?? 500).send(error.message);
};
