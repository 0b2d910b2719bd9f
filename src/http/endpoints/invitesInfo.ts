import { InviteError } from '../../domain/model/errors';
import { findViewable } from '../../domain/useCases/findInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { textIn } from '../parseQuery';
import { presentOne } from '../present/managedInvite';
import { respondOk } from '../respond';

/** `GET invites.info?inviteId=` returns an invite that the caller manages or created. */
export class InvitesInfoEndpoint extends InviteEndpoint {
    readonly path = 'invites.info';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const inviteId = textIn(request.query, 'inviteId');
            if (inviteId === undefined) {
                throw new InviteError('invalid-params', { field: 'inviteId', reason: 'missing' });
            }
            const invite = await findViewable(services, caller, inviteId);
            const usage = await services.usageStore.of(invite);
            return respondOk({ invite: await presentOne(services, caller, { invite, usage }, this.app.getID()), success: true });
        },
    };
}
