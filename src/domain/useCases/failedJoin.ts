import { InviteError } from '../model/errors';
import { Invite } from '../model/invite';
import { JoinResult, EventSink, Person, Report } from '../ports';

export interface FailedJoinDeps {
    readonly events: EventSink;
    readonly report: Report;
}

/** A join in which the person did not come in. */
export type FailedJoin = Exclude<JoinResult, { kind: 'joined' | 'subscribed' }>;

/** Why a person did not come in, as an error to be thrown. If somebody else came in by their username, it is reported here. */
export async function failureOf({ events, report }: FailedJoinDeps, join: FailedJoin, person: Person, rid: string, invite?: Invite): Promise<Error> {
    if (join.kind === 'not-added') {
        return join.cause instanceof Error ? join.cause : new Error(`The server did not add ${person.id} to ${rid}`);
    }
    const { intruder } = join;
    if (intruder) {
        const outcome = intruder.isOut ? 'They were taken out again' : 'They could not be taken out';
        report(
            `${intruder.userId} came into room ${rid} by the username of ${person.id}, who gave it away while joining. ${outcome}; if they were banned, the ban is lifted`,
            intruder.cause,
        );
        await events.publish({ kind: 'intruded', person, intruder, rid, invite });
    }
    return new InviteError('invalid-params', { field: 'username', reason: 'renamed' });
}
