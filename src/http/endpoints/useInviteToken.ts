import { IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import { redeemInvite, RedeemResult, RoomResult } from '../../domain/useCases/redeemInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { presentRoom, presentRoomName } from '../present/room';
import { respondAccepted, respondOk } from '../respond';

/** `POST useInviteToken {token}` adds the caller to the invite's rooms, or asks for approval. */
export class UseInviteTokenEndpoint extends InviteEndpoint {
    readonly path = 'useInviteToken';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { token } = parseBody(request, { token: 'string' });
            const result = await redeemInvite(services, caller, token);
            if (result.kind === 'requested') {
                return respondRequested(result);
            }
            const { room, rooms } = result;
            // The reference documents `_id`, and the live server returns `rid`. Both are the room's id.
            return respondOk({ room: { ...presentRoom(room), rid: room.id }, rooms: rooms.map(presentResult), success: true });
        },
    };
}

/** The caller is not in the room yet, so its topic stays hidden. */
function respondRequested({ rooms, request }: Extract<RedeemResult, { kind: 'requested' }>): IApiResponse {
    const [room] = rooms;
    const { topic: _topic, ...shown } = presentRoom(room);
    return respondAccepted({
        room: { ...shown, rid: room.id },
        rooms: rooms.map((one) => ({ ...presentRoomName(one), joined: false })),
        request: { _id: request.id, state: request.state },
        success: true,
    });
}

/** Names only rooms in which the caller is now. */
function presentResult(result: RoomResult): object {
    return 'room' in result ? { ...presentRoomName(result.room), joined: true } : { _id: result.rid, joined: false, reason: result.refusal.code };
}
