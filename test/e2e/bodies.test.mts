import { describe, expect, it } from '@jest/globals';

import { expectDescribed } from '../tools/openapi.mts';
import { APP_PATH } from '../project.mts';
import type { Answer } from '../workspace/index.mts';
import { DAY, refusal, type Visitor } from './scene.mts';
import { useScene } from './useScene.mts';

const FORM = 'application/x-www-form-urlencoded';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

/** Posts a raw body. */
async function post(client: Visitor, endpoint: string, body: string, type = FORM): Promise<Answer<any>> {
    const login = client.userId && client.authToken ? { 'x-user-id': client.userId, 'x-auth-token': client.authToken } : undefined;
    const response = await fetch(`${client.url}${APP_PATH}/${endpoint}`, { method: 'POST', headers: { 'content-type': type, ...login }, body });
    return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Posts a form, and checks the response against docs/openapi.json. */
async function postForm(client: Visitor, endpoint: string, fields: string | Record<string, string>, type = FORM): Promise<Answer<any>> {
    const answer = await post(client, endpoint, new URLSearchParams(fields).toString(), type);
    expectDescribed('POST', endpoint, answer);
    return answer;
}

describe('a form', () => {
    it.each([FORM, `${FORM}; charset=UTF-8`, 'Application/X-WWW-Form-Urlencoded;charset=utf-8'])(
        'makes the same invite as JSON, as %s',
        async (type) => {
            const { status, body } = await postForm(owner, 'findOrCreateInvite', { rid, days: '10', maxUses: '3' }, type);
            expect({ status, days: body.days, maxUses: body.maxUses }).toEqual({ status: 200, days: 10, maxUses: 3 });
            expect(Date.parse(body.expires) - Date.parse(body.createdAt)).toBe(10 * DAY);
            expect((await owner.invite(rid, 10, 3)).body).toEqual(body);
        },
    );

    it('holds a token', async () => {
        const { body: invite } = await owner.invite(rid, 11, 1);
        const token = { token: invite.inviteToken as string };
        const guest = await scene.person();
        expect((await postForm(scene.anonymous(), 'validateInviteToken', token)).body).toEqual({ valid: true, success: true });
        expect((await postForm(guest, 'inviteInfo', token)).body).toMatchObject({ room: { _id: rid }, success: true });
        expect((await postForm(guest, 'useInviteToken', token)).body).toMatchObject({ room: { rid }, success: true });
        expect(await scene.members(rid)).toContain(guest.user.username);
    });

    it.each([
        ['-1', 'invalid-number-of-days', 'The number of days must be a whole number, 0 or more'],
        ['1.5', 'invalid-number-of-days', 'The number of days must be a whole number, 0 or more'],
        ['ten', 'invalid-params', 'The field "days" must be a number'],
        ['', 'invalid-params', 'The field "days" must be a number'],
        ['1e3', 'invalid-params', 'The field "days" must be a number'],
        ['0x10', 'invalid-params', 'The field "days" must be a number'],
        [' 7', 'invalid-params', 'The field "days" must be a number'],
        ['Infinity', 'invalid-params', 'The field "days" must be a number'],
    ])('days=%s is refused', async (days, errorType, error) => {
        const before = await scene.storeSnapshot();
        expect(refusal(await postForm(owner, 'findOrCreateInvite', { rid, days, maxUses: '0' }))).toEqual({
            status: 400,
            errorType,
            error,
            field: 'days',
        });
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it.each([
        ['rid=x&days=1&days=2&maxUses=0', 'days'],
        ['rid[$ne]=x&days=1&maxUses=0', 'rid'],
        ['rid=x&rid=y&days=1&maxUses=0', 'rid'],
        ['rid=&days=1&maxUses=0', 'rid'],
        ['rid=x&days=1', 'maxUses'],
        ['rid=x&days=1&maxUses=0&uses=5', 'uses'],
        ['rid=x&days=1&maxUses=0&hasOwnProperty=1', 'hasOwnProperty'],
        ['', 'rid'],
    ])('%s is refused for one field', async (fields, field) => {
        expect(refusal(await postForm(owner, 'findOrCreateInvite', fields))).toMatchObject({ status: 400, errorType: 'invalid-params', field });
    });

    it('reveals nothing more than JSON does to anonymous callers', async () => {
        expect((await postForm(scene.anonymous(), 'findOrCreateInvite', { rid, days: '1', maxUses: '0' })).status).toBe(401);
    });
});

describe('JSON', () => {
    it('keeps numbers and text apart, whatever charset it names', async () => {
        for (const type of ['application/json', 'application/json; charset=utf-8']) {
            const answer = await post(owner, 'findOrCreateInvite', JSON.stringify({ rid, days: '10', maxUses: 3 }), type);
            expect(refusal(answer)).toEqual({ status: 400, errorType: 'invalid-params', error: 'The field "days" must be a number', field: 'days' });
        }
    });

    it.each(['7', 'null', '"text"', '{'])('%s is refused by the server, and never reaches the app', async (body) => {
        const { userId, authToken } = owner;
        const response = await fetch(`${owner.url}${APP_PATH}/findOrCreateInvite`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-user-id': userId!, 'x-auth-token': authToken! },
            body,
        });
        expect(response.status).toBe(400);
        expect(await response.text()).not.toContain('errorType');
    });
});

describe('an empty token', () => {
    it('is not valid', async () => {
        const wrong = { status: 400, errorType: 'error-invalid-token', error: 'Invalid invite token', field: 'token' };
        const guest = await scene.person();
        expect(refusal(await guest.redeem(''))).toEqual(wrong);
        expect(refusal(await guest.app('POST', 'inviteInfo', { token: '' }))).toEqual(wrong);
        expect(refusal(await postForm(guest, 'useInviteToken', 'token='))).toEqual(wrong);
        expect((await postForm(scene.anonymous(), 'validateInviteToken', 'token=')).body).toEqual({ valid: false, success: true });
    });
});
