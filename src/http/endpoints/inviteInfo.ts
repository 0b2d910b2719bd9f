import { inviteInfo } from '../../domain/useCases/inviteInfo';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { toIsoString } from '../present/invite';
import { presentRoom, withoutAbsent } from '../present/room';
import { respondOk } from '../respond';

/** `POST inviteInfo {token}` returns the room, the creator and the expiry, for the caller to see before joining. */
export class InviteInfoEndpoint extends InviteEndpoint {
    readonly path = 'inviteInfo';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { token } = parseBody(request, { token: 'string' });
            const { room, invitedBy, expires, member } = await inviteInfo(services, caller, token);
            const { prid: _parent, ...shown } = presentRoom(room);
            return respondOk({
                room: shown,
                // Left out if the creator's account was deleted.
                ...(invitedBy && { invitedBy: withoutAbsent({ username: invitedBy.username, name: invitedBy.name }) }),
                expires: expires === null ? null : toIsoString(expires),
                member,
                success: true,
            });
        },
    };
}
