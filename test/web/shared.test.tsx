/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { post } from '../../src/web/shared/api.mts';
import { addressOf, findLogin } from '../../src/web/shared/environment.mts';
import { chooseTranslation, fillIn, formatDate, formatMinutes } from '../../src/web/shared/i18n.tsx';

describe('the language', () => {
    const TEXTS = { 'en': 'English', 'de': 'Deutsch', 'pt-BR': 'Português' };

    it.each([
        [['de-AT', 'en'], 'de', 'de-AT'],
        [['ja', 'pt-PT'], 'pt-BR', 'pt-PT'],
        [['EN-gb'], 'en', 'EN-gb'],
        [['ja'], 'en', 'en'],
        [[], 'en', 'en'],
        [['en-US@posix', 'de-toolongsubtag', 'de'], 'de', 'de'],
    ])('of %j is %s, with dates of %s', (preferred, language, locale) => {
        expect(chooseTranslation(TEXTS, preferred)).toEqual({ language, locale, words: TEXTS[language as keyof typeof TEXTS] });
    });

    it('fills in messages, and formats dates and minutes', () => {
        expect(fillIn('Opening {room}…', 'Choir')).toEqual(['Opening ', 'Choir', '…']);
        expect(fillIn('Opening', 'Choir')).toEqual(['Opening', 'Choir', '']);
        expect(formatMinutes(2, 'de')).toBe('2 Minuten');
        expect(formatDate('2026-06-01T12:00:00.000Z', 'de')).toMatch(/^Montag, 1\. Juni 2026/);
    });
});

describe('the stored login', () => {
    afterEach(() => localStorage.clear());

    function store(expires: number): void {
        localStorage.setItem('Meteor.userId', 'u1');
        localStorage.setItem('Meteor.loginToken', 't1');
        localStorage.setItem('Meteor.loginTokenExpires', new Date(expires).toString());
    }

    it('is the web client’s, until it expires', () => {
        expect(findLogin()).toBeUndefined();
        store(Date.now() + 60_000);
        expect(findLogin()).toEqual({ userId: 'u1', authToken: 't1' });
        store(Date.now() - 60_000);
        expect(findLogin()).toBeUndefined();
    });

    it('needs the user as well', () => {
        store(Date.now() + 60_000);
        localStorage.removeItem('Meteor.userId');
        expect(findLogin()).toBeUndefined();
    });

    it('belongs to the origin of the page', () => {
        expect(addressOf('/home')).toBe('http://localhost/home');
    });
});

describe('a call', () => {
    /** Replaces the network by one response, and returns what was sent. */
    function respond(status: number, body: string, headers: Record<string, string> = {}): jest.Mock<typeof fetch> {
        const response = {
            ok: status < 300,
            status,
            headers: { get: (name: string) => headers[name] ?? null },
            json: async () => JSON.parse(body),
        };
        const sent = jest.fn<typeof fetch>().mockResolvedValue(response as unknown as Response);
        globalThis.fetch = sent;
        return sent;
    }

    it('sends the body as JSON and the login in headers', async () => {
        const sent = respond(200, '{"success":true,"valid":true}');
        expect(await post('validateInviteToken', { token: 'x' })).toEqual({ body: { success: true, valid: true } });
        expect(sent.mock.calls[0][1]).toMatchObject({ body: '{"token":"x"}', headers: { 'Content-Type': 'application/json' } });
        expect(Object.keys(sent.mock.calls[0][1]!.headers!)).toEqual(['Content-Type']);
        await post('inviteInfo', { token: 'x' }, { userId: 'u1', authToken: 't1' });
        expect(sent.mock.calls[1][1]!.headers).toMatchObject({ 'X-User-Id': 'u1', 'X-Auth-Token': 't1' });
    });

    it.each([
        [400, '{"success":false,"errorType":"error-invalid-token"}', {}, { code: 'error-invalid-token' }],
        [400, '{"success":false,"errorType":"e","details":{"field":"maxUses"}}', {}, { code: 'e', field: 'maxUses' }],
        [401, 'no JSON', {}, { code: 'unauthorized' }],
        [429, 'null', { 'Retry-After': '90' }, { code: 'error-too-many-requests', retryAfterSeconds: 90 }],
        [500, '{"success":false,"errorType":"error-internal"}', {}, { code: 'down' }],
        [502, '<html>Bad gateway</html>', {}, { code: 'down' }],
        [200, '<html>A captive portal</html>', {}, { code: 'down' }],
        [200, '{"valid":true}', {}, { code: 'down' }],
    ])('reads %i %s as a refusal', async (status, body, headers, refusal) => {
        respond(status, body, headers);
        expect(await post('inviteInfo', {})).toEqual({ refusal: { field: undefined, retryAfterSeconds: undefined, ...refusal } });
    });

    it('that gets no response is a refusal', async () => {
        globalThis.fetch = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('offline'));
        expect(await post('inviteInfo', {})).toEqual({ refusal: { code: 'down' } });
    });
});
