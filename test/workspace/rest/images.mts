import express, { type Response, type Router } from 'express';

import { settingValue } from '../server/settings.mts';
import type { Database } from '../store/database.mts';
import { callerOf } from './authentication.mts';

const COLOURS = ['#f44336', '#e91e63', '#9c27b0', '#3f51b5', '#009688', '#ff5722', '#607d8b'];

/** Avatars, and the workspace's logo. Nobody uploads one here, so the server's own pictures with a letter are served. */
export function images(database: Database): Router {
    const routes = express.Router();

    routes.get('/avatar/room/:rid', async ({ params }, response) => {
        const room = await database.rooms.findOne({ _id: params.rid });
        sendLetter(response, room && (room.fname ?? room.name));
    });

    /** A workspace may keep people's pictures from visitors without a login. Here, as in an image, there is none. */
    routes.get('/avatar/:username', async ({ params }, response) => {
        const isBlocked = (await settingValue(database, 'Accounts_AvatarBlockUnauthenticatedAccess')) === true && !callerOf(response);
        if (isBlocked) {
            response.status(403).end();
            return;
        }
        sendLetter(response, (await database.users.findOne({ username: params.username }))?.username);
    });

    routes.get('/assets/logo.svg', async (_request, response) => {
        const name = await settingValue(database, 'Site_Name');
        sendLetter(response, typeof name === 'string' ? name : undefined);
    });

    return routes;
}

/** Sends a picture with the first letter of a name, or 404 without a name. */
function sendLetter(response: Response, name: string | undefined): void {
    if (name === undefined) {
        response.status(404).end();
        return;
    }
    const letter = name
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 1)
        .toUpperCase();
    const colour = COLOURS[name.length % COLOURS.length]!;
    response
        .type('image/svg+xml')
        .set('cache-control', 'public, max-age=3600')
        .send(
            `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="100%" height="100%" fill="${colour}"/>` +
                `<text x="50%" y="50%" dy="0.36em" text-anchor="middle" fill="#ffffff" font-family="sans-serif" font-size="125">${letter}</text></svg>`,
        );
}
