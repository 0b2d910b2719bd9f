/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';

import { morePageTexts, pageTexts } from '../../src/i18n/pages.ts';
import { RegisterView } from '../../src/web/join/register.tsx';

const words = { ...pageTexts().en, ...morePageTexts().en };

interface Answer {
    readonly status?: number;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
}

/** The answers of the workspace by endpoint, and the bodies that it received. */
let answers: Record<string, Answer | undefined>;
let received: [endpoint: string, body: unknown][];
const onLoggedIn = jest.fn();
const onLogIn = jest.fn();

const LOGGED_IN = { body: { status: 'success', data: { userId: 'carol-id', authToken: 'carol-token' } } };
const awaiting = (error: string): Answer => ({ status: 401, body: { status: 'error', error } });

beforeEach(() => {
    document.body.innerHTML = '<main id="main"></main><p id="status"></p>';
    answers = {
        'users.register': { body: { success: true } },
        'login': LOGGED_IN,
        'pw.getPolicy': { body: { success: true, enabled: false, policy: [] } },
    };
    received = [];
    globalThis.fetch = ((address: string, init?: RequestInit) => {
        const endpoint = address.replace('http://localhost/api/v1/', '');
        received.push([endpoint, init?.body === undefined ? undefined : JSON.parse(init.body as string)]);
        const answer = answers[endpoint];
        if (!answer) {
            return Promise.reject(new TypeError('Failed to fetch'));
        }
        const { status = 200, body, headers = {} } = answer;
        const json = (): Promise<unknown> => Promise.resolve(body);
        return Promise.resolve({ ok: status < 400, status, json, headers: new Headers(headers) });
    }) as typeof fetch;
});
afterEach(() => {
    render(null, main());
    localStorage.clear();
    sessionStorage.clear();
    jest.useRealTimers();
    jest.clearAllMocks();
});

const main = (): HTMLElement => document.getElementById('main')!;
const heading = (): string => main().querySelector('h1')!.textContent;
const problems = (): string[] => [...main().querySelectorAll('.problem')].map(({ textContent }) => textContent);
const labels = (): string[] => [...main().querySelectorAll('label')].map(({ textContent }) => textContent);
const calls = (): string[] => received.map(([endpoint]) => endpoint).filter((endpoint) => endpoint !== 'pw.getPolicy');

async function open(settings: Record<string, unknown> = {}): Promise<void> {
    await settle(() => render(<RegisterView settings={settings} onLoggedIn={onLoggedIn} onLogIn={onLogIn} />, main()));
    // The rules for passwords are read after that.
    await settle(() => undefined);
}

const CAROL = { name: 'Carol', username: 'carol', email: 'carol@example.com', password: 'a password' };

async function submit(fields: Record<string, string> = {}): Promise<void> {
    for (const [name, value] of Object.entries({ ...CAROL, ...fields })) {
        main().querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
    }
    await settle(
        () =>
            void main()
                .querySelector('form')!
                .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    );
}

