import express, { type Router } from 'express';

import { randomId } from '../server/ids.mts';
import type { Screens } from '../server/screens.mts';
import { NOT_LOGGED_IN } from './responses.mts';
import { callerOf } from './authentication.mts';

/**
 * A route of this workspace only, in place of the server's websocket. It streams to each person what is meant for that
 * person alone, one JSON text a line. The stream ends with its instance.
 */
export function stream(screens: Screens): Router {
    const routes = express.Router();

    routes.get('/api/v1/stand-in.stream', (_request, response) => {
        const userId = callerOf(response)?._id;
        if (!userId) {
            response.status(401).json(NOT_LOGGED_IN);
            return;
        }
        const send = (news: object): void => void response.write(`${JSON.stringify(news)}\n`);
        const stops = [
            screens.onMessage(({ userId: reader, text, ...message }) => {
                if (reader === userId) {
                    send({ about: 'message', message: { _id: randomId(), ts: new Date(), msg: text, private: true, ...message } });
                }
            }),
            screens.onInteraction((reader, interaction) => {
                if (reader === userId) {
                    send({ about: 'uiInteraction', interaction });
                }
            }),
        ];
        response.on('close', () => stops.forEach((stop) => stop()));
        response.set({ 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
        send({ about: 'ready' });
    });

    return routes;
}
