import { Check, checkHealth } from '../../app/health';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { toIsoString } from '../present/invite';
import { respondOk } from '../respond';

/** `GET health` returns what works of what the app depends on, for people who manage all invites. */
export class HealthEndpoint extends InviteEndpoint {
    readonly path = 'health';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const checks = await checkHealth(services, callerOf(request));
            return respondOk({ checks: checks.map(presentCheck), success: true });
        },
    };
}

function presentCheck({ readAt, ...check }: Check): object {
    return { ...check, ...(readAt !== undefined && { readAt: toIsoString(readAt) }) };
}