async function press(label: string): Promise<void> {
    await settle(() => [...main().querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click());
}

/** Acts, and then lets the view have the answers, which are all there. */
async function settle(deed: () => void): Promise<void> {
    await act(async () => {
        deed();
        for (let turn = 0; turn < 30; turn++) {
            await Promise.resolve();
        }
    });
}

describe('creating an account', () => {
    it('sends it to the workspace, logs in, and stores the login as the web client does', async () => {
        await open();
        expect(labels()).toEqual([words.name, words.username, words.email, words.password]);
        await submit({ username: ' carol ' });
        expect(received.slice(1)).toEqual([
            ['users.register', { name: 'Carol', username: 'carol', email: 'carol@example.com', pass: 'a password' }],
            ['login', { user: 'carol', password: 'a password' }],
        ]);
        expect(onLoggedIn).toHaveBeenCalledTimes(1);
        expect([localStorage.getItem('Meteor.userId'), localStorage.getItem('Meteor.loginToken')]).toEqual(['carol-id', 'carol-token']);
        const days = (Date.parse(localStorage.getItem('Meteor.loginTokenExpires')!) - Date.now()) / 86_400_000;
        expect(Math.round(days)).toBe(90);
        expect(JSON.stringify([Object.values(localStorage), Object.values(sessionStorage)])).not.toContain('a password');
    });

    it('stores the login for this tab only where the workspace forgets logins, for as long as it says', async () => {
        await open({ Accounts_ForgetUserSessionOnWindowClose: true, Accounts_LoginExpiration: 2 });
        await submit();
        expect(localStorage).toHaveLength(0);
        expect(sessionStorage.getItem('Meteor.loginToken')).toBe('carol-token');
        expect(Math.round((Date.parse(sessionStorage.getItem('Meteor.loginTokenExpires')!) - Date.now()) / 86_400_000)).toBe(2);
    });

    it('needs no name where the workspace does not, and passes a message on where administrators approve accounts', async () => {
        await open({ Accounts_RequireNameForSignUp: false, Accounts_ManuallyApproveNewUsers: true });
        expect(labels()).toEqual(['Name (optional)', words.username, words.email, words.password, `${words.reason} (optional)`]);
        await submit({ name: '', reason: 'I sing' });
        expect(received[1][1]).toEqual({ username: 'carol', email: 'carol@example.com', pass: 'a password', reason: 'I sing' });
    });

    it('does nothing while an account is being created', async () => {
        await open();
        let answer = (_response: unknown): void => undefined;
        const register = new Promise((resolve) => (answer = resolve));
        const usual = globalThis.fetch;
        globalThis.fetch = ((address: string, init: RequestInit) =>
            address.endsWith('register') ? (received.push(['users.register', undefined]), register) : usual(address, init)) as typeof fetch;
        await submit();
        expect(main().querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(true);
        expect(document.getElementById('status')!.textContent).toBe(words.submitting);
        await submit();
        await settle(() => answer({ ok: true, status: 200, json: () => Promise.resolve({ success: true }), headers: new Headers() }));
        expect(calls()).toEqual(['users.register', 'login']);
    });

    it('ends when another view replaces it', async () => {
        await open();
        answers.login = awaiting('error-user-is-not-activated');
        const done = submit();
        await act(() => render(<p>Another view</p>, main()));
        await done;
        expect(main().textContent).toBe('Another view');
        expect(onLoggedIn).not.toHaveBeenCalled();
    });

    it('offers the login instead', async () => {
        await open();
        await press(words.logInInstead);
        expect(onLogIn).toHaveBeenCalledWith();
    });
});

describe('what the page notices before the workspace would', () => {
    const POLICY = [
        ['get-password-policy-minLength', { minLength: 12 }],
        ['get-password-policy-maxLength', { maxLength: 20 }],
        ['get-password-policy-forbidRepeatingCharacters'],
        ['get-password-policy-forbidRepeatingCharactersCount', { forbidRepeatingCharactersCount: 2 }],
        ['get-password-policy-mustContainAtLeastOneLowercase'],
        ['get-password-policy-mustContainAtLeastOneUppercase'],
        ['get-password-policy-mustContainAtLeastOneNumber'],
        ['get-password-policy-mustContainAtLeastOneSpecialCharacter'],
        ['get-password-policy-of-a-later-version'],
        ['constructor'],
    ];

    it.each([
        ['no name', { name: ' ' }, words.missing, 'name'],
        ['no username', { username: '' }, words.missing, 'username'],
        ['no address', { email: '' }, words.missing, 'email'],
        ['no password', { password: '' }, words.missing, 'password'],
        ['a username with a space', { username: 'carol c' }, words.usernameInvalid, 'username'],
        ['no address of email', { email: 'carol' }, words.emailInvalid, 'email'],
    ])('%s', async (_what, fields, text, name) => {
        await open({ UTF8_User_Names_Validation: '[0-9a-zA-Z-_.]+' });
        await submit(fields);
        expect(problems()).toEqual([text]);
        const field = main().querySelector(`[name=${name}]`)!;
        expect(document.activeElement).toBe(field);
        expect([field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')]).toEqual(['true', `problem-${name}`]);
        expect(calls()).toEqual([]);
    });

    it('a pattern for usernames that is none allows any', async () => {
        await open({ UTF8_User_Names_Validation: '[' });
        await submit({ username: 'käthe' });
        expect(onLoggedIn).toHaveBeenCalledTimes(1);
    });

    it.each(['Short1!', 'MuchLonger1!ThanTwenty', 'aaaBcdefgh1!!', 'ALLCAPITAL1!', 'alllower123!', 'NoDigitHere!', 'NoSpecial1234'])(
        'a password that breaks a rule: %s',
        async (password) => {
            answers['pw.getPolicy'] = { body: { enabled: true, policy: POLICY } };
            await open();
            await submit({ password });
            expect(problems()).toEqual([words.passwordWeak]);
            expect(calls()).toEqual([]);
        },
    );

    it('shows the rules, and lets a password pass that keeps them', async () => {
        answers['pw.getPolicy'] = { body: { enabled: true, policy: POLICY } };
        await open();
        expect([...main().querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
            'at least 12 characters',
            'at most 20 characters',
            'no character more than 2 times in a row',
            words.lowerCase,
            words.upperCase,
            words.digit,
            words.special,
        ]);
        expect(main().querySelector('[name=password]')!.getAttribute('aria-describedby')).toBe('rules');
        await submit({ password: 'Correct-Horse-1' });
        expect(onLoggedIn).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['is not published', { status: 401, body: { status: 'error' } }],
        ['is switched off', { body: { enabled: false, policy: POLICY } }],
        [
            'allows repetitions',
            { body: { enabled: true, policy: [['get-password-policy-forbidRepeatingCharactersCount', { forbidRepeatingCharactersCount: 1 }]] } },
        ],
        ['is not a list', { body: { enabled: true, policy: 'strict' } }],
    ])('no rule if the policy %s', async (_what, policy) => {
        answers['pw.getPolicy'] = policy;
        await open();
        expect(main().querySelectorAll('li')).toHaveLength(0);
        await submit({ password: 'aaaa' });
        expect(onLoggedIn).toHaveBeenCalledTimes(1);
    });
});

describe('a refusal of the workspace', () => {
    const refused = (error: string, errorType?: string | number): Answer => ({ status: 400, body: { success: false, error, errorType } });

    it.each([
        ['taken username', refused('Username is already in use'), words.usernameTaken],
        ['username taken at the same moment', refused('carol is already in use :(', 'error-field-unavailable'), words.usernameTaken],
        ['reserved username', refused('admin is blocked', 'error-blocked-username'), words.usernameReserved],
        ['username with other characters', refused('The username provided is not valid'), words.usernameInvalid],
        ['name with other characters', refused('Name contains invalid characters'), words.nameInvalid],
        ['taken address', refused('Email already exists. [403]', 403), words.emailTaken],
        ['invalid address', refused('Invalid email x', 'error-invalid-email'), words.emailInvalid],
        ['address of another domain', refused('Invalid domain', 'error-invalid-domain'), words.emailDomain],
        ['weak password', refused('…', 'error-password-policy-not-met-oneNumber'), words.passwordWeak],
        ['no registration', refused('User registration is disabled', 'error-user-registration-disabled'), words.notPublic],
        ['secret address', refused('Only via Secret URL', 'error-user-registration-secret'), words.accountAsked],
        [
            'another reason, as text',
            refused('<b>No</b> \u202Eseats', 'error-of-a-later-version'),
            words.refused.replace('{reason}', '<b>No</b> seats'),
        ],
        ['no reason', { status: 400, body: { success: false } }, words.downWhy],
        ['no JSON', { status: 400 }, words.downWhy],
        ['fault', { status: 502, body: {} }, words.downWhy],
        ['no answer', undefined, words.downWhy],
        ['too many attempts', { status: 429, body: {} }, 'Try again in 1 minute.'],
        [
            'too many attempts, with a moment',
            { status: 429, body: {}, headers: { 'X-RateLimit-Reset': String(Date.now() + 110_000) } },
            'Try again in 2 minutes.',
        ],
    ])('%s', async (_what, answer, text) => {
        answers['users.register'] = answer;
        await open();
        await submit();
        expect(problems()).toEqual([text]);
        expect(main().querySelector<HTMLInputElement>('[name=password]')!.value).toBe('a password');
        expect(calls()).toEqual(['users.register']);
        expect(document.getElementById('status')!.textContent).toBe('');
        expect(main().querySelectorAll('b')).toHaveLength(0);
    });
});

describe('an account that cannot log in yet', () => {
    it.each([
        ['error-invalid-email', {}, words.verify],
        ['error-user-is-not-activated', {}, words.approval],
        ['Unauthorized', { Accounts_EmailVerification: true }, words.verify],
        ['Unauthorized', { Accounts_EmailVerification: true, Accounts_ManuallyApproveNewUsers: true }, words.approval],
    ])('%s: with %j, the page says what is missing', async (error, settings, title) => {
        answers.login = awaiting(error);
        await open(settings);
        await submit();
        expect(heading()).toBe(title);
        if (title === words.verify) {
            expect(main().querySelector('bdi')!.textContent).toBe('carol@example.com');
        }
    });

    it('continues by itself once it can, after waits that double', async () => {
        answers.login = awaiting('error-user-is-not-activated');
        await open();
        jest.useFakeTimers();
        await submit();
        await act(() => jest.advanceTimersByTimeAsync(29_000));
        expect(calls()).toHaveLength(2);
        await act(() => jest.advanceTimersByTimeAsync(1_000));
        expect(calls()).toHaveLength(3);
        answers.login = awaiting('error-invalid-email');
        await act(() => jest.advanceTimersByTimeAsync(60_000));
        expect(heading()).toBe(words.verify);
        answers.login = LOGGED_IN;
        await act(() => jest.advanceTimersByTimeAsync(120_000));
        expect(onLoggedIn).toHaveBeenCalledTimes(1);
    });

    it('stops checking before the workspace would block the person, and checks on a click', async () => {
        answers.login = awaiting('error-user-is-not-activated');
        await open();
        jest.useFakeTimers();
        await submit();
        for (let hour = 0; hour < 24; hour++) {
            await act(() => jest.advanceTimersByTimeAsync(3600 * 1000));
        }
        expect(calls().filter((endpoint) => endpoint === 'login')).toHaveLength(8);
        answers.login = LOGGED_IN;
        await press(words.check);
        expect(onLoggedIn).toHaveBeenCalledTimes(1);
    });

    it('keeps waiting while the workspace does not answer', async () => {
        answers.login = awaiting('error-user-is-not-activated');
        await open();
        await submit();
        answers.login = { status: 429 };
        await press(words.check);
        answers.login = undefined;
        await press(words.check);
        expect(heading()).toBe(words.approval);
        expect(onLogIn).not.toHaveBeenCalled();
    });

    it.each([
        ['asks for a code', awaiting('totp-required')],
        ['blocks logins from here', awaiting('error-login-blocked-for-ip')],
        ['gives no reason', { status: 401 }],
        ['does not answer', undefined],
        ['sends no token', { body: { status: 'success', data: {} } }],
    ])('leads to the web client’s login if the workspace %s', async (_what, answer) => {
        answers.login = answer;
        await open();
        await submit();
        expect(onLogIn).toHaveBeenCalledWith(words.accountReady);
    });
});
