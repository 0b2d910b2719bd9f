import express, { type Router } from 'express';

import { assertMayLogIn } from '../server/registration.mts';
import { dropLoginToken, findByLoginToken, findByPassword, issueLoginToken } from '../server/users.mts';
import type { ServerError } from '../server/errors.mts';
import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { endpoint } from './responses.mts';

const VERSION = '8.4.0';

/** The public ones of the settings that this workspace has. */
const PUBLIC_SETTINGS = [
    'Site_Name',
    'Site_Url',
    'Language',
    'Assets_logo',
    'Assets_logo_dark',
    'Accounts_RegistrationForm',
    'Accounts_ShowFormLogin',
    'Accounts_EmailVerification',
    'Accounts_ManuallyApproveNewUsers',
    'Accounts_RequireNameForSignUp',
    'Accounts_LoginExpiration',
    'Accounts_ForgetUserSessionOnWindowClose',
    'UTF8_User_Names_Validation',
];

/** Serves `/api/info`, login by password or token, logout and `/api/v1/me`. */
export function session(database: Database): Router {
    const routes = express.Router();

    routes.get('/api/info', (_request, response) => {
        response.json({ version: VERSION, success: true });
    });

    routes.post('/api/v1/login', async (request, response) => {
        const { user, username, email, password, resume } = (request.body ?? {}) as Record<string, unknown>;
        const login = user ?? username ?? email;
        const found =
            typeof resume === 'string'
                ? await findByLoginToken(database, resume)
                : typeof login === 'string' && typeof password === 'string'
                  ? await findByPassword(database, login, password)
                  : undefined;
        if (!found) {
            response.status(401).json({ status: 'error', error: 'Unauthorized', message: 'Unauthorized' });
            return;
        }
        try {
            await assertMayLogIn(database, found, typeof password === 'string');
        } catch (error) {
            const { code, message } = error as ServerError;
            response.status(401).json({ status: 'error', error: code, message });
            return;
        }
        const authToken = typeof resume === 'string' ? resume : await issueLoginToken(database, found._id);
        response.json({ status: 'success', data: { userId: found._id, authToken, me: profile(found) } });
    });

    routes.post(
        '/api/v1/logout',
        endpoint(database, async (request, caller) => {
            await dropLoginToken(database, caller._id, request.header('x-auth-token') ?? '');
            return { status: 'success', data: { message: "You've been logged out!" } };
        }),
    );

    // Anyone may read the public settings. With `_id`, servers from 7.0 on return only those.
    routes.get('/api/v1/settings.public', async ({ query }, response) => {
        const ids = typeof query._id === 'string' ? query._id.split(',') : PUBLIC_SETTINGS;
        const settings = (await database.settings.find({ _id: { $in: ids } })).filter(({ _id }) => PUBLIC_SETTINGS.includes(_id));
        response.json({
            settings: settings.map(({ _id, value }) => ({ _id, value })),
            count: settings.length,
            offset: 0,
            total: settings.length,
            success: true,
        });
    });

    routes.get(
        '/api/v1/me',
        endpoint(database, async (_request, caller) => profile(caller)),
    );
    return routes;
}

function profile({ _id, username, name, roles, active, emails, settings }: UserDocument): Record<string, unknown> {
    return { _id, username, name, roles, active, emails, settings };
}
