import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { setActive, setSetting, Workspace } from '../index.mts';

let workspace: Workspace;

beforeAll(async () => {
    workspace = await Workspace.start();
});
afterAll(() => workspace.stop());

async function send(endpoint: string, body: object): Promise<{ status: number; body: any }> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${workspace.url}/api/v1/${endpoint}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
}

const account = (username: string, changes = {}): object => ({
    username,
    email: `${username}@example.com`,
    pass: 'secret',
    name: 'Carol',
    ...changes,
});
const set = (id: string, value: unknown): Promise<void> => setSetting(workspace.database, id, value);

it('creates an account for a visitor, who can log in with it', async () => {
    const { status, body } = await send('users.register', account('carol'));
    expect({ status, body }).toMatchObject({ status: 200, body: { success: true, user: { username: 'carol', active: true } } });
    expect(body.user).not.toHaveProperty('services');
    expect(await send('login', { user: 'carol', password: 'secret' })).toMatchObject({ status: 200, body: { data: { userId: body.user._id } } });
});

it.each([
    [{ username: 'Carol', email: 'other@example.com' }, 'Username is already in use', undefined],
    [{ username: 'a b' }, 'The username provided is not valid', undefined],
    [{ username: 'admin' }, "admin is blocked and can't be used! [error-blocked-username]", 'error-blocked-username'],
    [{ name: '<b>' }, 'Name contains invalid characters', undefined],
    [{ email: 'carol@example.com' }, 'Email already exists. [403]', '403'],
    [{ email: 'none' }, 'Invalid email none [error-invalid-email]', 'error-invalid-email'],
    [{ pass: ' ' }, expect.stringContaining('password policy'), 'error-password-policy-not-met'],
    [{ email: undefined }, expect.stringContaining('email'), 'invalid-params'],
])('refuses %j as the server does', async (changes, error, errorType) => {
    const { status, body } = await send('users.register', account('dora', changes));
    expect({ status, body }).toEqual({ status: 400, body: { success: false, error, ...(errorType && { errorType }) } });
});

it('follows the settings: no registration, the policy for passwords, approval, and verified addresses', async () => {
    await set('Accounts_RegistrationForm', 'Disabled');
    expect((await send('users.register', account('erin'))).body.errorType).toBe('error-user-registration-disabled');
    await set('Accounts_RegistrationForm', 'Secret URL');
    expect((await send('users.register', account('erin'))).body.errorType).toBe('error-user-registration-secret');
    await set('Accounts_RegistrationForm_SecretURL', 'abc');
    await set('Accounts_Password_Policy_Enabled', true);
    expect((await send('users.register', account('erin', { secret: 'abc' }))).body.errorType).toBe('error-password-policy-not-met');
    await set('Accounts_ManuallyApproveNewUsers', true);
    await set('Accounts_EmailVerification', true);
    const pass = 'Correct-Horse-7-Staple';
    const { body } = await send('users.register', account('erin', { secret: 'abc', pass }));
    expect(body.success).toBe(true);
    const login = async () => send('login', { user: 'erin', password: pass });
    expect(await login()).toMatchObject({ status: 401, body: { status: 'error', error: 'error-user-is-not-activated' } });
    await setActive(workspace.database, body.user._id, true);
    expect(await login()).toMatchObject({ status: 401, body: { status: 'error', error: 'error-invalid-email' } });
    await workspace.database.users.updateOne({ _id: body.user._id }, { $set: { 'emails.0.verified': true } });
    expect((await login()).status).toBe(200);
});
