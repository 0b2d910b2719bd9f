import { ErrorCode, ErrorDetails, Reason } from '../domain/model/errors';
import { Situation, situationOf } from '../domain/model/situation';

/** Describes the problem with a field of a request. The field's name precedes the text. */
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
    'too-many': ({ ceiling }) => `must name at most ${ceiling} of each kind`,
    'no-user': () => 'names a user who does not exist',
    'no-role': () => 'names a role that people do not have in the workspace',
    'no-domain': () => 'names a domain that is not valid',
    'no-audience': () => 'must be null, or an object with lists of at least one text: usernames, emailDomains, roles',
    'no-texts': () => 'must be a list of texts, at least one',
    'too-many-addresses': ({ ceiling }) => `must have at most ${ceiling} addresses`,
    'too-many-rooms': ({ ceiling }) => `must name at most ${ceiling} rooms`,
    'rid-and-rids': () => 'must not be there beside rids',
    'below-uses': ({ uses }) => `must be at least ${uses}, because that many people have joined`,
    'no-username': () => 'is missing: the user must choose one in the client first',
    'renamed': () => 'changed during the request: send the request again',
};

type Text = string | ((details: ErrorDetails) => string);

const field: Text = (details) => (details.field ? `The field "${details.field}" ${predicate(details)}` : `The request body ${predicate(details)}`);
const days: Text = (details) => `The number of days ${predicate(details)}`;
const uses: Text = (details) => `The number of uses ${predicate(details)}`;
const EXPIRED = 'Invite token has expired';
const NO_ROOM = 'Invalid room';
const UNVERIFIED = 'User has a subscription to this room, but the app could not read whether it is a membership or a ban';
const NOT_AUTHORIZED = 'Not authorized';
const TOO_MANY = 'Too many requests. Wait, then try again';

/** The texts of refusals for developers. Some situations share one, because the server does not tell them apart. */
const MESSAGES: Record<Situation, Text> = {
    'unauthorized': 'You must be logged in to do this.',
    'invalid-request': field,
    'no-username': field,
    'renamed': field,
    'label-too-long': field,
    'unknown-user': field,
    'unknown-domain': field,
    'unknown-role': field,
    'too-many-names': field,
    'too-many-addresses': field,
    'too-many-rooms': field,
    'not-invited': 'This link is for other people',
    'unverified-approving': UNVERIFIED,
    'unknown-request': 'The request does not exist',
    'validity-too-long': days,
    'never-not-allowed': days,
    'in-the-past': days,
    'invalid-end': days,
    'too-many-uses': uses,
    'below-uses': uses,
    'invalid-uses': uses,
    'unknown-room': NO_ROOM,
    'outside-room': NO_ROOM,
    'attribute-room': NO_ROOM,
    'room-gone': NO_ROOM,
    'archived-room': 'This room is archived',
    'federated-room': 'This type of room does not accept invites',
    'other-room-type': 'This type of room does not accept invites',
    'unknown-token': 'Invalid invite token',
    'used-up': EXPIRED,
    'expired': EXPIRED,
    'paused': EXPIRED,
    'ended': EXPIRED,
    'banned': 'User is banned from this room',
    'unverified-adding': UNVERIFIED,
    'unverified': UNVERIFIED,
    'email-not-configured': 'This workspace cannot send e-mails: SMTP_Host or From_Email is empty',
    'unknown-invite': 'The invite does not exist',
    'invite-changed': 'The invite has another revision: read it again',
    'not-listed': 'The invite does not exist',
    'may-not-invite': NOT_AUTHORIZED,
    'may-not-revoke': NOT_AUTHORIZED,
    'may-not-manage': NOT_AUTHORIZED,
    'may-not-rotate': NOT_AUTHORIZED,
    'may-not-share': NOT_AUTHORIZED,
    'may-not-post': NOT_AUTHORIZED,
    'may-not-email': 'The setting Allow_Email_Invites is off',
    'may-not-list-all': NOT_AUTHORIZED,
    'not-authorized': NOT_AUTHORIZED,
    'method-not-allowed': 'Method not allowed',
    'guessing': 'Too many wrong tokens. Wait, then try again',
    'creating': TOO_MANY,
    'busy': TOO_MANY,
    'internal': 'Something went wrong. Try again. An administrator can find the cause in the app log',
};

function predicate(details: ErrorDetails): string {
    const render = details.reason && PREDICATE[details.reason];
    return render ? render(details) : 'is not valid';
}

/** Returns the message of a refusal for developers of clients. It is English, and part of the API (docs/api.md). */
export function developerMessage(code: ErrorCode, details: ErrorDetails): string {
    const text = MESSAGES[situationOf(code, details)];
    return typeof text === 'string' ? text : text(details);
}
