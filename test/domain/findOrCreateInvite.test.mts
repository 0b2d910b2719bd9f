import { describe, expect, it } from '@jest/globals';

import { findOrCreateInvite, type FindOrCreateResult, type InviteRequest } from '../../src/domain/useCases/findOrCreateInvite.ts';
import { MS_PER_DAY, MS_PER_HOUR } from '../../src/domain/model/invite.ts';
import { refusal, World } from './world.mts';

function ask(world: World, overrides: Partial<InviteRequest> = {}): Promise<FindOrCreateResult> {
    return findOrCreateInvite(world, world.anne, { rid: 'room', validity: { count: 7, unit: 'day' }, maxUses: 3, ...overrides });
}

const days = (count: number): Partial<InviteRequest> => ({ validity: { count, unit: 'day' } });

describe('find or create', () => {
    it('makes an invite when there is none', async () => {
        const world = new World();
        const { invite, usage, created } = await ask(world);
        expect(created).toBe(true);
        expect(usage).toEqual({ uses: 0 });
        expect(invite).toEqual({ ...invite, rid: 'room', userId: 'anne-id', validFor: 7 * MS_PER_DAY, maxUses: 3, createdAt: world.now });
        expect([...world.storedInvites.values()]).toEqual([invite]);
        expect(invite.token).not.toBe(invite.id);
    });

    it('finds the same again, with its uses, as long as it works', async () => {
        const world = new World();
        const { invite } = await ask(world);
        world.usageOf.set(invite.id, { uses: 2 });
        expect(await ask(world)).toEqual({ invite, usage: { uses: 2 }, created: false });
        world.now += 7 * MS_PER_DAY - 1;
        expect((await ask(world)).created).toBe(false);
        world.now += 1;
        expect((await ask(world)).created).toBe(true);
    });

    it('has the events know of each, and tells it of the one that is new', async () => {
        const world = new World();
        const { invite } = await ask(world);
        await ask(world);
        expect(world.attached).toEqual([invite.id, invite.id]);
        expect(world.published).toEqual([{ kind: 'created', person: world.anne, invite }]);
    });

    it('has the events know of a banned person who wants one, and of nobody else who may not', async () => {
        const world = new World();
        world.statuses.set('room:anne-id', 'banned');
        expect(await refusal(ask(world))).toEqual({ code: 'error-user-is-banned' });
        expect(world.published).toEqual([{ kind: 'refused-banned', person: world.anne, rid: 'room' }]);

        const another = new World();
        another.statuses.set('room:anne-id', 'none');
        expect(await refusal(ask(another))).toEqual({ code: 'error-invalid-room', field: 'rid' });
        expect(another.published).toEqual([]);
    });

    it('makes a new one when all are used up', async () => {
        const world = new World();
        const { invite } = await ask(world);
        world.usageOf.set(invite.id, { uses: 3 });
        expect((await ask(world)).created).toBe(true);
    });

    it.each<[string, Partial<InviteRequest>]>([
        ['another validity', days(8)],
        ['another number of uses', { maxUses: 4 }],
        ['another room', { rid: 'other' }],
    ])('tells apart %s', async (_what, overrides) => {
        const world = new World();
        world.known.push({ ...world.room, id: 'other' });
        world.statuses.set('other:anne-id', 'member');
        await ask(world);
        expect((await ask(world, overrides)).created).toBe(true);
        expect(world.storedInvites.size).toBe(2);
    });

    it('tells apart whose it is', async () => {
        const world = new World();
        world.creators.add('bob-id');
        world.statuses.set('room:bob-id', 'member');
        await ask(world);
        const wanted: InviteRequest = { rid: 'room', validity: { count: 7, unit: 'day' }, maxUses: 3 };
        expect((await findOrCreateInvite(world, world.bob, wanted)).created).toBe(true);
    });

    it('makes one when it is asked twice at once, in one instance or in two', async () => {
        const world = new World();
        const elsewhere = Object.assign(Object.create(world) as World, {
            lock: { run: async (_key: string, work: () => Promise<unknown>) => work() },
        });
        const answers = await Promise.all([ask(world), ask(world), ask(elsewhere)]);
        expect(answers.filter(({ created }) => created)).toHaveLength(1);
        expect(world.storedInvites.size).toBe(1);
        expect(world.storedClaims.size).toBe(0);
    });

    it('lets questions wait for one another only when they ask for the same', async () => {
        const world = new World();
        const keys: string[] = [];
        const run = async (key: string, work: () => Promise<FindOrCreateResult>): Promise<FindOrCreateResult> => {
            keys.push(key);
            return work();
        };
        Object.assign(world, { lock: { run } });
        await ask(world);
        await ask(world, days(8));
        await ask(world, { maxUses: 4 });
        await ask(world);
        expect(keys).toEqual([
            `slot:anne-id:room:${String(7 * MS_PER_DAY)}:3`,
            `slot:anne-id:room:${String(8 * MS_PER_DAY)}:3`,
            `slot:anne-id:room:${String(7 * MS_PER_DAY)}:4`,
            keys[0],
        ]);
    });

    it('never gives two invites one token', async () => {
        const world = new World();
        const { token } = world.invite({ rid: 'other' });
        const tokens = [token, token, 'BBBBBBBBBBBBBBBB'];
        Object.assign(world.secrets, { token: () => tokens.shift() });
        expect((await ask(world)).invite.token).toBe('BBBBBBBBBBBBBBBB');
    });
});

