import express, { type Router } from 'express';
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/index.js';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/index.js';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/index.js';

import { toAppMessage, toAppRoom, toAppUser } from '../engine/converters.mts';
import type { Instance } from '../engine/instance.mts';
import type { Database } from '../store/database.mts';
import { NOT_LOGGED_IN_TO_INTERACT } from './responses.mts';
import { callerOf } from './authentication.mts';

type Fields = Record<string, unknown>;
type Conversion = (sent: Fields) => Fields | Promise<Fields>;

/**
 * Passes interactions from clients to apps. As on the server, only the caller is verified: the room and the rest are
 * what the client sent, and a button in a modal has no room.
 */
export function interactions(database: Database, instance: Instance): Router {
    const routes = express.Router();
    const conversions = new Map<unknown, Conversion>([
        [
            'blockAction',
            async ({ container, triggerId, mid, rid, payload }) => ({
                container,
                message: await messageOf(mid),
                triggerId,
                payload,
                visitor: undefined,
                room: await roomOf(rid),
            }),
        ],
        ['viewSubmit', ({ triggerId, payload }) => ({ triggerId, payload })],
        [
            'viewClosed',
            ({ payload }) => {
                const { view, isCleared } = payload as Fields;
                return { payload: { view, isCleared } };
            },
        ],
        [
            'actionButton',
            async ({ triggerId, rid, mid, payload }) => ({
                triggerId,
                room: await roomOf(rid),
                message: await messageOf(mid),
                payload: { context: (payload as Fields).context },
            }),
        ],
    ]);

    routes.post('/api/apps/ui.interaction/:appId', async (request, response) => {
        const caller = callerOf(response);
        if (!caller) {
            response.status(401).send(NOT_LOGGED_IN_TO_INTERACT);
            return;
        }
        const sent = (request.body ?? {}) as Fields;
        const { type, actionId } = sent;
        const convert = conversions.get(type);
        if (!convert) {
            response.status(400).send({ error: 'Unknown action' });
            return;
        }
        try {
            const action = { type, appId: request.params.appId, actionId, user: toAppUser(caller), ...(await convert(sent)) };
            response.send(await instance.manager.getListenerManager().executeListener(AppInterface.IUIKitInteractionHandler, action as never));
        } catch (error) {
            response.status(500).send({ error: error instanceof Error ? error.message : error });
        }
    });

    async function roomOf(rid: unknown): Promise<IRoom | undefined> {
        const room = typeof rid === 'string' ? await database.rooms.findOne({ _id: rid }) : undefined;
        return room && toAppRoom(database, room);
    }

    async function messageOf(mid: unknown): Promise<IMessage | undefined> {
        const message = typeof mid === 'string' ? await database.messages.findOne({ _id: mid }) : undefined;
        return message && toAppMessage(database, message);
    }

    return routes;
}
