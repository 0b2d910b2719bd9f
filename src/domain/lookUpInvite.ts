import { placesGone } from './claim';
import { CreatorNeeds, pauseOf } from './creator';
import { InviteError } from './errors';
import { Invite, isExpired } from './invite';
import { forgetRoom, ForgetRoomNeeds, roomIsGone } from './forgetRoom';
import { ClaimStore, Journal, Room, Rooms } from './ports';
import { assertInvitable } from './rooms';
import { isToken } from './token';
import { assertMayTry, countWrongToken, WrongTokenNeeds } from './wrongTokens';

export interface LookUpNeeds extends CreatorNeeds, ForgetRoomNeeds, WrongTokenNeeds {
    readonly claims: ClaimStore;
    readonly journal: Journal;
    readonly rooms: Rooms;
}

export interface UsableInvite {
    readonly invite: Invite;
    readonly room: Room;
}

/**
 * The invite that a token opens and its room, if it opens one now, for `asker` if somebody in particular asks. Refusals, in this order:
 * error-too-many-requests, error-invalid-token, error-invalid-room, error-invite-token-expired (`field` expires, then maxUses),
 * error-room-type-not-allowed, error-invite-token-expired without a field: the invite's creator could not make it any more, which is not the asker's business.
 */
export async function lookUpInvite(needs: LookUpNeeds, token: string, asker?: string): Promise<UsableInvite> {
    const invite = await inviteOf(needs, token, asker);
    const { claims, clock, rooms } = needs;
    const room = await rooms.byId(invite.rid);
    if (!room && (await roomIsGone(needs, invite))) {
        await forgetRoom(needs, invite.rid);
    }
    // To the holder of a link, a room managed by attributes reads like one that does not exist.
    if (!room || room.managedByAttributes) {
        throw new InviteError('error-invalid-room', { field: 'rid', reason: 'gone' });
    }
    if (isExpired(invite, clock.now())) {
        throw new InviteError('error-invite-token-expired', { field: 'expires' });
    }
    if (invite.maxUses > 0 && placesGone(await claims.of(invite.id), clock.now(), asker) >= invite.maxUses) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    assertInvitable(room);
    if (await pauseOf(needs, invite)) {
        throw new InviteError('error-invite-token-expired');
    }
    return { invite, room };
}

export type InviteOfNeeds = WrongTokenNeeds & Pick<LookUpNeeds, 'invites' | 'journal'>;

/**
 * The invite of a token; error-invalid-token. Somebody in particular who has tried too many wrong ones waits, whatever they try next.
 */
export async function inviteOf(needs: InviteOfNeeds, token: string, asker?: string): Promise<Invite> {
    const { invites, journal } = needs;
    if (asker !== undefined) {
        assertMayTry(needs, asker);
    }
    const invite = isToken(token) ? await invites.byToken(token) : undefined;
    if (invite) {
        journal.about(invite);
        return invite;
    }
    if (asker !== undefined) {
        await countWrongToken(needs, asker);
    }
    throw new InviteError('error-invalid-token', { field: 'token' });
}
