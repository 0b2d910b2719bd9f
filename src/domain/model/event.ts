import { Intruder, Person } from '../ports';
import { ErrorCode } from './errors';
import { Invite, roomIdsOf } from './invite';
import { JoinRequest } from './joinRequest';

/** An event about an invite, or about an attempt to create one. */
export type InviteEvent =
    | { readonly kind: 'created' | 'revoked' | 'rotated'; readonly person: Person; readonly invite: Invite }
    /** `person` changed `former` to `invite`. */
    | { readonly kind: 'edited'; readonly person: Person; readonly invite: Invite; readonly former: Invite }
    /**
     * `rank` is the number of people who had joined before, or came at the same moment; undefined for a person who
     * returned without a second use.
     */
    | {
          readonly kind: 'joined';
          readonly person: Person;
          readonly invite: Invite;
          readonly rank?: number;
          /** Whether nobody else was seen to have joined before. Of people who come at once, this holds for several. */
          readonly isFirst?: boolean;
          /** The manager who approved it. */
          readonly approvedBy?: Person;
          /** The rooms that the person is in now by the invite. */
          readonly rids: readonly string[];
      }
    /** An earlier attempt turned out to have succeeded, although it was interrupted. */
    | {
          readonly kind: 'settled';
          readonly person: Person;
          readonly invite: Invite;
          /** The rooms that the person is in. */
          readonly rids: readonly string[];
      }
    /** `person` asked to join by an invite that needs approval. */
    | { readonly kind: 'requested'; readonly person: Person; readonly invite: Invite; readonly request: JoinRequest }
    /** `manager` decided the request of `person`. */
    | {
          readonly kind: 'approved' | 'denied';
          readonly person: Person;
          readonly manager: Person;
          readonly invite: Invite;
          readonly request: JoinRequest;
          /** After an approval, the rooms that the person is in; otherwise those of the invite. */
          readonly rids: readonly string[];
      }
    /** `person` gave their username away while joining, and `intruder` joined with it. */
    | { readonly kind: 'intruded'; readonly person: Person; readonly intruder: Intruder; readonly rid: string; readonly invite?: Invite }
    /** `person` could not look up or use `invite`, or create one if it is undefined. */
    | {
          readonly kind: 'refused';
          readonly person: Person;
          readonly code: ErrorCode;
          /** The field that the refusal names. */
          readonly field?: string;
          /** The rooms that stay closed to the person. */
          readonly rids: readonly string[];
          readonly invite?: Invite;
      };

/** Returns the rooms that an event is about. */
export function roomIdsOfEvent(event: InviteEvent): readonly string[] {
    if ('rids' in event) {
        return event.rids;
    }
    return 'rid' in event ? [event.rid] : roomIdsOf(event.invite);
}

/** Receives the events of one operation and passes them to all subscribers. */
export interface EventSink {
    /** Names the invite in the log line of the operation. */
    attachInvite(invite: Pick<Invite, 'id'>): void;
    /** Resolves quickly and never rejects, because the event has already happened. */
    publish(event: InviteEvent): Promise<void>;
}
