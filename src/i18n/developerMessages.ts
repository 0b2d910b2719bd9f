import { ErrorCode, ErrorDetails, Reason } from '../domain/model/errors';

/** Describes the problem with a field. The field's name precedes the text. */
const PREDICATE: Partial<Record<Reason, (details: ErrorDetails) => string>> = {
    'missing': () => 'is required',
    'no-text': () => 'must be a non-empty string',
    'no-string': () => 'must be a string',
    'no-number': () => 'must be a number',
    'no-boolean': () => 'must be true or false',
    'one-of': () => 'must have exactly one of the fields inviteId, rid, userId and all',
    'unknown': () => 'is not known',
    'no-object': () => 'must be an object',
    'no-count': () => 'must be a whole number, 0 or more',
    'over-ceiling': ({ ceiling }) => `must be between 1 and ${ceiling}, the maximum of this workspace`,
    'never-not-allowed': () => 'must not be 0, because this workspace does not allow invites that never expire',
    'ends-beyond-dates': () => 'is too large: the end of the invite is not a valid date',
    'in-the-past': () => 'is too small: the end of the invite is over',
    'no-duration': () => 'must be a duration such as 7d, an ISO 8601 date, a number of days, or null',
    'too-long': ({ ceiling }) => `must have at most ${ceiling} characters`,
    'below-uses': ({ uses }) => `must be at least ${uses}, because that many people have joined`,
    'no-username': () => 'is missing: the user must choose one in the client first',
    'renamed': () => 'changed during the request: send the request again',
};

const MESSAGE: Record<ErrorCode, (details: ErrorDetails) => string> = {
    'unauthorized': () => 'You must be logged in to do this.',
    'invalid-params': (details) => (details.field ? `The field "${details.field}" ${predicate(details)}` : `The request body ${predicate(details)}`),
    'invalid-number-of-days': (details) => `The number of days ${predicate(details)}`,
    'invalid-number-of-uses': (details) => `The number of uses ${predicate(details)}`,
    'error-invalid-room': () => 'Invalid room',
    'error-room-type-not-allowed': ({ reason }) => (reason === 'archived' ? 'This room is archived' : 'This type of room does not accept invites'),
    'error-invalid-token': () => 'Invalid invite token',
    'error-invite-token-expired': () => 'Invite token has expired',
    'error-user-is-banned': () => 'User is banned from this room',
    'error-membership-unverified': () => 'User has a subscription to this room, but the app could not read whether it is a membership or a ban',
    'invalid-invitation-id': () => 'The invite does not exist',
    'not_authorized': () => 'Not authorized',
    'method-not-allowed': () => 'Method not allowed',
    'error-too-many-requests': ({ reason }) =>
        reason === 'guessing' ? 'Too many wrong tokens. Wait, then try again' : 'Too many requests. Wait, then try again',
    'error-internal': () => 'Something went wrong. Try again. An administrator can find the cause in the app log',
};

function predicate(details: ErrorDetails): string {
    const render = details.reason && PREDICATE[details.reason];
    return render ? render(details) : 'is not valid';
}

/** Returns the message of a refusal for developers of clients. It is English, and part of the API (docs/api.md). */
export function developerMessage(code: ErrorCode, details: ErrorDetails): string {
    return MESSAGE[code](details);
}
