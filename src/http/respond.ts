import { IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import { ErrorCode, ErrorDetails, InviteError } from '../domain/errors';

/** The status of each refusal; contract.md, "Errors". */
const STATUS: Record<ErrorCode, number> = {
    'unauthorized': 401,
    'invalid-params': 400,
    'invalid-number-of-days': 400,
    'invalid-number-of-uses': 400,
    'error-invalid-room': 400,
    'error-room-type-not-allowed': 400,
    'error-invalid-token': 400,
    'error-invite-token-expired': 400,
    'error-user-is-banned': 400,
    'error-membership-unverified': 400,
    'invalid-invitation-id': 400,
    'not_authorized': 403,
    'method-not-allowed': 405,
    'error-too-many-requests': 429,
    'error-internal': 500,
};

/** The sentence of each refusal, for people who write clients. */
const SENTENCE: Record<ErrorCode, (details: ErrorDetails) => string> = {
    'unauthorized': () => 'You must be logged in to do this.',
    'invalid-params': ({ field, problem = 'is not valid' }) => (field ? `The field "${field}" ${problem}` : `The request body ${problem}`),
    'invalid-number-of-days': ({ problem, ceiling }) => `The number of days ${problem || `must be between 1 and ${ceiling}: the administrator's ceiling`}`,
    'invalid-number-of-uses': ({ problem, ceiling }) => `The number of uses ${problem || `must be between 1 and ${ceiling}: the administrator's ceiling`}`,
    'error-invalid-room': () => 'Invalid room',
    'error-room-type-not-allowed': () => 'People cannot be invited to this type of room',
    'error-invalid-token': () => 'Invalid invite token',
    'error-invite-token-expired': () => 'Invite token has expired',
    'error-user-is-banned': () => 'User is banned from this room',
    'error-membership-unverified': () => 'User has an entry in this room, and whether it is a membership or a ban could not be read',
    'invalid-invitation-id': () => 'The invite does not exist',
    'not_authorized': () => 'Not authorized',
    'method-not-allowed': () => 'Method not allowed',
    'error-too-many-requests': () => 'Too many requests, please wait and try again',
    'error-internal': () => 'Something went wrong on our side. Please try again; the app log says more to an administrator',
};

/** Answers carry tokens and what one person may see: nobody on the way keeps them. */
const NOT_KEPT = { 'cache-control': 'no-store' };

export function ok(content: unknown): IApiResponse {
    return { status: 200, content, headers: { ...NOT_KEPT } };
}

/** The answer to a refusal. What is no InviteError is told as error-internal, without its cause. */
export function refuse(error: unknown): IApiResponse {
    const { code, details } = error instanceof InviteError ? error : new InviteError('error-internal');
    const sentence = SENTENCE[code](details);
    const content =
        code === 'unauthorized'
            ? { status: 'error', message: sentence }
            : { success: false, error: sentence, errorType: code, ...(details.field && { details: { field: details.field } }) };
    const retry = details.retryAfter ? { 'retry-after': String(details.retryAfter) } : undefined;
    return { status: STATUS[code], content, headers: { ...NOT_KEPT, ...retry } };
}
