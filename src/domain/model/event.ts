import { Intruder, Person } from '../ports';
import { ErrorCode } from './errors';
import { Invite } from './invite';

/** An event about an invite, or about an attempt to create one. */
export type InviteEvent =
    | { readonly kind: 'created' | 'revoked' | 'rotated'; readonly person: Person; readonly invite: Invite }
    /** `person` changed `former` to `invite`. */
    | { readonly kind: 'edited'; readonly person: Person; readonly invite: Invite; readonly former: Invite }
    /**
     * `rank` is the number of people who had joined before; undefined for a person who returned without a second use.
     * `claimId` names the use.
     */
    | { readonly kind: 'joined'; readonly person: Person; readonly invite: Invite; readonly claimId?: string; readonly rank?: number }
    /** An earlier attempt turned out to have succeeded, although it was interrupted. */
    | { readonly kind: 'settled'; readonly person: Person; readonly invite: Invite; readonly claimId: string }
    /** `person` gave their username away while joining, and `intruder` joined with it. */
    | { readonly kind: 'intruded'; readonly person: Person; readonly intruder: Intruder; readonly rid: string; readonly invite?: Invite }
    /** `person` could not look up or use `invite`, or create one if it is undefined. */
    | {
          readonly kind: 'refused';
          readonly person: Person;
          readonly code: ErrorCode;
          /** The field that the refusal names. */
          readonly field?: string;
          readonly rid: string;
          readonly invite?: Invite;
      };

/** Returns the room that an event is about. */
export function roomIdOf(event: InviteEvent): string {
    return 'rid' in event ? event.rid : event.invite.rid;
}

/** Receives the events of one operation and passes them to all subscribers. */
export interface EventSink {
    /** Names the invite in the log line of the operation. */
    attachInvite(invite: Pick<Invite, 'id'>): void;
    /** Resolves quickly and never rejects, because the event has already happened. */
    publish(event: InviteEvent): Promise<void>;
}
