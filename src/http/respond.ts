import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import { ErrorCode, ErrorDetails, InviteError } from '../domain/model/errors';
import { developerMessage } from '../i18n/developerMessages';

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
    'error-not-invited': HttpStatusCode.FORBIDDEN,
    'error-membership-unverified': HttpStatusCode.BAD_REQUEST,
    'error-email-not-configured': HttpStatusCode.BAD_REQUEST,
    'invalid-invitation-id': HttpStatusCode.BAD_REQUEST,
    'error-invite-changed': HttpStatusCode.CONFLICT,
    'not_authorized': HttpStatusCode.FORBIDDEN,
    'method-not-allowed': HttpStatusCode.METHOD_NOT_ALLOWED,
    'error-too-many-requests': HttpStatusCode.TOO_MANY_REQUESTS,
    'error-internal': HttpStatusCode.INTERNAL_SERVER_ERROR,
};

/** Responses contain tokens and private data, so caches must not store them. */
const NO_STORE = { 'cache-control': 'no-store' };

/** Returns a 200 response that caches do not store. */
export function respondOk(content: unknown, headers: Record<string, string> = {}): IApiResponse {
    return { status: HttpStatusCode.OK, content, headers: { ...NO_STORE, ...headers } };
}

/** Returns a 202 response, for what a person has yet to decide. */
export function respondAccepted(content: unknown): IApiResponse {
    return { ...respondOk(content), status: HttpStatusCode.ACCEPTED };
}

/** Returns the response to a refusal. `overrides` replace the usual statuses. */
export function respondRefused({ code, details }: InviteError, overrides: Partial<Statuses> = {}): IApiResponse {
    const message = developerMessage(code, details);
    const content =
        code === 'unauthorized'
            ? // The reference documents the first two fields, and the live server adds the others.
              { status: 'error', message, success: false, error: message }
            : { success: false, error: message, errorType: code, ...detailsOf(details) };
    const retry = details.retryAfter ? { 'retry-after': String(details.retryAfter) } : undefined;
    return { status: overrides[code] || STATUS[code], content, headers: { ...NO_STORE, ...retry } };
}

/** Returns the part of the details that callers may see. */
function detailsOf({ field, uses, name }: ErrorDetails): { details?: { field: string; uses?: number; name?: string } } {
    return field ? { details: { field, ...(uses !== undefined && { uses }), ...(name !== undefined && { name }) } } : {};
}
