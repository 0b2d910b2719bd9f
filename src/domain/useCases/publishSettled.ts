import { Claim } from '../model/claim';
import { EventSink } from '../model/event';
import { Invite, roomIdsOf } from '../model/invite';
import { Memberships, Users } from '../ports';

export interface PublishSettledDeps {
    readonly events: EventSink;
    readonly memberships: Pick<Memberships, 'hasSubscription'>;
    readonly users: Users;
}

/** Publishes that an interrupted attempt had succeeded. Nobody did when it happened. */
export async function publishSettled({ events, memberships, users }: PublishSettledDeps, invite: Invite, claim: Claim): Promise<void> {
    const person = await users.byId(claim.holder);
    if (person) {
        const rids = await roomsWithin(memberships, roomsToJoin(invite, claim), person.id);
        await events.publish({ kind: 'settled', person, invite, rids });
    }
}

/** Returns the rooms that the holder of a claim was to join. */
export function roomsToJoin(invite: Invite, { rids = roomIdsOf(invite) }: Pick<Claim, 'rids'>): readonly string[] {
    return rids;
}

/** Returns those of the rooms where the person has a subscription; of one room, that is known. */
async function roomsWithin(memberships: PublishSettledDeps['memberships'], rids: readonly string[], personId: string): Promise<readonly string[]> {
    if (rids.length === 1) {
        return rids;
    }
    const within = await Promise.all(rids.map((rid) => memberships.hasSubscription(rid, personId)));
    return rids.filter((_rid, index) => within[index]);
}
