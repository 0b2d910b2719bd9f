import { SeatContext } from '../capacity/admission';
import { Claim } from '../model/claim';
import { EventSink } from '../model/event';
import { isJoin, useIdOf } from '../model/history';
import { Invite } from '../model/invite';
import { Memberships, Users } from '../ports';
import { HistoryStore } from '../stores';
import { publishSettled, roomsToJoin } from './publishSettled';

export interface SettleDeps {
    readonly events: EventSink;
    readonly history: Pick<HistoryStore, 'ofPerson'>;
    readonly memberships: Memberships;
    readonly users: Users;
}

/** Returns how admission settles interrupted claims to an invite. */
export function settlingOf({ events, history, memberships, users }: SettleDeps, invite: Invite): Pick<SeatContext, 'hasJoined' | 'onSettled'> {
    return {
        hasJoined: (claim) => hasJoinedBy({ history, memberships }, invite, claim),
        onSettled: (claim) => publishSettled({ events, memberships, users }, invite, claim),
    };
}

/**
 * Whether the holder joined with the seat of an interrupted claim. The history may say so, or that they joined by another
 * invite since then. If it says neither, a subscription in one of the rooms decides that they were to join.
 */
async function hasJoinedBy({ history, memberships }: Pick<SettleDeps, 'history' | 'memberships'>, invite: Invite, claim: Claim): Promise<boolean> {
    const joins = (await history.ofPerson(claim.holder)).filter(isJoin);
    if (joins.some(({ id }) => id === useIdOf(invite.id, claim.holder))) {
        return true;
    }
    const joinedOtherwise = (rid: string): boolean =>
        joins.some(({ inviteId, rids, at }) => inviteId !== invite.id && rids.includes(rid) && at >= claim.at);
    for (const rid of roomsToJoin(invite, claim).filter((id) => !joinedOtherwise(id))) {
        if (await memberships.hasSubscription(rid, claim.holder)) {
            return true;
        }
    }
    return false;
}
