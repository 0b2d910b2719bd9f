import { seatsTaken } from '../model/counter';
import { InviteError } from '../model/errors';
import { EventSink } from '../model/event';
import { isJoin } from '../model/history';
import { Invite, isExpired, isLimited, roomIdsOf } from '../model/invite';
import { isToken } from '../model/token';
import { assertInvited } from '../policies/audience';
import { areRoomsDeleted } from '../policies/deletion';
import { assertInvitable } from '../policies/invitableRoom';
import { CreatorDeps, suspensionIn, SuspensionReason } from '../policies/suspension';
import { assertMayGuess, countWrongGuess, WrongTokenDeps } from '../policies/tokenGuesses';
import { Person, Room, Rooms } from '../ports';
import { ClaimStore, CounterStore, HistoryStore, InviteStore, UsageStore } from '../stores';
import { removeRoomless } from './removeInvitesOfRoom';

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

/** The rooms that an invite opens now, in its order. */
export type OpenRooms = readonly [Room, ...Room[]];

/** An invite that works now, and the rooms that it opens. */
export interface OpenInvite {
    readonly invite: Invite;
    readonly rooms: OpenRooms;
}

/** One of an invite's rooms, and why its creator may not invite there. */
interface Door {
    /** Undefined if the room was deleted. */
    readonly room: Room | undefined;
    readonly suspension: SuspensionReason | undefined;
}

/** Looks up invites by their tokens, and checks whether they work. */
export class InviteLookUp {
    constructor(private readonly deps: LookUpDeps) {}

    /**
     * Returns the invite of a token and its open rooms if the invite works now. An anonymous caller has no `callerId`.
     *
     * @throws those of byToken
     * @throws those of assertOpen
     */
    async open(token: string, callerId?: string): Promise<OpenInvite> {
        const invite = await this.byToken(token, callerId);
        return { invite, rooms: await this.assertOpen(invite, callerId) };
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
     * Returns the rooms that the invite opens if the invite works now. A caller's own seats do not count. What does not
     * depend on each other is read at once, so a fold may make the count too low for a moment; admission counts for
     * certain. If `isCountedLater` returns true, the seats of an invite that works otherwise are left to admission.
     * Closed rooms are left out; if all are closed, the first one decides about the refusal.
     *
     * @throws error-invalid-room
     * @throws error-invite-token-expired (`field` expires, then maxUses)
     * @throws error-room-type-not-allowed
     * @throws error-invite-token-expired (`field` paused)
     * @throws error-invite-token-expired without a field if the invite is suspended, so the reason stays private
     */
    async assertOpen(invite: Invite, callerId?: string, isCountedLater?: (rooms: OpenRooms) => Promise<boolean>): Promise<OpenRooms> {
        const { clock, invites, memberships, rooms, usageStore } = this.deps;
        const [doors, isFullNow] = await Promise.all([this.doorsOf(invite), isCountedLater ? undefined : this.isFull(invite, callerId)]);
        if (doors.every(({ room }) => !room) && (await areRoomsDeleted(rooms, memberships, invite))) {
            await removeRoomless({ invites, usageStore }, invite);
        }
        const open = openRooms(invite, doors, clock.now());
        const isLeft = !(open instanceof InviteError) && isCountedLater !== undefined && (await isCountedLater(open));
        if (!isLeft && (isFullNow === undefined ? await this.isFull(invite, callerId) : isFullNow)) {
            throw usedUp();
        }
        if (open instanceof InviteError) {
            throw open;
        }
        return open;
    }

    /**
     * Checks again that the invite works for the person, except for its seats, and returns its newest revision with the
     * rooms that it opens now. They may have waited for a seat since then.
     *
     * @throws error-invalid-token if the invite was deleted, or its token was rotated meanwhile
     * @throws those of assertInvited
     * @throws those of assertOpen, except for used-up invites
     */
    async assertStillOpen(invite: Invite, person: Person): Promise<OpenInvite> {
        const { clock, forgetReads, invites, users } = this.deps;
        forgetReads();
        const [current, doors] = await Promise.all([invites.byId(invite.id), this.doorsOf(invite)]);
        if (!current || current.token !== invite.token) {
            throw noSuchToken();
        }
        if (current.audience !== null) {
            assertInvited(current, (await users.byId(person.id)) || person);
        }
        const open = openRooms(current, doors, clock.now());
        if (open instanceof InviteError) {
            throw open;
        }
        return { invite: current, rooms: open };
    }

    /**
     * Returns how many seats of the invite are left, counting those that the caller used before they left the room;
     * undefined if it has no limit.
     */
    async seatsLeftFor(invite: Invite, callerId: string): Promise<number | undefined> {
        if (!isLimited(invite)) {
            return undefined;
        }
        const claims = await this.deps.claims.of(invite.id);
        const counters = await this.deps.counters.of(invite.id);
        const settled = claims.filter(({ holder, state }) => holder !== callerId || state === 'joined');
        return Math.max(0, invite.maxUses - seatsTaken(settled, counters, this.deps.clock.now()));
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

    private async doorsOf(invite: Invite): Promise<[Door, ...Door[]]> {
        const { creatorMustStay, memberships, permissions, rooms, users } = this.deps;
        const doors = await Promise.all(
            roomIdsOf(invite).map(async (rid) => {
                const suspending = suspensionIn({ creatorMustStay, memberships, permissions, users }, invite.userId, rid);
                const [room, suspension] = await Promise.all([rooms.byId(rid), suspending]);
                return { room, suspension };
            }),
        );
        return doors as [Door, ...Door[]];
    }
}

/**
 * Returns the rooms behind the open doors, or the refusal of an invite that does not work. A used-up invite is refused as
 * such before that.
 *
 * @throws error-invalid-room
 * @throws error-invite-token-expired (`field` expires)
 */
function openRooms(invite: Invite, doors: readonly [Door, ...Door[]], now: number): OpenRooms | InviteError {
    const open = doors.filter(isOpen);
    const { room, suspension } = open[0] || doors[0];
    assertRoomIsThere(room);
    assertNotExpired(invite, now);
    const refusal = refusalIn(() => {
        assertInvitable(room);
        assertWorks(invite, suspension);
    });
    return refusal || [room, ...open.slice(1).map((door) => door.room)];
}

function isOpen(door: Door): door is Door & { readonly room: Room } {
    const { room, suspension } = door;
    const closed = refusalIn(() => {
        assertRoomIsThere(room);
        assertInvitable(room);
    });
    return closed === undefined && suspension === undefined;
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
