import { InviteError } from '../model/errors';
import { Invite } from '../model/invite';
import { EventSink } from '../model/event';
import { Person } from '../ports';

/** An attempt to look up or use `invite`, or to create one if it is undefined. */
export interface Attempt {
    readonly person: Person;
    readonly rid: string;
    readonly invite?: Invite;
}

/** Returns the result of `work`. If it is refused, publishes the refusal and throws it. */
export async function publishRefusals<T>(events: EventSink, attempt: Attempt, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (error instanceof InviteError) {
            const { code, details } = error;
            await events.publish({ kind: 'refused', code, field: details.field, ...attempt });
        }
        throw error;
    }
}
