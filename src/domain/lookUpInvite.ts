import { InviteError } from './errors';
import { Invite, isExpired, isUsedUp } from './invite';
import { Clock, InviteStore, Room, Rooms, Usages } from './ports';
import { isToken } from './token';

export interface LookUpNeeds {
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly rooms: Rooms;
    readonly usages: Usages;
}

export interface UsableInvite {
    readonly invite: Invite;
    readonly room: Room;
}

/**
 * The invite that a token opens and its room, if it opens one now. Refusals, in this order: error-invalid-token, error-invalid-room,
 * error-invite-token-expired (`field` expires, then maxUses).
 */
export async function lookUpInvite({ clock, invites, rooms, usages }: LookUpNeeds, token: string): Promise<UsableInvite> {
    const invite = isToken(token) ? await invites.byToken(token) : undefined;
    if (!invite) {
        throw new InviteError('error-invalid-token', { field: 'token' });
    }
    const room = await rooms.byId(invite.rid);
    if (!room) {
        throw new InviteError('error-invalid-room', { field: 'rid' });
    }
    if (isExpired(invite, clock.now())) {
        throw new InviteError('error-invite-token-expired', { field: 'expires' });
    }
    if (isUsedUp(invite, await usages.of(invite.id))) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    return { invite, room };
}
