import express, { type Router } from 'express';

import { ServerError } from '../server/errors.mts';
import { BUILT_IN_ROLES } from '../server/roles.mts';
import { listPermissions, setPermission } from '../server/permissions.mts';
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

    /** Refuses an unknown person without a code. */
    routes.get(
        '/api/v1/users.info',
        endpoint(database, async ({ query }) => {
            const { userId } = query as { userId?: string };
            const user = await database.users.findOne(userId ? { _id: userId } : { username: required(query, 'username') });
            if (!user) {
                throw new Error('User not found.');
            }
            return { user: { _id: user._id, username: user.username, name: user.name, active: user.active } };
        }),
    );

    /** Returns the whole table to any login. */
    routes.get(
        '/api/v1/permissions.listAll',
        endpoint(database, async () => ({ update: await listPermissions(database), remove: [] })),
    );

    routes.post(
        '/api/v1/permissions.update',
        endpoint(
            database,
            async ({ body }) => {
                const { permissions = [] } = body as { permissions?: { _id: string; roles: string[] }[] };
                const known = (await listPermissions(database)).map(({ _id }) => _id);
                if (!permissions.every(({ _id }) => known.includes(_id))) {
                    throw new ServerError('error-invalid-permission', 'Invalid permission');
                }
                const custom = (await database.roles.find()).map(({ _id }) => _id);
                if (!permissions.every(({ roles }) => roles.every((role) => BUILT_IN_ROLES.includes(role) || custom.includes(role)))) {
                    throw new ServerError('error-invalid-role', 'Invalid role');
                }
                for (const { _id, roles } of permissions) {
                    await setPermission(database, _id, roles);
                }
                return { permissions: await listPermissions(database) };
            },
            'access-permissions',
        ),
    );

    async function existing(userId: string): Promise<string> {
        if (!(await database.users.findOne({ _id: userId }))) {
            throw new ServerError('error-invalid-user', 'Invalid user');
        }
        return userId;
    }

    return routes;
}
