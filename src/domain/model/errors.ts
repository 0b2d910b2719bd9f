import { Limits } from './limits';

/** The codes of all refusals; docs/api.md, "Refusals", shows the HTTP response for each. */
export type ErrorCode =
    | 'unauthorized'
    | 'invalid-params'
    | 'invalid-number-of-days'
    | 'invalid-number-of-uses'
    | 'error-invalid-room'
    | 'error-room-type-not-allowed'
    | 'error-invalid-token'
    | 'error-invite-token-expired'
    | 'error-user-is-banned'
    | 'error-not-invited'
    | 'error-membership-unverified'
    | 'error-email-not-configured'
    | 'invalid-invitation-id'
    | 'error-invite-changed'
    | 'not_authorized'
    | 'method-not-allowed'
    | 'error-too-many-requests'
    | 'error-internal';

/** Why a request was refused, more precisely than the code. */
export type Reason =
    | 'missing'
    | 'no-text'
    | 'no-string'
    | 'no-number'
    | 'no-boolean'
    | 'one-of'
    | 'unknown'
    | 'no-object'
    | 'no-count'
    | 'over-ceiling'
    | 'never-not-allowed'
    | 'ends-beyond-dates'
    | 'in-the-past'
    | 'no-duration'
    | 'too-long'
    | 'too-many'
    | 'no-user'
    | 'no-role'
    | 'no-domain'
    | 'no-audience'
    | 'no-texts'
    | 'too-many-addresses'
    | 'too-many-rooms'
    | 'rid-and-rids'
    | 'no-request'
    | 'below-uses'
    | 'no-username'
    | 'renamed'
    | 'archived'
    | 'attributes'
    | 'federated'
    | 'gone'
    | 'guessing'
    | 'creating'
    | 'inviting'
    | 'removing'
    | 'managing'
    | 'rotating'
    | 'sharing'
    | 'posting'
    | 'emailing'
    | 'all-rooms'
    | 'adding-people'
    | 'approving'
    | 'outside'
    | 'not-listed';

export interface ErrorDetails {
    /** The field of the request, or of the invite, that caused the refusal. */
    readonly field?: string;
    readonly reason?: Reason;
    /** How often the invite was used, if the refusal depends on it. */
    readonly uses?: number;
    /** The administrator's ceiling that the request exceeds. */
    readonly ceiling?: number;
    /** The name in the request that is not known. */
    readonly name?: string;
    /** All of the administrator's limits, if the request exceeds one of them. */
    readonly limits?: Limits;
    /** The room whose owners could grant what was refused. It is never shown to the caller. */
    readonly rid?: string;
    /** Seconds to wait before the next attempt. */
    readonly retryAfter?: number;
}

/** A refusal. The layer that shows it turns its code into a sentence, for example src/http/respond.ts. */
export class InviteError extends Error {
    constructor(
        readonly code: ErrorCode,
        readonly details: ErrorDetails = {},
    ) {
        super(code);
        this.name = 'InviteError';
    }
}
