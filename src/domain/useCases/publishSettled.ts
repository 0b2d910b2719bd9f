import { Claim } from '../model/claim';
import { EventSink } from '../model/event';
import { Invite } from '../model/invite';
import { Users } from '../ports';

/** Publishes that an interrupted attempt had succeeded. Nobody did when it happened. */
export async function publishSettled(
    { events, users }: { readonly events: EventSink; readonly users: Users },
    invite: Invite,
    { id, holder }: Claim,
): Promise<void> {
    const person = await users.byId(holder);
    if (person) {
        await events.publish({ kind: 'settled', person, invite, claimId: id });
    }
}
