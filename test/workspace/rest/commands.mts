import express, { type Router } from 'express';

import type { Instance } from '../engine/instance.mts';
import { canAccessRoom } from '../server/rooms.mts';
import type { Database } from '../store/database.mts';
import { endpoint, failure, NOT_LOGGED_IN, required } from './responses.mts';
import { callerOf } from './authentication.mts';

/** Lists and runs slash commands. As on the server, the only check is that the caller can access the room. */
export function commands(database: Database, instance: Instance): Router {
    const routes = express.Router();

    routes.get(
        '/api/v1/commands.list',
        endpoint(database, async () => {
            const all = [...instance.commands.commands.values()].map(({ callback: _callback, ...command }) => command);
            return { commands: all, offset: 0, count: all.length, total: all.length };
        }),
    );

    routes.post('/api/v1/commands.run', async (request, response) => {
        const caller = callerOf(response);
        if (!caller) {
            response.status(401).json(NOT_LOGGED_IN);
            return;
        }
        const body = (request.body ?? {}) as Record<string, unknown>;
        try {
            const command = required(body, 'command').toLowerCase();
            const rid = required(body, 'roomId');
            if (!instance.commands.commands.has(command)) {
                throw new Error('The command provided does not exist (or is disabled).');
            }
            if (!(await canAccessRoom(database, rid, caller._id))) {
                response.status(403).json({ success: false, error: 'User does not have access to this room' });
                return;
            }
            const [params, tmid, triggerId] = ['params', 'tmid', 'triggerId'].map((name) =>
                typeof body[name] === 'string' ? body[name] : undefined,
            );
            await instance.commands.run({
                command,
                params: params ?? '',
                userId: caller._id,
                rid,
                ...(tmid && { tmid }),
                ...(triggerId && { triggerId }),
            });
            response.json({ success: true });
        } catch (error) {
            failure(response, error);
        }
    });

    return routes;
}
