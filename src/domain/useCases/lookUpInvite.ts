import { seatsTaken } from '../model/counter';
import { InviteError } from '../model/errors';
import { EventSink } from '../model/event';
import { isJoin } from '../model/history';
import { Invite, isExpired, isLimited } from '../model/invite';
import { isToken } from '../model/token';
import { isRoomDeleted } from '../policies/deletion';
import { assertInvitable } from '../policies/invitableRoom';
import { CreatorDeps, suspensionOf } from '../policies/suspension';
import { assertMayGuess, countWrongGuess, WrongTokenDeps } from '../policies/tokenGuesses';
import { ClaimStore, CounterStore, HistoryStore, InviteStore, Room, Rooms, UsageStore } from '../ports';
import { removeInvitesOfRoom } from './removeInvitesOfRoom';

export interface LookUpDeps extends CreatorDeps, WrongTokenDeps {
    readonly claims: ClaimStore;
    readonly counters: Pick<CounterStore, 'of'>;
    readonly events: EventSink;
    /** Drops the rooms, users and roles that this request has read, so they are read again. */
    readonly forgetReads: () => void;
    readonly history: Pick<HistoryStore, 'ofPerson'>;
    readonly invites: InviteStore;
    readonly rooms: Rooms;
    readonly usageStore: UsageStore;
}

/** An invite that works now, and its room. */
export interface OpenInvite {
    readonly invite: Invite;
    readonly room: Room;
}

/** Looks up invites by their tokens, and checks whether they work. */
export class InviteLookUp {
    constructor(private readonly deps: LookUpDeps) {}

    /**
     * Returns the invite of a token and its room if the invite works now. An anonymous caller has no `callerId`.
     *
     * @throws those of byToken
     * @throws those of assertOpen
     */
    async open(token: string, callerId?: string): Promise<OpenInvite> {
        const invite = await this.byToken(token, callerId);
        return { invite, room: await this.assertOpen(invite, callerId) };
    }

    /**
     * Returns the invite of a token.
     *
     * @throws error-too-many-requests if the caller tried too many wrong tokens, even if this one is valid
     * @throws error-invalid-token
     */
    async byToken(token: string, callerId?: string): Promise<Invite> {
        const { clock, events, guesses, invites, tokenGuesses } = this.deps;
        if (callerId !== undefined) {
            assertMayGuess({ clock, tokenGuesses }, callerId);
        }
        const invite = isToken(token) ? await invites.byToken(token) : undefined;
        if (invite) {
            events.attachInvite(invite);
            return invite;
        }
        if (callerId !== undefined) {
            await countWrongGuess({ clock, guesses, tokenGuesses }, callerId);
        }
        throw noSuchToken();
    }

    /**
     * Returns the room of the invite if the invite works now. A caller's own seats do not count. What does not depend on
     * each other is read at once, so a fold may make the count too low for a moment; admission counts for certain. If
     * `isCountedLater` returns true, the seats of an invite that works otherwise are left to admission.
     *
     * @throws error-invalid-room
     * @throws error-invite-token-expired (`field` expires, then maxUses)
     * @throws error-room-type-not-allowed
     * @throws error-invite-token-expired (`field` paused)
     * @throws error-invite-token-expired without a field if the invite is suspended, so the reason stays private
     */
    async assertOpen(invite: Invite, callerId?: string, isCountedLater?: () => Promise<boolean>): Promise<Room> {
        const { clock, invites, memberships, rooms, usageStore } = this.deps;
        const [room, isFullNow, suspension] = await Promise.all([
            rooms.byId(invite.rid),
            isCountedLater ? undefined : this.isFull(invite, callerId),
            this.suspension(invite),
        ]);
        if (!room && (await isRoomDeleted(rooms, memberships, invite))) {
            await removeInvitesOfRoom({ invites, usageStore }, invite.rid);
        }
        assertRoomIsThere(room);
        assertNotExpired(invite, clock.now());
        const refusal = refusalIn(() => {
            assertInvitable(room);
            assertWorks(invite, suspension);
        });
        const isLeft = refusal === undefined && isCountedLater !== undefined && (await isCountedLater());
        if (!isLeft && (isFullNow === undefined ? await this.isFull(invite, callerId) : isFullNow)) {
            throw usedUp();
        }
        if (refusal) {
            throw refusal;
        }
        return room;
    }

