import express, { type Router } from 'express';

import type { Instance } from '../engine/instance.mts';
import { failure, NOT_LOGGED_IN } from './responses.mts';
import { callerOf } from './authentication.mts';

interface SlashCommandCall {
    cmd?: unknown;
    params?: unknown;
    msg?: { rid?: unknown; tmid?: unknown };
    triggerId?: unknown;
}

/**
 * The server's DDP methods over REST, here only `slashCommand` (deprecated, removed in 9.0). It accepts any room id,
 * even if the room does not exist or the caller is not in it.
 */
export function methods(instance: Instance): Router {
    const routes = express.Router();

    routes.post('/api/v1/method.call/slashCommand', async (request, response) => {
        const caller = callerOf(response);
        if (!caller) {
            response.status(401).json(NOT_LOGGED_IN);
            return;
        }
        try {
            const { message } = request.body as { message: string };
            const { id, params } = JSON.parse(message) as { id: string; params: [SlashCommandCall] };
            const { cmd, params: typed, msg, triggerId } = params[0];
            if (typeof cmd !== 'string' || !instance.commands.commands.has(cmd)) {
                throw new Error('Invalid Command Provided');
            }
            await instance.commands.run({
                command: cmd,
                params: typeof typed === 'string' ? typed : '',
                userId: caller._id,
                rid: String(msg?.rid),
                ...(typeof msg?.tmid === 'string' && { tmid: msg.tmid }),
                ...(typeof triggerId === 'string' && { triggerId }),
            });
            response.json({ message: JSON.stringify({ msg: 'result', id }), success: true });
        } catch (error) {
            failure(response, error);
        }
    });

    return routes;
}
