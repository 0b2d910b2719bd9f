import { rotateToken } from '../../domain/useCases/editInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { presentOne } from '../present/managedInvite';
import { respondOk } from '../respond';

/** `POST invites.rotateToken {inviteId}` replaces the token. The former link is dead as soon as it returns. */
export class InvitesRotateTokenEndpoint extends InviteEndpoint {
    readonly path = 'invites.rotateToken';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { inviteId } = parseBody(request, { inviteId: 'id' });
            const rotated = await rotateToken(services, caller, inviteId);
            return respondOk({ invite: await presentOne(services, caller, rotated, this.app.getID()), success: true });
        },
    };
}
