import { KeyedLock } from '../capacity/keyedLock';
import { InviteError } from '../model/errors';
import { Invite, isLimited, roomIdsOf } from '../model/invite';
import { JoinRequest } from '../model/joinRequest';
import { assertInvited } from '../policies/audience';
import { amongRooms, roomsNamedTo, Standing, standingsIn, statusAmong } from '../policies/mayJoin';
import { Person, Room, Rooms } from '../ports';
import { AskDeps, askToJoin } from './askToJoin';
import { OpenRooms } from './lookUpInvite';
import { publishRefusals } from './publishRefusals';
import { Redeemed, RedeemedKind, Redemption, RedemptionDeps } from './redemption';

export interface RedeemDeps extends RedemptionDeps, AskDeps {
    readonly lock: KeyedLock;
    readonly rooms: Rooms;
}

/** What became of one room of an invite. */
export type RoomResult =
    /** The person is in it, since now or before. */
    { readonly room: Room } | { readonly rid: string; readonly refusal: InviteError };

export type RedeemResult =
    | {
          readonly kind: Exclude<RedeemedKind, 'unapproved'>;
          /** The first room that the person is in. */
          readonly room: Room;
          /** All rooms of the invite. */
          readonly rooms: readonly RoomResult[];
      }
    /** The invite needs approval. The person's request waits, or was denied. `rooms` are those that do not refuse the person. */
    | { readonly kind: 'requested'; readonly rooms: readonly Room[]; readonly request: JoinRequest };

/**
 * Adds the caller to the rooms of the invite and counts one use, unless they had one before. If the invite needs approval,
 * asks for it. Rooms that are closed, or refuse the caller, are left out if another one lets them in.
 *
 * @throws those of InviteLookUp.open
 * @throws those of assertInvited
 * @throws those of statusAmong
 * @throws those of Redemption.run
 * @throws those of askToJoin
 */
export async function redeemInvite(deps: RedeemDeps, caller: Person, token: string): Promise<RedeemResult> {
    const { events, lock, lookUp, memberships } = deps;
    const invite = await lookUp.byToken(token, caller.id);
    return publishRefusals(events, { person: caller, invite }, async (): Promise<RedeemResult> => {
        assertInvited(invite, caller);
        const standingsNow = (): Promise<Standing[]> => standingsIn(memberships, roomIdsOf(invite), caller);
        const reading = standingsNow();
        const isNewcomerIn = (rooms: OpenRooms): Promise<boolean> =>
            reading.then(
                (standings) => amongRooms(standings, rooms).some(({ status }) => status === 'newcomer'),
                () => false,
            );
        // A failure is thrown where the standings are used. Until then, nothing else handles it.
        reading.catch(() => undefined);
        // Whoever is about to take a seat is counted then.
        const open = await lookUp.assertOpen(invite, caller.id, invite.approval ? undefined : isNewcomerIn);
        const standings = await reading;
        if (statusAmong(amongRooms(standings, open)) === 'member') {
            return { kind: 'already-member', ...(await resultOf(deps, invite, open, standings, [])) };
        }
        const newIn = standings.filter(({ status }) => status === 'newcomer').map(({ rid }) => rid);
        const joiner = { person: caller, standings: async () => amongRooms(await standingsNow(), open), newIn };
        const redeem = (): Promise<Redeemed> => new Redemption(deps, invite, joiner).run();
        const { kind, rids }: Redeemed = invite.approval ? { kind: 'unapproved', rids: [] } : await lock.run(lockKey(invite, caller), redeem);
        if (kind === 'unapproved') {
            const isOutside = async (): Promise<boolean> => statusAmong(amongRooms(await standingsNow(), open)) === 'newcomer';
            const request = await askToJoin(deps, caller, invite, isOutside);
            return request
                ? { kind: 'requested', rooms: roomsNamedTo(standings, open), request }
                : { kind: 'already-member', ...(await resultOf(deps, invite, open, await standingsNow(), [])) };
        }
        const result = await resultOf(deps, invite, open, invite.moreRooms.length === 0 ? standings : await standingsNow(), rids);
        await publishClosedRooms(deps, caller, invite, result.rooms);
        return { kind, ...result };
    });
}

/** With the lock, callers on this instance rarely compete for a seat, and a second click waits for the first. */
function lockKey(invite: Invite, caller: Person): string {
    return isLimited(invite) ? invite.id : `${invite.id}:${caller.id}`;
}

/**
 * Returns in which rooms of the invite the person is now, and why they are not in the others. They are in those of `joined`
 * for sure, which the standings alone may not say without their login.
 */
async function resultOf(
    { rooms }: Pick<RedeemDeps, 'rooms'>,
    invite: Invite,
    open: OpenRooms,
    standings: readonly Standing[],
    joined: readonly string[],
): Promise<Pick<Extract<RedeemResult, { rooms: readonly RoomResult[] }>, 'room' | 'rooms'>> {
    if (invite.moreRooms.length === 0) {
        const [room] = open;
        return { room, rooms: [{ room }] };
    }
    const results = await Promise.all(
        standings.map(async ({ rid, status }): Promise<RoomResult> => {
            const room = status === 'member' || joined.includes(rid) ? await rooms.byId(rid) : undefined;
            if (room) {
                return { room };
            }
            const isOpen = open.some(({ id }) => id === rid);
            // A closed room cannot be told apart from one that does not exist.
            const reason = isOpen ? 'error-internal' : 'error-invalid-room';
            return { rid, refusal: isOpen && status instanceof InviteError ? status : new InviteError(reason) };
        }),
    );
    const [first = open[0]] = results.flatMap((result) => ('room' in result ? [result.room] : []));
    return { room: first, rooms: results };
}

/** Publishes the refusals of single rooms, while another one let the person in. */
async function publishClosedRooms(
    { events }: Pick<RedeemDeps, 'events'>,
    person: Person,
    invite: Invite,
    results: readonly RoomResult[],
): Promise<void> {
    for (const result of results) {
        if ('refusal' in result) {
            const { code, details } = result.refusal;
            await events.publish({ kind: 'refused', person, invite, code, field: details.field, rids: [result.rid] });
        }
    }
}
