import { expect, it } from '@jest/globals';

import { newestFirst, type HistoryEntry } from '../../src/domain/model/history.ts';
import { MS_PER_DAY } from '../../src/domain/model/invite.ts';
import { sweepHistory } from '../../src/domain/useCases/sweepHistory.ts';
import { World } from './world.mts';

function entry(world: World, id: string, days: number, overrides: Partial<HistoryEntry> = {}): HistoryEntry {
    const at = world.now - days * MS_PER_DAY;
    const created: HistoryEntry = {
        ...{ id, inviteId: 'invite', label: null, rids: ['room'], personId: 'bob-id', invitedBy: 'anne-id', at, outcome: 'joined', rank: 0 },
        ...overrides,
    };
    world.storedHistory.set(id, created);
    return created;
}

it('deletes the days before the kept ones, and continues where the last run stopped', async () => {
    const world = new World();
    [399, 200, 31, 29].forEach((days) => entry(world, `${days}`, days));
    let left = 100;
    await sweepHistory(world, 30, () => left-- > 0);
    expect([...world.storedHistory.keys()]).toEqual(['200', '31', '29']);
    await sweepHistory(world, 30, () => true);
    expect([...world.storedHistory.keys()]).toEqual(['29']);
});

it('that keeps two years deletes what is older, and the rest once the administrator keeps less', async () => {
    const world = new World();
    [1129, 731, 729, 31, 29].forEach((days) => entry(world, `${days}`, days));
    await sweepHistory(world, 730, () => true);
    expect([...world.storedHistory.keys()]).toEqual(['729', '31', '29']);
    await sweepHistory(world, 30, () => true);
    expect([...world.storedHistory.keys()]).toEqual(['29']);
});

it('deletes the history of deleted people, each checked once', async () => {
    const world = new World();
    entry(world, 'here', 0);
    entry(world, 'gone', 0, { personId: 'gone' });
    entry(world, 'gone too', 30, { personId: 'gone' });
    // The app may not read this account, but it has a subscription.
    entry(world, 'unread', 0, { personId: 'unread' });
    world.statuses.set('room:unread', 'member');
    const { removePerson } = world.history;
    const removed: string[] = [];
    Object.assign(world.history, { removePerson: async (id: string) => (removed.push(id), removePerson(id)) });
    await sweepHistory(world, 365, () => true);
    expect([...world.storedHistory.keys()]).toEqual(['here', 'unread']);
    expect(removed).toEqual(['gone']);
});

it('asks about no more people than it has time for, and reaches all in the end', async () => {
    const world = new World();
    const people = Array.from({ length: 40 }, (_, n) => `person-${n}`);
    people.forEach((personId, n) => entry(world, personId, 0, { personId, at: world.now + n }));
    const { byId } = world.users;
    let asked = 0;
    Object.assign(world.users, { byId: (id: string) => ((asked += 1), byId(id)) });
    // The first half of the people is still there.
    Object.assign(world.memberships, { hasSubscription: (_rid: string, id: string) => Promise.resolve(people.indexOf(id) < 20) });
    for (let run = 0; run < 300 && world.storedHistory.size > 0; run++) {
        world.now += 1 + Math.floor(Math.random() * 1000);
        asked = 0;
        await sweepHistory(world, 365, () => asked < 5);
        expect(asked).toBeLessThanOrEqual(5);
    }
    expect(new Set(world.storedHistory.keys())).toEqual(new Set(people.slice(0, 20)));
});

it('entries of the same moment have one order, so that pages neither repeat nor omit one', () => {
    const world = new World();
    const [a, b, c] = [entry(world, 'a', 1), entry(world, 'b', 1), entry(world, 'c', 0)];
    expect(newestFirst([a, b, c, a]).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(newestFirst([b, a, c]).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
