import express, { type Router } from 'express';

import { passwordPolicy, registerUser, type Registration } from '../server/registration.mts';
import type { Database } from '../store/database.mts';
import { callerOf } from './authentication.mts';
import { failure, required } from './responses.mts';

/** How visitors without an account get one. The server's rate limits, such as one registration a minute, are missing. */
export function registration(database: Database): Router {
    const routes = express.Router();

    routes.post('/api/v1/users.register', async ({ body }, response) => {
        try {
            if (callerOf(response)) {
                throw new Error('Logged in users can not register again.');
            }
            const fields = body as Record<string, unknown>;
            ['username', 'email', 'pass'].forEach((name) => required(fields, name));
            const { services: _kept, ...user } = await registerUser(database, fields as unknown as Registration);
            response.json({ user, success: true });
        } catch (error) {
            failure(response, error);
        }
    });

    /** Served to anonymous callers too. */
    routes.get('/api/v1/pw.getPolicy', async (_request, response) => {
        response.json({ ...(await passwordPolicy(database)), success: true });
    });

    return routes;
}
