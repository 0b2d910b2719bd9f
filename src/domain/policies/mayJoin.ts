import { InviteError } from '../model/errors';
import { Memberships, MembershipStatus, Person, Room } from '../ports';
import { refusalOf } from './membershipRefusal';

/** How a person who may use an invite relates to its room: `member` if they are in it already, else `newcomer`. */
export type JoinStatus = 'member' | 'newcomer';

/** How a person relates to one of an invite's rooms, or why they may not join it. */
export interface Standing {
    readonly rid: string;
    readonly status: JoinStatus | InviteError;
}

/** Returns how the person relates to each of the rooms, in the same order. */
export function standingsIn(memberships: Memberships, rids: readonly string[], person: Person): Promise<Standing[]> {
    return Promise.all(rids.map(async (rid) => ({ rid, status: standingOf(await memberships.statusOf(rid, person), person) })));
}

/** The server adds people by username, so a person without one cannot join. */
function standingOf(status: MembershipStatus, { username }: Person): JoinStatus | InviteError {
    if (status !== 'none') {
        return refusalOf(status) || 'member';
    }
    return username ? 'newcomer' : new InviteError('invalid-params', { field: 'username', reason: 'no-username' });
}

/** Returns the standings in these rooms only. */
export function amongRooms(standings: readonly Standing[], rooms: readonly Room[]): Standing[] {
    return standings.filter(({ rid }) => rooms.some(({ id }) => id === rid));
}

/** Returns the rooms that do not refuse the person, who must not learn the names of the others. */
export function roomsNamedTo(standings: readonly Standing[], rooms: readonly Room[]): Room[] {
    return rooms.filter(({ id }) => standings.some(({ rid, status }) => rid === id && !(status instanceof InviteError)));
}

/**
 * Returns how a person relates to the rooms together: `newcomer` if there is a room to join, else `member`.
 *
 * @throws the first refusal if there is no room that they may join or are in: error-user-is-banned,
 * error-membership-unverified if they may be banned or have not accepted an invitation yet, or invalid-params (`field`
 * username) if they have no username yet
 */
export function statusAmong(standings: readonly Standing[]): JoinStatus {
    const statuses = standings.map(({ status }) => status);
    const [refusal] = statuses.filter((status): status is InviteError => status instanceof InviteError);
    if (refusal && statuses.every((status) => status instanceof InviteError)) {
        throw refusal;
    }
    return statuses.includes('newcomer') ? 'newcomer' : 'member';
}
