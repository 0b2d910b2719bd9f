import { listInvites } from '../../domain/useCases/listInvites';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parsePaging } from '../parse';
import { presentListed } from '../present/invite';
import { respondOk } from '../respond';

/** `GET listInvites` returns all invites of the workspace, or one page of them, as a bare array without tokens. */
export class ListInvitesEndpoint extends InviteEndpoint {
    readonly path = 'listInvites';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const { rid, offset, count } = parsePaging(request.query);
            const invites = await listInvites(services, caller, rid);
            const page = invites.slice(offset, count === 0 ? undefined : offset + count);
            return respondOk(page.map(presentListed), { 'x-total-count': String(invites.length) });
        },
    };
}
