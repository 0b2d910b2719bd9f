import { listAllInvites } from '../domain/listInvites';
import { callerOf, InviteEndpoint, Methods } from './endpoint';
import { parsePage } from './parse';
import { presentListed } from './presentInvite';
import { ok } from './respond';

/** `GET listInvites`: all invites of the workspace, or the part that is asked for, as a bare array without tokens. */
export class ListInvitesEndpoint extends InviteEndpoint {
    readonly path = 'listInvites';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const { rid, offset, count } = parsePage(request.query);
            const invites = await listAllInvites(services, caller, rid);
            const page = invites.slice(offset, count === 0 ? undefined : offset + count);
            return ok(page.map(presentListed), { 'x-total-count': String(invites.length) });
        },
    };
}
