import { placesGone } from './claim';
import { InviteError } from './errors';
import { Invite, isExpired } from './invite';
import { ClaimStore, Clock, InviteStore, Room, Rooms } from './ports';
import { assertInvitable } from './rooms';
import { isToken } from './token';

export interface LookUpNeeds {
    readonly claims: ClaimStore;
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly rooms: Rooms;
}

export interface UsableInvite {
    readonly invite: Invite;
    readonly room: Room;
}

/**
 * The invite that a token opens and its room, if it opens one now, for `asker` if somebody in particular asks. Refusals, in this order:
 * error-invalid-token, error-invalid-room, error-invite-token-expired (`field` expires, then maxUses), error-room-type-not-allowed.
 */
export async function lookUpInvite({ claims, clock, invites, rooms }: LookUpNeeds, token: string, asker?: string): Promise<UsableInvite> {
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
    if (invite.maxUses > 0 && placesGone(await claims.of(invite.id), clock.now(), asker) >= invite.maxUses) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    assertInvitable(room);
    return { invite, room };
}
