import { inviteInfo } from '../../domain/useCases/inviteInfo';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { toIsoString } from '../present/invite';
import { presentRoom, presentRoomName, withoutAbsent } from '../present/room';
import { respondOk } from '../respond';

/** `POST inviteInfo {token}` returns the rooms, the creator, the expiry and the uses left, for the caller to see before joining. */
export class InviteInfoEndpoint extends InviteEndpoint {
    readonly path = 'inviteInfo';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { token } = parseBody(request, { token: 'string' });
            const { room, rooms, invitedBy, expires, member, approval, request: asked, uses } = await inviteInfo(services, caller, token);
            const { prid: _parent, topic, ...shown } = presentRoom(room);
            return respondOk({
                room: {
                    ...shown,
                    // Whoever must be let in first does not learn what the room is about.
                    ...(topic !== undefined && (member || !approval) && { topic }),
                    ...(room.usersCount !== undefined && { usersCount: room.usersCount }),
                },
                rooms: rooms.map((one) => ({ ...presentRoomName(one.room), member: one.member })),
                // Left out if the creator's account was deleted.
                ...(invitedBy && { invitedBy: withoutAbsent({ username: invitedBy.username, name: invitedBy.name }) }),
                expires: expires === null ? null : toIsoString(expires),
                member,
                approval,
                ...(asked && { request: { _id: asked.id, state: asked.state } }),
                ...(uses && { maxUses: uses.max, usesLeft: uses.left }),
                success: true,
            });
        },
    };
}
