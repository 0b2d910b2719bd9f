import { expect, it } from '@jest/globals';

import { cleanUp } from '../../src/domain/useCases/cleanUp.ts';
import { CLAIM_TTL_MS } from '../../src/domain/model/claim.ts';
import { MS_PER_DAY } from '../../src/domain/model/invite.ts';
import { World } from './world.mts';

const KEPT = 30;
const KEPT_DAYS = { ended: KEPT, history: 365 };

it('deletes invites that ended longer ago than they are kept, with their uses', async () => {
    const world = new World();
    const long = world.now - (7 + KEPT) * MS_PER_DAY;
    const ended = world.invite({ createdAt: long - 1 });
    const kept = world.invite({ createdAt: long });
    const endless = world.invite({ createdAt: long - 1, validFor: 0 });
    await cleanUp(world, KEPT_DAYS);
    expect([...world.storedInvites.keys()]).toEqual([kept.id, endless.id]);
    expect(world.steps).toEqual([`remove ${ended.id}`, `forget ${ended.id}`, `sweep all but ${kept.id}, ${endless.id}`]);
});

it('deletes counts of wrong tokens, shown lists, requests and notices that nobody needs any more', async () => {
    const world = new World();
    const { id } = world.invite();
    world.wrongTokens.set('long ago', { since: world.now - MS_PER_DAY, count: 1 }).set('now', { since: world.now, count: 1 });
    world.lists.set('long ago', { userId: 'long ago', at: world.now - 2 * MS_PER_DAY, ids: [], first: 1 });
    world.lists.set('now', { userId: 'now', at: world.now, ids: [], first: 1 });
    world.told.set('of a revoked link', 'gone').set('of a link', id);
    await cleanUp(world, KEPT_DAYS);
    expect([[...world.wrongTokens.keys()], [...world.lists.keys()], [...world.told.keys()]]).toEqual([['now'], ['now'], ['of a link']]);
});

it('keeps a used-up invite from its last use on', async () => {
    const world = new World();
    const usedUp = world.invite({ validFor: 0, maxUses: 1, createdAt: 0 });
    world.usageOf.set(usedUp.id, { uses: 1, lastAt: world.now - KEPT * MS_PER_DAY });
    await cleanUp(world, KEPT_DAYS);
    expect(world.storedInvites.size).toBe(1);
    world.usageOf.set(usedUp.id, { uses: 1, lastAt: world.now - KEPT * MS_PER_DAY - 1 });
    await cleanUp(world, KEPT_DAYS);
    expect(world.storedInvites.size).toBe(0);
});

it('works for up to 15 seconds a run, and continues in the next', async () => {
    const world = new World();
    const ended = Array.from({ length: 8 }, () => world.invite({ createdAt: 0 }));
    const { remove } = world.invites;
    Object.assign(world.invites, { remove: async (id: string) => ((world.now += 3000), remove(id)) });
    await cleanUp(world, KEPT_DAYS);
    expect([...world.storedInvites.keys()]).toEqual(ended.slice(5).map(({ id }) => id));
    await cleanUp(world, KEPT_DAYS);
    expect(world.storedInvites.size).toBe(0);
});

it('leaves time for the rest where asking about rooms, creators or people takes too long', async () => {
    const world = new World();
    const kept = Array.from({ length: 20 }, (_, n) => world.invite({ rid: `room-${n}`, userId: `creator-${n}` }));
    for (const rid of kept.map((invite) => invite.rid)) {
        world.statuses.set(`${rid}:anyone`, 'member');
    }
    const slowly = <T extends object>(service: T, name: keyof T): void => {
        const call = service[name] as (...args: unknown[]) => unknown;
        Object.assign(service, { [name]: (...args: unknown[]) => ((world.now += 1000), call.apply(service, args)) });
    };
    slowly(world.rooms, 'byId');
    slowly(world.users, 'byId');
    for (let night = 0; night < 3; night++) {
        world.steps.length = 0;
        world.now += MS_PER_DAY;
        const startedAt = world.now;
        await cleanUp(world, KEPT_DAYS);
        expect(world.now - startedAt).toBeLessThanOrEqual(11_000);
        expect(world.steps).toContainEqual(expect.stringContaining('sweep all but'));
    }
});

it('continues after a failure, and throws it at the end', async () => {
    const world = new World();
    const bad = world.invite({ rid: 'bad' });
    const deleted = world.invite({ rid: 'deleted' });
    const ended = world.invite({ createdAt: 0 });
    const { byId } = world.rooms;
    Object.assign(world.rooms, { byId: (rid: string) => (rid === 'bad' ? Promise.reject(new Error('Not this one')) : byId(rid)) });
    await expect(cleanUp(world, KEPT_DAYS)).rejects.toThrow('Not this one');
    expect([...world.storedInvites.keys()]).toEqual([bad.id]);
    expect(world.steps).toEqual([ended, deleted].flatMap(({ id }) => [`remove ${id}`, `forget ${id}`]).concat(`sweep all but ${bad.id}`));
});

it('deletes the invites of deleted accounts if invites need their creator', async () => {
    const world = new World();
    const existing = world.invite();
    const ofDeletedAccount = [world.invite({ userId: 'deleted-id' }), world.invite({ userId: 'deleted-id' })];
    const unread = world.invite({ userId: 'unread' });
    world.statuses.set('room:unread', 'member');
    await cleanUp(world, KEPT_DAYS);
    expect(world.storedInvites.size).toBe(4);
    world.mustStay = true;
    await cleanUp(world, KEPT_DAYS);
    expect([...world.storedInvites.keys()]).toEqual([existing.id, unread.id]);
    expect(world.steps).toEqual(expect.arrayContaining(ofDeletedAccount.map(({ id }) => `forget ${id}`)));
});

it('deletes the invites to deleted rooms', async () => {
    const world = new World();
    const here = world.invite();
    const deleted = [world.invite({ rid: 'deleted' }), world.invite({ rid: 'deleted' })];
    const unread = world.invite({ rid: 'unread' });
    world.statuses.set('unread:anne-id', 'member');
    await cleanUp(world, KEPT_DAYS);
    expect([...world.storedInvites.keys()]).toEqual([here.id, unread.id]);
    expect(world.steps.filter((step) => !/^(fold|sweep)/.test(step))).toEqual(deleted.flatMap(({ id }) => [`remove ${id}`, `forget ${id}`]));
});

it('folds long lists of claims, and settles the attempts of people who were interrupted after they had joined', async () => {
    const world = new World();
    const long = world.invite();
    for (let n = 0; n < 50; n++) {
        world.claim(long.id, 'joined', { holder: `person-${String(n)}` });
    }
    const short = world.invite();
    world.claim(short.id, 'joined');
    const interrupted = world.invite();
    const claim = world.claim(interrupted.id, 'taken', { at: world.now - CLAIM_TTL_MS.taken - 1 });
    const lost = world.claim(interrupted.id, 'taken', { at: world.now - CLAIM_TTL_MS.taken - 1, holder: 'lost' });
    world.statuses.set('room:bob-id', 'member');
    await cleanUp(world, KEPT_DAYS);
    expect(world.steps.filter((step) => step.startsWith('fold'))).toEqual([`fold ${long.id}`, `fold ${interrupted.id}`]);
    expect(world.storedClaims.get(claim.id)?.state).toBe('joined');
    expect(world.storedClaims.has(lost.id)).toBe(false);
    expect(world.published).toEqual([{ kind: 'settled', person: world.bob, invite: interrupted, rids: ['room'] }]);
});
