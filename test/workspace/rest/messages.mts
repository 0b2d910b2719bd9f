import express, { type Router } from 'express';

import { ServerError } from '../server/errors.mts';
import { canAccessRoom } from '../server/rooms.mts';
import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import type { Instance } from '../engine/instance.mts';
import { sendMessage } from '../engine/sentMessages.mts';
import { endpoint, required } from './responses.mts';

const SHOWN = 50;

/** Reads a room's latest messages, and posts new ones. */
export function messages(database: Database, instance: Instance): Router {
    const routes = express.Router();

    for (const path of ['channels', 'groups']) {
        routes.get(
            `/api/v1/${path}.history`,
            endpoint(database, async ({ query }, caller) => {
                const rid = required(query, 'roomId');
                await mayAccess(rid, caller);
                return { messages: (await database.messages.find({ rid })).sort((a, b) => b.ts.getTime() - a.ts.getTime()).slice(0, SHOWN) };
            }),
        );
    }

    routes.post(
        '/api/v1/chat.sendMessage',
        endpoint(database, async ({ body }, caller) => {
            const { message = {} } = body as { message?: Record<string, unknown> };
            const rid = required(message, 'rid');
            await mayAccess(rid, caller);
            return { message: await sendMessage(database, () => instance.manager, rid, caller, required(message, 'msg')) };
        }),
    );

    async function mayAccess(rid: string, caller: UserDocument): Promise<void> {
        if (!(await canAccessRoom(database, rid, caller._id))) {
            throw new ServerError('error-not-allowed', 'Not allowed');
        }
    }

    return routes;
}
