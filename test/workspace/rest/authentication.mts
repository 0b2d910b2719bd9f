import type { RequestHandler, Response } from 'express';

import { findByIdAndLoginToken } from '../server/users.mts';
import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';

/**
 * Finds the caller by `x-user-id` and `x-auth-token`. With `rejectUnauthorized`, sends the server's plain-text 401;
 * otherwise lets anonymous callers through.
 */
export function authenticated(database: Database, { rejectUnauthorized }: { rejectUnauthorized: boolean }): RequestHandler {
    return async (request, response, next) => {
        const userId = request.header('x-user-id');
        const token = request.header('x-auth-token');
        response.locals.user = userId && token ? await findByIdAndLoginToken(database, userId, token) : undefined;
        if (rejectUnauthorized && !response.locals.user) {
            response.status(401).send('Unauthorized');
            return;
        }
        next();
    };
}

export function callerOf(response: Response): UserDocument | undefined {
    return response.locals.user as UserDocument | undefined;
}
