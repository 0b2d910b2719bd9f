import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import { ErrorCode, ErrorDetails, InviteError, Reason } from '../domain/model/errors';

/** An HTTP status for each refusal. */
export type Statuses = Readonly<Record<ErrorCode, HttpStatusCode>>;

/** The usual status of each refusal (docs/api.md). */
const STATUS: Statuses = {
    'unauthorized': HttpStatusCode.UNAUTHORIZED,
    'invalid-params': HttpStatusCode.BAD_REQUEST,
    'invalid-number-of-days': HttpStatusCode.BAD_REQUEST,
    'invalid-number-of-uses': HttpStatusCode.BAD_REQUEST,
    'error-invalid-room': HttpStatusCode.BAD_REQUEST,
    'error-room-type-not-allowed': HttpStatusCode.BAD_REQUEST,
    'error-invalid-token': HttpStatusCode.BAD_REQUEST,
    'error-invite-token-expired': HttpStatusCode.BAD_REQUEST,
    'error-user-is-banned': HttpStatusCode.BAD_REQUEST,
    'error-membership-unverified': HttpStatusCode.BAD_REQUEST,
    'invalid-invitation-id': HttpStatusCode.BAD_REQUEST,
    'not_authorized': HttpStatusCode.FORBIDDEN,
    'method-not-allowed': HttpStatusCode.METHOD_NOT_ALLOWED,
    'error-too-many-requests': HttpStatusCode.TOO_MANY_REQUESTS,
    'error-internal': HttpStatusCode.INTERNAL_SERVER_ERROR,
};

/** Describes the problem with a field. The field's name precedes the text. */
const PREDICATE: Partial<Record<Reason, (details: ErrorDetails) => string>> = {
    'missing': () => 'is required',
    'no-text': () => 'must be a non-empty string',
    'no-string': () => 'must be a string',
    'no-number': () => 'must be a number',
    'unknown': () => 'is not known',
    'no-object': () => 'must be an object',
    'no-count': () => 'must be a whole number, 0 or more',
    'over-ceiling': ({ ceiling }) => `must be between 1 and ${ceiling}, the maximum of this workspace`,
    'never-not-allowed': () => 'must not be 0, because this workspace does not allow invites that never expire',
    'ends-beyond-dates': () => 'is too large: the end of the invite is not a valid date',
    'no-username': () => 'is missing: the user must choose one in the client first',
    'renamed': () => 'changed during the request: send the request again',
};

/** The message of each refusal, for developers of clients. */
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

/** Responses contain tokens and private data, so caches must not store them. */
const NO_STORE = { 'cache-control': 'no-store' };

/** Returns a 200 response that caches do not store. */
export function respondOk(content: unknown, headers: Record<string, string> = {}): IApiResponse {
    return { status: HttpStatusCode.OK, content, headers: { ...NO_STORE, ...headers } };
}

/** Returns the response to a refusal. `overrides` replace the usual statuses. */
export function respondRefused({ code, details }: InviteError, overrides: Partial<Statuses> = {}): IApiResponse {
    const message = MESSAGE[code](details);
    const content =
        code === 'unauthorized'
            ? // The reference documents the first two fields, and the live server adds the others.
              { status: 'error', message, success: false, error: message }
            : { success: false, error: message, errorType: code, ...(details.field && { details: { field: details.field } }) };
    const retry = details.retryAfter ? { 'retry-after': String(details.retryAfter) } : undefined;
    return { status: overrides[code] || STATUS[code], content, headers: { ...NO_STORE, ...retry } };
}
