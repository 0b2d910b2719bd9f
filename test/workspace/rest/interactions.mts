import express, { type Router } from 'express';
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/index.js';

import { toAppRoom, toAppUser } from '../engine/converters.mts';
import type { Instance } from '../engine/instance.mts';
import type { Database } from '../store/database.mts';
import { NOT_LOGGED_IN } from './answers.mts';
import { callerOf } from './authentication.mts';

/** What clients send when somebody presses a button that an app put into a message. Apart from who it is, all of it is as the client says. */
export function interactions(database: Database, instance: Instance): Router {
    const routes = express.Router();

    routes.post('/api/apps/ui.interaction/:appId', async (request, response) => {
        const caller = callerOf(response);
        if (!caller) {
            response.status(401).send(NOT_LOGGED_IN);
            return;
        }
        const { type, actionId, triggerId, rid, payload, container } = request.body as Record<string, unknown>;
        if (type !== 'blockAction') {
            response.status(400).send({ error: 'Unknown action' });
            return;
        }
        try {
            const room = await database.rooms.findOne({ _id: rid });
            const action = {
                type,
                container,
                appId: request.params.appId,
                actionId,
                triggerId,
                payload,
                user: toAppUser(caller),
                room: room && (await toAppRoom(database, room)),
            };
            response.send(await instance.manager.getListenerManager().executeListener(AppInterface.IUIKitInteractionHandler, action as never));
        } catch (error) {
            response.status(500).send({ error: error instanceof Error ? error.message : error });
        }
    });

    return routes;
}
