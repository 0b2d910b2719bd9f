import { removeInvite } from '../../domain/useCases/removeInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { respondOk } from '../respond';

/** `DELETE removeInvite/:_id` revokes an invite by its record id. */
export class RemoveInviteEndpoint extends InviteEndpoint {
    readonly path = 'removeInvite/:_id';

    protected readonly methods: Methods = {
        delete: async (request, services) => {
            await removeInvite(services, callerOf(request), request.params._id);
            return respondOk(true);
        },
    };
}
