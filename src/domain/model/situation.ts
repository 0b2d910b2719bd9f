import { ErrorCode, ErrorDetails } from './errors';

/**
 * Every situation in which a request is refused: the catalogue that all texts follow. Each language has a sentence per
 * situation for chat and modal (src/i18n/refusalMessages.ts), developers read one in English
 * (src/i18n/developerMessages.ts), and the link page shows one (src/web/join/refusals.tsx).
 */
export type Situation =
    | 'unauthorized'
    | 'invalid-request'
    | 'no-username'
    | 'renamed'
    | 'label-too-long'
    | 'unknown-user'
    | 'unknown-domain'
    | 'unknown-role'
    | 'too-many-names'
    | 'too-many-addresses'
    | 'too-many-rooms'
    | 'not-invited'
    | 'unverified-approving'
    | 'unknown-request'
    | 'validity-too-long'
    | 'never-not-allowed'
    | 'in-the-past'
    | 'invalid-end'
    | 'too-many-uses'
    | 'below-uses'
    | 'invalid-uses'
    | 'unknown-room'
    | 'outside-room'
    | 'attribute-room'
    | 'room-gone'
    | 'archived-room'
    | 'federated-room'
    | 'other-room-type'
    | 'unknown-token'
    | 'used-up'
    | 'expired'
    | 'paused'
    | 'ended'
    | 'banned'
    | 'unverified-adding'
    | 'unverified'
    | 'email-not-configured'
    | 'unknown-invite'
    | 'invite-changed'
    | 'not-listed'
    | 'may-not-invite'
    | 'may-not-revoke'
    | 'may-not-manage'
    | 'may-not-rotate'
    | 'may-not-share'
    | 'may-not-post'
    | 'may-not-email'
    | 'may-not-list-all'
    | 'not-authorized'
    | 'method-not-allowed'
    | 'guessing'
    | 'creating'
    | 'busy'
    | 'internal';

const SITUATION: Record<ErrorCode, (details: ErrorDetails) => Situation> = {
    'unauthorized': () => 'unauthorized',
    'invalid-params': ({ field, reason }) => {
        if (field === 'username') {
            return reason === 'renamed' ? 'renamed' : 'no-username';
        }
        switch (reason) {
            case 'too-long':
                return 'label-too-long';
            case 'no-user':
                return 'unknown-user';
            case 'no-domain':
                return 'unknown-domain';
            case 'no-role':
                return 'unknown-role';
            case 'too-many':
                return 'too-many-names';
            case 'too-many-addresses':
            case 'too-many-rooms':
                return reason;
            default:
                return 'invalid-request';
        }
    },
    'invalid-number-of-days': ({ reason }) => {
        switch (reason) {
            case 'over-ceiling':
                return 'validity-too-long';
            case 'never-not-allowed':
            case 'in-the-past':
                return reason;
            default:
                return 'invalid-end';
        }
    },
    'invalid-number-of-uses': ({ reason }) => {
        switch (reason) {
            case 'over-ceiling':
                return 'too-many-uses';
            case 'below-uses':
                return reason;
            default:
                return 'invalid-uses';
        }
    },
    'error-invalid-room': ({ reason }) => {
        switch (reason) {
            case 'outside':
                return 'outside-room';
            case 'attributes':
                return 'attribute-room';
            case 'gone':
                return 'room-gone';
            default:
                return 'unknown-room';
        }
    },
    'error-room-type-not-allowed': ({ field, reason }) =>
        field === 'archived' ? 'archived-room' : reason === 'federated' ? 'federated-room' : 'other-room-type',
    'error-invalid-token': () => 'unknown-token',
    'error-invite-token-expired': ({ field }) => {
        switch (field) {
            case 'maxUses':
                return 'used-up';
            case 'expires':
                return 'expired';
            case 'paused':
                return 'paused';
            default:
                return 'ended';
        }
    },
    'error-user-is-banned': () => 'banned',
    'error-not-invited': () => 'not-invited',
    'error-membership-unverified': ({ reason }) => {
        switch (reason) {
            case 'adding-people':
                return 'unverified-adding';
            case 'approving':
                return 'unverified-approving';
            default:
                return 'unverified';
        }
    },
    'error-email-not-configured': () => 'email-not-configured',
    'invalid-invitation-id': ({ reason }) => (reason === 'not-listed' ? reason : reason === 'no-request' ? 'unknown-request' : 'unknown-invite'),
    'error-invite-changed': () => 'invite-changed',
    'not_authorized': ({ reason }) => {
        switch (reason) {
            case 'inviting':
                return 'may-not-invite';
            case 'removing':
                return 'may-not-revoke';
            case 'managing':
                return 'may-not-manage';
            case 'rotating':
                return 'may-not-rotate';
            case 'sharing':
                return 'may-not-share';
            case 'posting':
                return 'may-not-post';
            case 'emailing':
                return 'may-not-email';
            case 'all-rooms':
                return 'may-not-list-all';
            default:
                return 'not-authorized';
        }
    },
    'method-not-allowed': () => 'method-not-allowed',
    'error-too-many-requests': ({ reason }) => (reason === 'guessing' || reason === 'creating' ? reason : 'busy'),
    'error-internal': () => 'internal',
};

/** Returns the situation of a refusal. The link page knows only the details that responses carry. */
export function situationOf(code: ErrorCode, details: ErrorDetails): Situation {
    return SITUATION[code](details);
}

/** Whether the text is the code of a refusal. */
export function isErrorCode(code: string): code is ErrorCode {
    return Object.prototype.hasOwnProperty.call(SITUATION, code);
}
