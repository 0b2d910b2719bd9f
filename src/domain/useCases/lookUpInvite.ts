import { seatsTaken } from '../model/claim';
import { CreatorDeps, suspensionOf } from '../policies/suspension';
import { InviteError } from '../model/errors';
import { Invite, isExpired } from '../model/invite';
import { DeleteInviteDeps } from './deleteInvite';
import { removeInvitesOfRoom, isRoomDeleted } from './removeInvitesOfRoom';
import { ClaimStore, EventSink, Room, Rooms } from '../ports';
import { assertInvitable } from '../policies/invitableRoom';
import { isToken } from '../model/token';
import { assertMayGuess, countWrongGuess, WrongTokenDeps } from '../policies/tokenGuesses';

export interface LookUpDeps extends CreatorDeps, DeleteInviteDeps, WrongTokenDeps {
    readonly claims: ClaimStore;
    readonly events: EventSink;
    readonly rooms: Rooms;
}

export interface OpenInvite {
    readonly invite: Invite;
    readonly room: Room;
}

/**
 * The invite that a token opens and its room, if it opens one now, for `asker` if somebody in particular asks. Refusals, in this order:
 * error-too-many-requests, error-invalid-token, error-invalid-room, error-invite-token-expired (`field` expires, then maxUses),
 * error-room-type-not-allowed, error-invite-token-expired without a field: the invite's creator could not make it any more, which is not the asker's business.
 */
export async function lookUpInvite(deps: LookUpDeps, token: string, asker?: string): Promise<OpenInvite> {
    const invite = await inviteByToken(deps, token, asker);
    const { claims, clock, rooms } = deps;
    const room = await rooms.byId(invite.rid);
    if (!room && (await isRoomDeleted(deps, invite))) {
        await removeInvitesOfRoom(deps, invite.rid);
    }
    // To the holder of a link, a room managed by attributes reads like one that does not exist.
    if (!room || room.managedByAttributes) {
        throw new InviteError('error-invalid-room', { field: 'rid', reason: 'gone' });
    }
    if (isExpired(invite, clock.now())) {
        throw new InviteError('error-invite-token-expired', { field: 'expires' });
    }
    if (invite.maxUses > 0 && seatsTaken(await claims.of(invite.id), clock.now(), asker) >= invite.maxUses) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    assertInvitable(room);
    if (await suspensionOf(deps, invite)) {
        throw new InviteError('error-invite-token-expired');
    }
    return { invite, room };
}

export type InviteByTokenDeps = WrongTokenDeps & Pick<LookUpDeps, 'invites' | 'events'>;

/**
 * The invite of a token; error-invalid-token. Somebody in particular who has tried too many wrong ones waits, whatever they try next.
 */
export async function inviteByToken(deps: InviteByTokenDeps, token: string, asker?: string): Promise<Invite> {
    const { invites, events } = deps;
    if (asker !== undefined) {
        assertMayGuess(deps, asker);
    }
    const invite = isToken(token) ? await invites.byToken(token) : undefined;
    if (invite) {
        events.attachInvite(invite);
        return invite;
    }
    if (asker !== undefined) {
        await countWrongGuess(deps, asker);
    }
    throw new InviteError('error-invalid-token', { field: 'token' });
}
