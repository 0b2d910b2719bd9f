/** Every refusal that a caller can meet; contract.md, "Errors". */
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
    | 'error-membership-unverified'
    | 'invalid-invitation-id'
    | 'not_authorized'
    | 'method-not-allowed'
    | 'error-too-many-requests'
    | 'error-internal';

/** What is wrong with a field, or with the body when no field is named. */
export type Reason =
    | 'missing'
    | 'no-text'
    | 'no-string'
    | 'no-number'
    | 'unknown'
    | 'no-object'
    | 'no-count'
    | 'over-ceiling'
    | 'never-not-allowed'
    | 'ends-beyond-dates'
    | 'no-username'
    | 'renamed'
    | 'archived'
    | 'attributes'
    | 'gone'
    | 'guessing'
    | 'creating'
    | 'inviting'
    | 'removing'
    | 'all-rooms'
    | 'seeing-links'
    | 'adding-people'
    | 'outside';

export interface ErrorDetails {
    /** The field of the request, or of the invite, that is at fault. */
    readonly field?: string;
    readonly reason?: Reason;
    /** The administrator's ceiling that was passed. */
    readonly ceiling?: number;
    /** The room whose owners could allow it. It is named to nobody. */
    readonly rid?: string;
    /** Seconds after which trying again makes sense. */
    readonly retryAfter?: number;
}

/** A refusal with its code. The sentence belonging to it is made where it is told: http/respond.ts, chat/words. */
export class InviteError extends Error {
    constructor(
        readonly code: ErrorCode,
        readonly details: ErrorDetails = {},
    ) {
        super(code);
        this.name = 'InviteError';
    }
}
