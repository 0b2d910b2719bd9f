import { InviteError } from '../model/errors';
import { Invite, roomIdsOf } from '../model/invite';
import { EventSink } from '../model/event';
import { Person } from '../ports';

/** An attempt to look up or use an invite, or to create one for some rooms. */
export type Attempt = { readonly person: Person } & ({ readonly invite: Invite } | { readonly rids: readonly string[] });

/** Returns the result of `work`. If it is refused, publishes the refusal and throws it. */
export async function publishRefusals<T>(events: EventSink, attempt: Attempt, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (error instanceof InviteError) {
            const { code, details } = error;
            const rids = 'rids' in attempt ? attempt.rids : roomIdsOf(attempt.invite);
            await events.publish({ kind: 'refused', code, field: details.field, ...attempt, rids });
        }
        throw error;
    }
}
