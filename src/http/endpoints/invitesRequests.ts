import { listRequests } from '../../domain/useCases/listRequests';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { pageIn, textIn } from '../parseQuery';
import { presentRequest } from '../present/request';
import { respondOk } from '../respond';

/** `GET invites.requests` returns the requests that wait for the caller's decision, the oldest first. */
export class InvitesRequestsEndpoint extends InviteEndpoint {
    readonly path = 'invites.requests';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const { query } = request;
            const page = pageIn(query);
            const { items, total } = await listRequests(services, caller, {
                inviteId: textIn(query, 'inviteId'),
                rid: textIn(query, 'rid'),
                ...page,
            });
            return respondOk({ requests: items.map(presentRequest), ...page, total, success: true });
        },
    };
}
