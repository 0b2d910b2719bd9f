import { expect, it } from '@jest/globals';

import { refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

it('returns a bare array of all invites, with exactly the fields that carry no token', async () => {
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

it('filters by room, and pages in the order of creation', async () => {
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
    'ignores unknown fields: ?%s',
    async (query) => {
        const { body: all } = await scene.admin.app('GET', 'listInvites?count=2');
        const { status, body } = await scene.admin.app('GET', `listInvites?${query}&count=2`);
        expect({ status, body }).toEqual({ status: 200, body: all });
    },
);

it('responds to HEAD as to GET, without the body', async () => {
    const { headers } = await scene.admin.app('GET', `listInvites?rid=${rid}`);
    const head = await scene.admin.app('HEAD', `listInvites?rid=${rid}`);
    expect({ status: head.status, body: head.body }).toEqual({ status: 200, body: '' });
    for (const name of ['content-type', 'content-length', 'cache-control', 'x-total-count']) {
        expect({ name, value: head.headers.get(name) }).toEqual({ name, value: headers.get(name) });
    }
    expect((await scene.anonymous().app('HEAD', 'listInvites')).status).toBe(401);
    expect((await owner.app('HEAD', 'listInvites')).status).toBe(403);
    expect((await scene.admin.app('HEAD', 'listInvites?count=ten')).status).toBe(400);
});

it('is for administrators only', async () => {
    expect(refusal(await owner.app('GET', 'listInvites'))).toEqual({ status: 403, errorType: 'not_authorized', error: 'Not authorized' });
    expect((await scene.anonymous().app('GET', 'listInvites')).status).toBe(401);
});
