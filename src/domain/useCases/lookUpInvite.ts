import { seatsTaken } from '../model/claim';
import { CreatorDeps, suspensionOf } from '../policies/suspension';
import { InviteError } from '../model/errors';
import { Invite, isExpired, isLimited } from '../model/invite';
import { DeleteInviteDeps } from './deleteInvite';
import { isRoomDeleted } from '../policies/deletion';
import { removeInvitesOfRoom } from './removeInvitesOfRoom';
import { EventSink } from '../model/event';
import { ClaimStore, Room, Rooms } from '../ports';
import { assertInvitable } from '../policies/invitableRoom';
import { isToken } from '../model/token';
import { assertMayGuess, countWrongGuess, WrongTokenDeps } from '../policies/tokenGuesses';

export interface LookUpDeps extends CreatorDeps, DeleteInviteDeps, WrongTokenDeps {
    readonly claims: ClaimStore;
    readonly events: EventSink;
    readonly rooms: Rooms;
}

/** An invite that works now, and its room. */
export interface OpenInvite {
    readonly invite: Invite;
    readonly room: Room;
}

/**
 * Returns the invite of a token and its room if the invite works now. An anonymous caller has no `callerId`.
 *
 * @throws error-too-many-requests if the caller tried too many wrong tokens
 * @throws error-invalid-token
 * @throws error-invalid-room
 * @throws error-invite-token-expired (`field` expires, then maxUses)
 * @throws error-room-type-not-allowed
 * @throws error-invite-token-expired without a field if the invite is suspended, so the reason stays private
 */
export async function lookUpInvite(deps: LookUpDeps, token: string, callerId?: string): Promise<OpenInvite> {
    const invite = await inviteByToken(deps, token, callerId);
    return { invite, room: await assertInviteOpen(deps, invite, callerId) };
}

/**
 * Returns the room of the invite if the invite works now. A caller's own seats do not count.
 *
 * @throws those of lookUpInvite after error-invalid-token
 */
export async function assertInviteOpen(deps: LookUpDeps, invite: Invite, callerId?: string): Promise<Room> {
    const { claims, clock, memberships, rooms } = deps;
    const room = await rooms.byId(invite.rid);
    if (!room && (await isRoomDeleted(rooms, memberships, invite))) {
        await removeInvitesOfRoom(deps, invite.rid);
    }
    assertRoomIsThere(room);
    assertNotExpired(invite, clock.now());
    if (isLimited(invite) && seatsTaken(await claims.of(invite.id), clock.now(), callerId) >= invite.maxUses) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    assertInvitable(room);
    if (await suspensionOf(deps, invite)) {
        throw new InviteError('error-invite-token-expired');
    }
    return room;
}

export interface StillOpenDeps extends LookUpDeps {
    /** Drops the rooms, users and roles that this request has read, so they are read again. */
    readonly forgetReads: () => void;
}

/**
 * Checks again that the invite works, except for its seats. The caller may have waited for a seat since then.
 *
 * @throws error-invalid-token if the invite was deleted meanwhile
 * @throws error-invalid-room
 * @throws error-invite-token-expired (`field` expires)
 * @throws error-room-type-not-allowed
 * @throws error-invite-token-expired without a field if the invite is suspended
 */
export async function assertStillOpen(deps: StillOpenDeps, invite: Invite): Promise<void> {
    deps.forgetReads();
    const [current, room, suspension] = await Promise.all([deps.invites.byId(invite.id), deps.rooms.byId(invite.rid), suspensionOf(deps, invite)]);
    if (!current) {
        throw new InviteError('error-invalid-token', { field: 'token' });
    }
    assertRoomIsThere(room);
    assertNotExpired(current, deps.clock.now());
    assertInvitable(room);
    if (suspension) {
        throw new InviteError('error-invite-token-expired');
    }
}

/** Refuses a room managed by attributes like a deleted one, so the holder of a link cannot tell them apart. */
function assertRoomIsThere(room: Room | undefined): asserts room is Room {
    if (!room || room.managedByAttributes) {
        throw new InviteError('error-invalid-room', { field: 'rid', reason: 'gone' });
    }
}

function assertNotExpired(invite: Invite, now: number): void {
    if (isExpired(invite, now)) {
        throw new InviteError('error-invite-token-expired', { field: 'expires' });
    }
}

export type InviteByTokenDeps = WrongTokenDeps & Pick<LookUpDeps, 'invites' | 'events'>;

/**
 * Returns the invite of a token.
 *
 * @throws error-too-many-requests if the caller tried too many wrong tokens, even if this one is valid
 * @throws error-invalid-token
 */
export async function inviteByToken(deps: InviteByTokenDeps, token: string, callerId?: string): Promise<Invite> {
    const { invites, events } = deps;
    if (callerId !== undefined) {
        assertMayGuess(deps, callerId);
    }
    const invite = isToken(token) ? await invites.byToken(token) : undefined;
    if (invite) {
        events.attachInvite(invite);
        return invite;
    }
    if (callerId !== undefined) {
        await countWrongGuess(deps, callerId);
    }
    throw new InviteError('error-invalid-token', { field: 'token' });
}
