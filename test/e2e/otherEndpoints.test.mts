import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { deleteRoom } from '../workspace/index.mts';
import { DAY, Person, refusal, Scene } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person();
    rid = await scene.room(owner);
});
afterAll(() => scene.close());

describe('listInvites', () => {
    it('answers a bare array of all invites, with exactly the fields that carry no token', async () => {
        const { body: first } = await owner.invite(rid, 7, 3);
        const { body: second } = await owner.invite(rid, 0, 0);
        await (await scene.person()).redeem(first.inviteToken);

        const { status, body } = await scene.admin.app('GET', 'listInvites');

        expect(status).toBe(200);
        expect(body).toEqual([
            {
                _id: first._id,
                days: 7,
                maxUses: 3,
                rid,
                userId: owner.userId,
                createdAt: first.createdAt,
                expires: first.expires,
                uses: 1,
                _updatedAt: expect.any(String),
            },
            {
                _id: second._id,
                days: 0,
                maxUses: 0,
                rid,
                userId: owner.userId,
                createdAt: second.createdAt,
                expires: null,
                uses: 0,
                _updatedAt: second.createdAt,
            },
        ]);
        expect(Date.parse(body[0]._updatedAt)).toBeGreaterThan(Date.parse(first.createdAt));
    });

    it('answers one room’s, and pages in the order in which they were made', async () => {
        const room = await scene.room(owner);
        const made: string[] = [];
        for (const days of [5, 4, 3, 2, 1]) {
            made.push((await owner.invite(room, days, 0)).body._id);
        }
        const page = async (query: string): Promise<[string[], string | null]> => {
            const { status, headers, body } = await scene.admin.app('GET', `listInvites?${query}`);
            expect(status).toBe(200);
            return [body.map(({ _id }: { _id: string }) => _id), headers.get('x-total-count')];
        };
        expect(await page(`rid=${room}`)).toEqual([made, '5']);
        expect(await page(`rid=${room}&offset=1&count=2`)).toEqual([made.slice(1, 3), '5']);
        expect(await page(`rid=${room}&offset=4&count=2`)).toEqual([made.slice(4), '5']);
        expect(await page(`rid=${room}&offset=5`)).toEqual([[], '5']);
        expect(await page(`rid=${room}&offset=3&count=0`)).toEqual([made.slice(3), '5']);
        expect(await page('rid=none-such')).toEqual([[], '0']);
        const [all, total] = await page('rid=&offset=&count=');
        expect(all).toEqual(expect.arrayContaining(made));
        expect(total).toBe(String(all.length));
        expect(await page('offset=1')).toEqual([all.slice(1), total]);
    });

    it.each([
        ['offset=-1', 'offset'],
        ['offset=1.5', 'offset'],
        ['count=ten', 'count'],
        ['count=1e3', 'count'],
        ['count=99999999999999999999', 'count'],
        ['count=1&count=2', 'count'],
        ['rid=a&rid=b', 'rid'],
    ])('refuses ?%s, naming the field', async (query, field) => {
        expect(refusal(await scene.admin.app('GET', `listInvites?${query}`))).toMatchObject({ status: 400, errorType: 'invalid-params', field });
    });

    it.each(['_=1770000000000', 'sort=%7B%22createdAt%22%3A-1%7D&query=%7B%7D', 'limit=10&limit=20', '_id[$ne]=1'])(
        'passes over fields that it does not know: ?%s',
        async (query) => {
            const { body: all } = await scene.admin.app('GET', 'listInvites?count=2');
            const { status, body } = await scene.admin.app('GET', `listInvites?${query}&count=2`);
            expect({ status, body }).toEqual({ status: 200, body: all });
        },
    );

    it('answers HEAD as GET, without the body', async () => {
        const { headers } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
        const head = await scene.admin.app('HEAD', `listInvites?rid=${rid}`);
        expect({ status: head.status, body: head.body }).toEqual({ status: 200, body: '' });
        for (const name of ['content-type', 'content-length', 'cache-control', 'x-total-count']) {
            expect({ name, value: head.headers.get(name) }).toEqual({ name, value: headers.get(name) });
        }
        expect((await scene.stranger().app('HEAD', 'listInvites')).status).toBe(401);
        expect((await owner.app('HEAD', 'listInvites')).status).toBe(403);
        expect((await scene.admin.app('HEAD', 'listInvites?count=ten')).status).toBe(400);
    });

    it('is for administrators only', async () => {
        expect(refusal(await owner.app('GET', 'listInvites'))).toEqual({ status: 403, errorType: 'not_authorized', error: 'Not authorized' });
        expect((await scene.stranger().app('GET', 'listInvites')).status).toBe(401);
    });
});

