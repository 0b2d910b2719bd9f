import { InviteError } from '../model/errors';
import { Invite } from '../model/invite';
import { EventSink } from '../model/event';
import { JoinResult, Person, Report } from '../ports';

export interface FailedJoinDeps {
    readonly events: EventSink;
    readonly report: Report;
}

/** The result of a join that did not add the person. */
export type FailedJoin = Exclude<JoinResult, { kind: 'joined' | 'subscribed' }>;

/** Returns the error to throw for a failed join. Reports and publishes an intruder if there was one. */
export async function failureOf({ events, report }: FailedJoinDeps, join: FailedJoin, person: Person, rid: string, invite?: Invite): Promise<Error> {
    if (join.kind === 'not-added') {
        return join.cause instanceof Error ? join.cause : new Error(`The server did not add ${person.id} to ${rid}`);
    }
    const { intruder } = join;
    if (intruder) {
        const outcome = intruder.isRemoved ? 'They were taken out again' : 'They could not be taken out';
        report(
            `${intruder.userId} came into room ${rid} by the username of ${person.id}, who gave it away while joining. ${outcome}; if they were banned, the ban is lifted`,
            intruder.cause,
        );
        await events.publish({ kind: 'intruded', person, intruder, rid, invite });
    }
    return new InviteError('invalid-params', { field: 'username', reason: 'renamed' });
}
