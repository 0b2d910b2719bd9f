import { listAllInvites } from '../domain/listInvites';
import { callerOf, InviteEndpoint, Methods } from './endpoint';
import { presentListed } from './presentInvite';
import { ok } from './respond';

/** `GET listInvites`: all invites of the workspace, as a bare array without tokens. */
export class ListInvitesEndpoint extends InviteEndpoint {
    readonly path = 'listInvites';

    protected readonly methods: Methods = {
        get: async (request, services) => ok((await listAllInvites(services, callerOf(request))).map(presentListed)),
    };
}
