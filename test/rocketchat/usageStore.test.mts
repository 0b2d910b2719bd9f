import { expect, it } from '@jest/globals';

import { CLAIM_TTL_MS } from '../../src/domain/model/claim.ts';
import { StoredUsage } from '../../src/rocketchat/storage/usageStore.ts';

const NOW = Date.UTC(2026, 0, 1);

it('sweeps the counters of invites that are gone, once no operation can still add to them', async () => {
    const removed: string[] = [];
    const counter = (id: string, inviteId: string, age: number) => ({ id, inviteId, lastAt: NOW - age });
    const { taken } = CLAIM_TTL_MS;
    const counters = {
        all: async () => [counter('leftover', 'gone', taken + 1), counter('recent', 'gone', taken), counter('known', 'live', taken + 1)],
        remove: async ({ id }: { id: string }) => void removed.push(id),
    };
    const usage = new StoredUsage({ all: async () => [] } as never, counters as never, { now: () => NOW });
    await usage.sweep(new Set(['live']), () => true);
    expect(removed).toEqual(['leftover']);
});
