import express, { type Router } from 'express';

import { ServerError } from '../server/errors.mts';
import { PERMISSIONS } from '../server/permissions.mts';
import { createUser, deleteUser, setActive } from '../server/users.mts';
import type { Database } from '../store/database.mts';
import { endpoint, required } from './responses.mts';

type Fields = Record<string, unknown>;

/** The users and the permission table. */
export function people(database: Database): Router {
    const routes = express.Router();

    routes.post(
        '/api/v1/users.create',
        endpoint(
            database,
            async ({ body }) => {
                const fields = body as Fields;
                const { name, roles, email } = fields as { name?: string; roles?: string[]; email?: string };
                const { services: _kept, ...user } = await createUser(database, {
                    username: required(fields, 'username'),
                    password: required(fields, 'password'),
                    ...(name && { name }),
                    ...(roles && { roles }),
                    ...(email && { email }),
                });
                return { user };
            },
            'create-user',
        ),
    );

    routes.post(
        '/api/v1/users.delete',
        endpoint(
            database,
            async ({ body }) => {
                await deleteUser(database, await existing(required(body as Fields, 'userId')));
            },
            'delete-user',
        ),
    );

    routes.post(
        '/api/v1/users.setActiveStatus',
        endpoint(
            database,
            async ({ body }) => {
                await setActive(database, await existing(required(body as Fields, 'userId')), (body as Fields).activeStatus === true);
            },
            'delete-user',
        ),
    );

    routes.get(
        '/api/v1/permissions.listAll',
        endpoint(database, async () => ({ update: Object.entries(PERMISSIONS).map(([_id, roles]) => ({ _id, roles })), remove: [] })),
    );

    async function existing(userId: string): Promise<string> {
        if (!(await database.users.findOne({ _id: userId }))) {
            throw new ServerError('error-invalid-user', 'Invalid user');
        }
        return userId;
    }

    return routes;
}
