import express, { type Router } from 'express';

import { randomId } from '../server/ids.mts';
import type { Screens } from '../server/screens.mts';
import { NOT_LOGGED_IN } from './answers.mts';
import { callerOf } from './authentication.mts';

/**
 * This workspace's own route, which no server has: in place of a server's websocket it tells one person's client, one JSON text a line, what is for them
 * alone. An instance that ends ends its streams; clients ask for another.
 */
export function stream(screens: Screens): Router {
    const routes = express.Router();

    routes.get('/api/v1/stand-in.stream', (_request, response) => {
        const userId = callerOf(response)?._id;
        if (!userId) {
            response.status(401).json(NOT_LOGGED_IN);
            return;
        }
        const tell = (news: object): void => void response.write(`${JSON.stringify(news)}\n`);
        const stops = [
            screens.onMessage(({ userId: reader, text, ...message }) => {
                if (reader === userId) {
                    tell({ about: 'message', message: { _id: randomId(), ts: new Date(), msg: text, private: true, ...message } });
                }
            }),
            screens.onInteraction((reader, interaction) => {
                if (reader === userId) {
                    tell({ about: 'uiInteraction', interaction });
                }
            }),
        ];
        response.on('close', () => stops.forEach((stop) => stop()));
        response.set({ 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
        tell({ about: 'ready' });
    });

    return routes;
}
