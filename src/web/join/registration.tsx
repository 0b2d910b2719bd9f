import type { ComponentChildren } from 'preact';

import type { Login } from '../shared/environment.mts';
import type { Published } from '../shared/published.mts';
import { addressOf, base, fillIn, formatMinutes, Isolated, locale, minutesToWait, send, TOKEN_KEY, words } from './common.mts';
import { moreWords } from './moreTranslation.mts';

/** What a visitor enters for an account. The workspace alone receives it, never the app. */
export interface Account {
    readonly name: string;
    readonly username: string;
    readonly email: string;
    readonly password: string;
    /** For the administrators, on workspaces where they approve accounts. */
    readonly reason: string;
}

export type Field = keyof Account;

/** What is wrong with a field, or with everything if there is no field. */
export interface Problem {
    readonly field?: Field;
    readonly text: ComponentChildren;
}

/**
 * What follows an attempt to log in with a new account: the login, what it waits for, or `elsewhere` if the person has to
 * log in with the web client, for example because the workspace asks for a code.
 */
export type Attempt = { readonly login: Login } | { readonly awaits: 'email' | 'approval' | 'elsewhere' };

interface Answer {
    readonly success?: boolean;
    readonly error?: unknown;
    readonly errorType?: unknown;
    readonly data?: { readonly userId?: unknown; readonly authToken?: unknown };
}

/** Creates the account on the workspace. Returns why it did not. */
export async function register({ name, username, email, password, reason }: Account): Promise<Problem | undefined> {
    const account = { username, email, pass: password, ...(name && { name }), ...(reason && { reason }) };
    const received = await send<Answer>(addressOf('/api/v1/users.register'), account);
    if (received && received.response.ok && received.body && received.body.success) {
        return undefined;
    }
    return received && received.response.status < 500 ? problemOf(received.response, received.body) : { text: words.downWhy };
}

/** What the server's refusals mean: its error type where it has one, otherwise its sentence (its users.register). */
const PROBLEMS: readonly [pattern: RegExp, text: string, field?: Field][] = [
    [/^error-blocked-username|error-username-reserved/, moreWords.usernameReserved, 'username'],
    [/^Username is already in use|error-field-unavailable/, moreWords.usernameTaken, 'username'],
    [/^The username provided|username-invalid|error-invalid-username/, moreWords.usernameInvalid, 'username'],
    [/^Name contains|error-invalid-name/, moreWords.nameInvalid, 'name'],
    [/^Email already exists/, moreWords.emailTaken, 'email'],
    [/^error-invalid-email/, moreWords.emailInvalid, 'email'],
    [/^error-(invalid-domain|email-domain-blacklisted)/, moreWords.emailDomain, 'email'],
    [/^error-password-policy-not-met/, moreWords.passwordWeak, 'password'],
    [/^error-user-registration-disabled/, moreWords.notPublic],
    [/^error-user-registration-secret/, words.accountAsked],
];

function problemOf({ status, headers }: Response, answer: Answer = {}): Problem {
    if (status === 429) {
        // A workspace allows one attempt a minute, if its administrators have not changed that.
        const seconds = (Number(headers.get('X-RateLimit-Reset')) - Date.now()) / 1000;
        return { text: fillIn(moreWords.tooManyWhy, formatMinutes(minutesToWait(seconds > 0 ? seconds : undefined), locale)) };
    }
    const [type, sentence] = [answer.errorType, answer.error].map((text) => (typeof text === 'string' ? text : ''));
    const known = PROBLEMS.find(([pattern]) => pattern.test(type) || pattern.test(sentence));
    if (!known) {
        return { text: sentence ? fillIn(moreWords.refused, <Isolated text={sentence} />) : words.downWhy };
    }
    const [, text, field] = known;
    return { text, ...(field && { field }) };
}

/** Logs in with a new account. Returns undefined if the workspace does not answer. */
export async function tryLogin({ username, password }: Account, settings: Published): Promise<Attempt | undefined> {
    const received = await send<Answer>(addressOf('/api/v1/login'), { user: username, password });
    if (!received || received.response.status >= 500 || received.response.status === 429) {
        return undefined;
    }
    const { data, error } = received.body || {};
    if (received.response.ok && data && typeof data.userId === 'string' && typeof data.authToken === 'string') {
        return { login: { userId: data.userId, authToken: data.authToken } };
    }
    if (error === 'error-user-is-not-activated') {
        return { awaits: 'approval' };
    }
    if (error === 'error-invalid-email') {
        return { awaits: 'email' };
    }
    // Servers may leave out the reason (Unauthorized). Any other reason is for the web client.
    const isSilent = error === undefined || error === 'Unauthorized';
    const awaits =
        settings.Accounts_ManuallyApproveNewUsers === true ? 'approval' : settings.Accounts_EmailVerification === true ? 'email' : undefined;
    return { awaits: (isSilent && awaits) || 'elsewhere' };
}

const MS_PER_DAY = 24 * 60 * 60 * 1000;

/** Stores the login where the web client looks for it, so that the client is logged in too. */
export function storeLogin({ userId, authToken }: Login, settings: Published): void {
    const storage = settings.Accounts_ForgetUserSessionOnWindowClose === true ? sessionStorage : localStorage;
    const days = Number(settings.Accounts_LoginExpiration) || 90;
    // The address of Meteor's connection, which is / unless the workspace configures another one, and the path.
    const suffix = base === '' ? '' : `:/:${base}`;
    storage.setItem(`Meteor.userId${suffix}`, userId);
    storage.setItem(`Meteor.loginTokenExpires${suffix}`, new Date(Date.now() + days * MS_PER_DAY).toString());
    storage.setItem(TOKEN_KEY + suffix, authToken);
}