    /**
     * Checks again that the invite works, except for its seats, and returns its newest revision. The caller may have
     * waited for a seat since then.
     *
     * @throws error-invalid-token if the invite was deleted, or its token was rotated meanwhile
     * @throws those of assertOpen, except for used-up invites
     */
    async assertStillOpen({ id, token, rid, userId }: Invite): Promise<Invite> {
        const { clock, forgetReads, invites, rooms } = this.deps;
        forgetReads();
        const [current, room, suspension] = await Promise.all([invites.byId(id), rooms.byId(rid), this.suspension({ rid, userId })]);
        if (!current || current.token !== token) {
            throw noSuchToken();
        }
        assertRoomIsThere(room);
        assertNotExpired(current, clock.now());
        assertInvitable(room);
        assertWorks(current, suspension);
        return current;
    }

    /** Whether the invite is used up, counting the seats that the caller used before they left the room. */
    async hasNoSeatFor(invite: Invite, callerId: string): Promise<boolean> {
        if (!isLimited(invite)) {
            return false;
        }
        const claims = await this.deps.claims.of(invite.id);
        const counters = await this.deps.counters.of(invite.id);
        const settled = claims.filter(({ holder, state }) => holder !== callerId || state === 'joined');
        return seatsTaken(settled, counters, this.deps.clock.now()) >= invite.maxUses;
    }

    /** Whether the person joined by the invite before, as far as the history still says. */
    async hasJoinedBefore({ id }: Pick<Invite, 'id'>, personId: string): Promise<boolean> {
        const entries = await this.deps.history.ofPerson(personId);
        return entries.some((entry) => entry.inviteId === id && isJoin(entry));
    }

    private async isFull(invite: Invite, callerId: string | undefined): Promise<boolean> {
        if (!isLimited(invite)) {
            return false;
        }
        const [claims, counters] = await Promise.all([this.deps.claims.of(invite.id), this.deps.counters.of(invite.id)]);
        const taken = seatsTaken(claims, counters, this.deps.clock.now(), callerId);
        // The caller's own use may be in a counter, which does not name them.
        const mayBeOwn = taken === invite.maxUses && counters.length > 0 && claims.every(({ holder }) => holder !== callerId);
        return taken >= invite.maxUses && !(mayBeOwn && callerId !== undefined && (await this.hasJoinedBefore(invite, callerId)));
    }

    private suspension(invite: Pick<Invite, 'rid' | 'userId'>): ReturnType<typeof suspensionOf> {
        const { creatorMustStay, memberships, permissions, users } = this.deps;
        return suspensionOf({ creatorMustStay, memberships, permissions, users }, invite);
    }
}

/** Returns the refusal that `check` throws. */
function refusalIn(check: () => void): InviteError | undefined {
    try {
        check();
        return undefined;
    } catch (error) {
        if (error instanceof InviteError) {
            return error;
        }
        throw error;
    }
}

function noSuchToken(): InviteError {
    return new InviteError('error-invalid-token', { field: 'token' });
}

/** Returns the refusal of an invite that has reached its limit. */
export function usedUp(): InviteError {
    return new InviteError('error-invite-token-expired', { field: 'maxUses' });
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

function assertWorks({ pausedAt }: Invite, suspension: unknown): void {
    if (pausedAt !== null) {
        throw new InviteError('error-invite-token-expired', { field: 'paused' });
    }
    if (suspension !== undefined) {
        throw new InviteError('error-invite-token-expired');
    }
}