describe('validateInviteToken', () => {
    const ask = (token: unknown) => scene.stranger().app('POST', 'validateInviteToken', { token });

    it('says yes to whoever asks, logged in or not', async () => {
        const { body: invite } = await owner.invite(rid, 8, 1);
        const { status, body } = await ask(invite.inviteToken);
        expect({ status, body }).toEqual({ status: 200, body: { valid: true, success: true } });
    });

    it('says no in the same shape, whatever is wrong', async () => {
        const no = { status: 200, body: { valid: false, success: true } };
        const answer = async (token: string): Promise<object> => {
            const { status, body } = await ask(token);
            return { status, body };
        };
        const { body: expired } = await owner.invite(rid, 9);
        await scene.age(expired._id, 9 * DAY);
        const { body: usedUp } = await owner.invite(rid, 10, 1);
        await (await scene.person()).redeem(usedUp.inviteToken);
        const lost = await scene.room(owner);
        const { body: roomless } = await owner.invite(lost);
        await deleteRoom(scene.workspace.database, lost);

        for (const token of ['', 'ABCDEFGHJKLMNPQR', 'what', expired._id, expired.inviteToken, usedUp.inviteToken, roomless.inviteToken]) {
            expect(await answer(token)).toEqual(no);
        }
    });

    it.each([[{ $ne: null }], [7], [null]])('refuses a token that is no text: %j', async (token) => {
        expect(refusal(await ask(token))).toEqual({
            status: 400,
            errorType: 'invalid-params',
            error: 'The field "token" must be a string',
            field: 'token',
        });
    });
});

describe('removeInvite', () => {
    it.each([
        ['its creator', async () => owner],
        ['an administrator outside the room', async () => scene.admin],
        [
            'another owner of the room',
            async () => {
                const second = await scene.person();
                await scene.add(rid, second, 'owner');
                return second;
            },
        ],
    ])('answers true to %s, and the invite is gone with its claims', async (_who, person) => {
        const { body: invite } = await owner.invite(rid, 11, 4);
        await (await scene.person()).redeem(invite.inviteToken);

        const { status, body } = await (await person()).app('DELETE', `removeInvite/${invite._id}`);

        expect({ status, body }).toEqual({ status: 200, body: true });
        expect(await scene.stored()).not.toContain(invite._id);
    });

    it('refuses everybody else, and a token for an id', async () => {
        const { body: invite } = await owner.invite(rid, 12);
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const before = await scene.stored();
        expect((await moderator.app('DELETE', `removeInvite/${invite._id}`)).body.errorType).toBe('not_authorized');
        expect((await scene.admin.app('DELETE', `removeInvite/${invite.inviteToken}`)).body.errorType).toBe('invalid-invitation-id');
        expect((await scene.stranger().app('DELETE', `removeInvite/${invite._id}`)).status).toBe(401);
        expect(await scene.stored()).toBe(before);
    });

    const NO_SUCH_ID = '0123456789abcdef01234567';

    it('tells people who manage all invites that there is none of that id', async () => {
        expect(refusal(await scene.admin.app('DELETE', `removeInvite/${NO_SUCH_ID}`))).toEqual({
            status: 400,
            errorType: 'invalid-invitation-id',
            error: 'The invite does not exist',
            field: '_id',
        });
    });

    it('lets nobody else find out whether an id exists', async () => {
        const { body: invite } = await owner.invite(rid, 13);
        const removed = await owner.invite(rid, 14);
        await scene.admin.app('DELETE', `removeInvite/${removed.body._id}`);
        const otherOwner = await scene.person();
        await otherOwner.invite(await scene.room(otherOwner));
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');

        for (const person of [await scene.person(), otherOwner, moderator]) {
            const answers = [];
            for (const id of [invite._id, removed.body._id, NO_SUCH_ID]) {
                const { status, headers, body } = await person.app('DELETE', `removeInvite/${id}`);
                answers.push({ status, length: headers.get('content-length'), body });
            }
            const [first] = answers;
            expect(answers).toEqual([first, first, first]);
            expect(first).toMatchObject({ status: 403, body: { success: false, error: 'Not authorized', errorType: 'not_authorized' } });
        }
        expect(refusal(await owner.app('DELETE', `removeInvite/${removed.body._id}`)).errorType).toBe('not_authorized');
    });
});

describe('another method on a known path', () => {
    it.each([
        ['findOrCreateInvite', 'POST'],
        ['listInvites', 'GET, HEAD'],
        ['useInviteToken', 'POST'],
        ['inviteInfo', 'POST'],
        ['validateInviteToken', 'POST'],
        ['removeInvite/some-id', 'DELETE'],
    ])('%s answers 405 and names %s', async (path, allowed) => {
        for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((name) => !allowed.split(', ').includes(name))) {
            const answer = await owner.app(method, path, method === 'GET' ? undefined : {});
            expect({ method, ...refusal(answer), allow: answer.headers.get('allow') }).toEqual({
                method,
                status: 405,
                errorType: 'method-not-allowed',
                error: 'Method not allowed',
                allow: allowed,
            });
        }
    });
});
