import type { Request, RequestHandler, Response } from 'express';

import { ServerError } from '../server/errors.mts';
import { hasPermission, type Permission } from '../server/permissions.mts';
import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { callerOf } from './authentication.mts';

const LOG_IN = 'You must be logged in to do this.';

/** The body of the server's 401 at its REST endpoints. The route for interactions omits the last two fields. */
export const NOT_LOGGED_IN = { status: 'error', message: LOG_IN, success: false, error: LOG_IN };
export const NOT_LOGGED_IN_TO_INTERACT = { status: 'error', message: LOG_IN };

type Action = (request: Request, caller: UserDocument) => Promise<Record<string, unknown> | void>;

/**
 * Wraps `action` as a REST endpoint for callers who are logged in and have `permission`. Adds `success` to the result.
 */
export function endpoint(database: Database, action: Action, permission?: Permission): RequestHandler {
    return async (request, response) => {
        const caller = callerOf(response);
        if (!caller) {
            response.status(401).json(NOT_LOGGED_IN);
            return;
        }
        if (permission && !(await hasPermission(database, caller._id, permission))) {
            response.status(403).json({ success: false, error: 'User does not have the permissions required for this action [error-unauthorized]' });
            return;
        }
        try {
            response.json({ ...(await action(request, caller)), success: true });
        } catch (error) {
            failure(response, error);
        }
    };
}

/** The server returns 400 for every error that an endpoint throws. */
export function failure(response: Response, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    response.status(400).json({ success: false, error: message, ...(error instanceof ServerError && { errorType: error.code }) });
}

/**
 * Returns a field of the request.
 * @throws invalid-params if it is missing, empty or not a string.
 */
export function required(fields: Record<string, unknown>, name: string): string {
    const value = fields[name];
    if (typeof value !== 'string' || value === '') {
        throw new ServerError('invalid-params', `must have required property '${name}'`);
    }
    return value;
}
