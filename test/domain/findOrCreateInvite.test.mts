import { describe, expect, it } from '@jest/globals';

import { findOrCreateInvite, type FindOrCreateResult, type InviteRequest } from '../../src/domain/useCases/findOrCreateInvite.ts';
import { MS_PER_DAY, MS_PER_HOUR } from '../../src/domain/model/invite.ts';
import { refusal, World } from './world.mts';

function request(world: World, overrides: Partial<InviteRequest> = {}): Promise<FindOrCreateResult> {
    return findOrCreateInvite(world, world.anne, { rid: 'room', validity: { count: 7, unit: 'day' }, maxUses: 3, ...overrides });
}

const days = (count: number): Partial<InviteRequest> => ({ validity: { count, unit: 'day' } });

describe('find or create', () => {
    it('creates an invite if there is none', async () => {
        const world = new World();
        const { invite, usage, created } = await request(world);
        expect(created).toBe(true);
        expect(usage).toEqual({ uses: 0 });
        expect(invite).toEqual({
            ...invite,
            rid: 'room',
            userId: 'anne-id',
            terms: { validFor: 7 * MS_PER_DAY, maxUses: 3 },
            maxUses: 3,
            createdAt: world.now,
        });
        expect([...world.storedInvites.values()]).toEqual([invite]);
        expect(invite.token).not.toBe(invite.id);
    });

    it('finds the same invite with its uses until it expires', async () => {
        const world = new World();
        const { invite } = await request(world);
        world.usageOf.set(invite.id, { uses: 2 });
        expect(await request(world)).toEqual({ invite, usage: { uses: 2 }, created: false });
        world.now += 7 * MS_PER_DAY - 1;
        expect((await request(world)).created).toBe(false);
        world.now += 1;
        expect((await request(world)).created).toBe(true);
    });

    it('attaches every result to the operation, and publishes a new invite', async () => {
        const world = new World();
        const { invite } = await request(world);
        await request(world);
        expect(world.attached).toEqual([invite.id, invite.id]);
        expect(world.published).toEqual([{ kind: 'created', person: world.anne, invite }]);
    });

    it('publishes each refusal', async () => {
        const world = new World();
        world.statuses.set('room:anne-id', 'banned');
        expect(await refusal(request(world))).toEqual({ code: 'error-user-is-banned' });
        expect(world.published).toEqual([{ kind: 'refused', code: 'error-user-is-banned', person: world.anne, rids: ['room'] }]);

        const another = new World();
        another.statuses.set('room:anne-id', 'none');
        expect(await refusal(request(another))).toEqual({ code: 'error-invalid-room', field: 'rid' });
        expect(another.published).toEqual([{ kind: 'refused', code: 'error-invalid-room', field: 'rid', person: another.anne, rids: ['room'] }]);
    });

    it('creates a new invite if all are used up', async () => {
        const world = new World();
        const { invite } = await request(world);
        world.usageOf.set(invite.id, { uses: 3 });
        expect((await request(world)).created).toBe(true);
    });

    it.each<[string, Partial<InviteRequest>]>([
        ['another validity', days(8)],
        ['another number of uses', { maxUses: 4 }],
        ['another room', { rid: 'other' }],
    ])('distinguishes %s', async (_name, overrides) => {
        const world = new World();
        world.known.push({ ...world.room, id: 'other' });
        world.statuses.set('other:anne-id', 'member');
        await request(world);
        expect((await request(world, overrides)).created).toBe(true);
        expect(world.storedInvites.size).toBe(2);
    });

    it('finds the newest of several, and none that was edited, restricted or has ended', async () => {
        const world = new World();
        const terms = { maxUses: 3, validFor: 7 * MS_PER_DAY };
        world.invite({ ...terms, createdAt: world.now - 2 });
        const newest = world.invite({ ...terms, createdAt: world.now - 1 });
        world.invite({ ...terms, createdAt: world.now - 3 });
        world.invite({ ...terms, approval: true });
        world.invite({ ...terms, pausedAt: world.now });
        world.invite({ ...terms, expires: world.now });
        expect(await request(world)).toMatchObject({ created: false, invite: newest });
    });

    it('distinguishes creators', async () => {
        const world = new World();
        world.creators.add('bob-id');
        world.statuses.set('room:bob-id', 'member');
        await request(world);
        const wanted: InviteRequest = { rid: 'room', validity: { count: 7, unit: 'day' }, maxUses: 3 };
        expect((await findOrCreateInvite(world, world.bob, wanted)).created).toBe(true);
    });

    it('creates one invite for concurrent calls on one or two instances', async () => {
        const world = new World();
        const elsewhere = Object.assign(Object.create(world) as World, {
            lock: { run: async (_key: string, work: () => Promise<unknown>) => work() },
        });
        const results = await Promise.all([request(world), request(world), request(elsewhere)]);
        expect(results.filter(({ created }) => created)).toHaveLength(1);
        expect(world.storedInvites.size).toBe(1);
        expect(world.storedClaims.size).toBe(0);
    });

    it('serializes only calls for the same key', async () => {
        const world = new World();
        const keys: string[] = [];
        const run = async (key: string, work: () => Promise<FindOrCreateResult>): Promise<FindOrCreateResult> => {
            keys.push(key);
            return work();
        };
        Object.assign(world, { lock: { run } });
        await request(world);
        await request(world, days(8));
        await request(world, { maxUses: 4 });
        await request(world);
        expect(keys).toEqual([
            `slot:anne-id:room:${String(7 * MS_PER_DAY)}:3`,
            `slot:anne-id:room:${String(8 * MS_PER_DAY)}:3`,
            `slot:anne-id:room:${String(7 * MS_PER_DAY)}:4`,
            keys[0],
        ]);
    });

    it('never gives two invites the same token', async () => {
        const world = new World();
        const { token } = world.invite({ rid: 'other' });
        const tokens = [token, token, 'BBBBBBBBBBBBBBBB'];
        Object.assign(world.secrets, { token: () => tokens.shift() });
        expect((await request(world)).invite.token).toBe('BBBBBBBBBBBBBBBB');
    });
});

