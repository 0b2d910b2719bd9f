import type { RequestHandler } from 'express';

import { settingValue } from '../server/settings.mts';
import type { Database } from '../store/database.mts';

/**
 * Counts the calls of each route from each address, as the server does by default: 10 in 60 s. The embedded workspace has
 * that off, as a server in test mode, because everybody calls from one address.
 */
export function rateLimiter(database: Database): RequestHandler {
    const windows = new Map<string, { since: number; calls: number }>();
    return async (request, response, next) => {
        if ((await settingValue(database, 'API_Enable_Rate_Limiter')) !== true) {
            next();
            return;
        }
        const allowed = Number((await settingValue(database, 'API_Enable_Rate_Limiter_Limit_Calls_Default')) ?? 10);
        const withinMs = Number((await settingValue(database, 'API_Enable_Rate_Limiter_Limit_Time_Default')) ?? 60_000);
        const key = `${request.ip} ${request.params.route}`;
        const known = windows.get(key);
        const now = Date.now();
        const current = known && now - known.since < withinMs ? known : { since: now, calls: 0 };
        current.calls++;
        windows.set(key, current);
        const untilResetMs = current.since + withinMs - now;
        response.set({
            'X-RateLimit-Limit': String(allowed),
            'X-RateLimit-Remaining': String(Math.max(0, allowed - current.calls)),
            'X-RateLimit-Reset': String(now + untilResetMs),
        });
        if (current.calls > allowed) {
            const seconds = Math.ceil(untilResetMs / 1000);
            const error = `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`;
            response.status(429).json({ success: false, error });
            return;
        }
        next();
    };
}