describe('is refused', () => {
    it('to who may not create invites there, before all else', async () => {
        const world = new World();
        world.creators.clear();
        expect(await refusal(ask(world, days(-1)))).toMatchObject({ code: 'not_authorized' });
    });

    it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('for a number that is no count: %d', async (number) => {
        const world = new World();
        expect(await refusal(ask(world, days(number)))).toEqual({ code: 'invalid-number-of-days', field: 'days', reason: 'no-count' });
        expect(await refusal(ask(world, { maxUses: number }))).toEqual({ code: 'invalid-number-of-uses', field: 'maxUses', reason: 'no-count' });
    });

    it('above the ceiling of days, which for ever is as well', async () => {
        const world = new World();
        world.ceilings = { ...world.ceilings, maxDays: 7 };
        const over = { code: 'invalid-number-of-days', field: 'days', reason: 'over-ceiling', ceiling: 7 };
        expect((await ask(world)).created).toBe(true);
        expect(await refusal(ask(world, days(8)))).toEqual(over);
        expect(await refusal(ask(world, days(0)))).toEqual(over);
        expect(await refusal(ask(world, { validity: { count: 7 * 24 * 60 + 1, unit: 'minute' } }))).toEqual(over);
    });

    it('above the ceiling of uses, which any number is as well', async () => {
        const world = new World();
        world.ceilings = { ...world.ceilings, maxUses: 3 };
        const over = { code: 'invalid-number-of-uses', field: 'maxUses', reason: 'over-ceiling', ceiling: 3 };
        expect((await ask(world)).created).toBe(true);
        expect(await refusal(ask(world, { maxUses: 4 }))).toEqual(over);
        expect(await refusal(ask(world, { maxUses: 0 }))).toEqual(over);
    });

    it('for ever, where invites have to expire', async () => {
        const world = new World();
        expect((await ask(world, days(0))).created).toBe(true);
        world.ceilings = { ...world.ceilings, neverExpiring: false };
        expect(await refusal(ask(world, days(0)))).toEqual({ code: 'invalid-number-of-days', field: 'days', reason: 'never-not-allowed' });
        expect((await ask(world, days(1))).created).toBe(true);
    });

    it('beyond the last date that there is', async () => {
        const world = new World();
        const left = Math.floor((8.64e15 - world.now) / MS_PER_DAY);
        expect((await ask(world, days(left))).created).toBe(true);
        expect(await refusal(ask(world, days(left + 1)))).toEqual({ code: 'invalid-number-of-days', field: 'days', reason: 'ends-beyond-dates' });
    });

    it('to who made as many within an hour as are allowed; those that are there are still found', async () => {
        const world = new World();
        world.ceilings = { ...world.ceilings, perHour: 2 };
        await ask(world, days(1));
        await ask(world, days(2));
        expect(await refusal(ask(world, days(3)))).toEqual({ code: 'error-too-many-requests', reason: 'creating', retryAfter: 3600 });
        expect((await ask(world, days(2))).created).toBe(false);
        world.now += MS_PER_HOUR;
        expect((await ask(world, days(3))).created).toBe(true);
    });

    it('never for having made many, where there is no such limit', async () => {
        const world = new World();
        for (let count = 1; count < 100; count++) {
            await ask(world, days(count));
        }
        world.ceilings = { ...world.ceilings, perHour: 100 };
        expect((await ask(world, days(100))).created).toBe(true);
        world.now += 3_000_000;
        const refused = { code: 'error-too-many-requests', reason: 'creating', retryAfter: 600 };
        expect(await refusal(ask(world, days(101)))).toEqual(refused);
        world.now += 600_000;
        expect((await ask(world, days(101))).created).toBe(true);
    });
});
