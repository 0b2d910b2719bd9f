import { redeemInvite } from '../../domain/useCases/redeemInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { presentRoom } from '../present/room';
import { respondOk } from '../respond';

/** `POST useInviteToken {token}` adds the caller to the invite's room. */
export class UseInviteTokenEndpoint extends InviteEndpoint {
    readonly path = 'useInviteToken';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { token } = parseBody(request, { token: 'string' });
            const { room } = await redeemInvite(services, caller, token);
            // The reference documents `_id`, and the live server returns `rid`. Both are the room's id.
            return respondOk({ room: { ...presentRoom(room), rid: room.id }, success: true });
        },
    };
}