describe('find or create is refused', () => {
    it('without the permission, before any other check', async () => {
        const world = new World();
        world.creators.clear();
        expect(await refusal(request(world, days(-1)))).toMatchObject({ code: 'not_authorized' });
    });

    it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('for a number that is not a count: %d', async (number) => {
        const world = new World();
        expect(await refusal(request(world, days(number)))).toEqual({ code: 'invalid-number-of-days', field: 'days', reason: 'no-count' });
        expect(await refusal(request(world, { maxUses: number }))).toEqual({ code: 'invalid-number-of-uses', field: 'maxUses', reason: 'no-count' });
    });

    it('above the ceiling of days, forever included', async () => {
        const world = new World();
        world.ceilings = { ...world.ceilings, maxDays: 7 };
        const over = { code: 'invalid-number-of-days', field: 'days', reason: 'over-ceiling', ceiling: 7 };
        expect((await request(world)).created).toBe(true);
        expect(await refusal(request(world, days(8)))).toMatchObject(over);
        expect(await refusal(request(world, days(0)))).toMatchObject(over);
        expect(await refusal(request(world, { validity: { count: 7 * 24 * 60 + 1, unit: 'minute' } }))).toMatchObject(over);
    });

    it('above the ceiling of uses, any number included', async () => {
        const world = new World();
        world.ceilings = { ...world.ceilings, maxUses: 3 };
        const over = { code: 'invalid-number-of-uses', field: 'maxUses', reason: 'over-ceiling', ceiling: 3 };
        expect((await request(world)).created).toBe(true);
        expect(await refusal(request(world, { maxUses: 4 }))).toMatchObject(over);
        expect(await refusal(request(world, { maxUses: 0 }))).toMatchObject(over);
    });

    it('for an invite without expiry where invites must expire', async () => {
        const world = new World();
        expect((await request(world, days(0))).created).toBe(true);
        world.ceilings = { ...world.ceilings, neverExpiring: false };
        expect(await refusal(request(world, days(0)))).toMatchObject({ code: 'invalid-number-of-days', field: 'days', reason: 'never-not-allowed' });
        expect((await request(world, days(1))).created).toBe(true);
    });

    it('for an expiry after the latest JavaScript date', async () => {
        const world = new World();
        const maxDays = Math.floor((8.64e15 - world.now) / MS_PER_DAY);
        expect((await request(world, days(maxDays))).created).toBe(true);
        expect(await refusal(request(world, days(maxDays + 1)))).toMatchObject({
            code: 'invalid-number-of-days',
            field: 'days',
            reason: 'ends-beyond-dates',
        });
    });

    it('after the hourly limit of new invites, but existing ones are still found', async () => {
        const world = new World();
        world.ceilings = { ...world.ceilings, perHour: 2 };
        await request(world, days(1));
        await request(world, days(2));
        expect(await refusal(request(world, days(3)))).toEqual({ code: 'error-too-many-requests', reason: 'creating', retryAfter: 3600 });
        expect((await request(world, days(2))).created).toBe(false);
        world.now += MS_PER_HOUR;
        expect((await request(world, days(3))).created).toBe(true);
    });

    it('never for many new invites without such a limit, and until the oldest is an hour old with one', async () => {
        const world = new World();
        for (let count = 1; count < 100; count++) {
            await request(world, days(count));
        }
        world.ceilings = { ...world.ceilings, perHour: 100 };
        expect((await request(world, days(100))).created).toBe(true);
        world.now += 3_000_000;
        const expected = { code: 'error-too-many-requests', reason: 'creating', retryAfter: 600 };
        expect(await refusal(request(world, days(101)))).toEqual(expected);
        world.now += 600_000;
        expect((await request(world, days(101))).created).toBe(true);
    });
});
