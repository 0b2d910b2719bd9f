import { expect, it } from '@jest/globals';

import { TtlCache } from '../../src/rocketchat/settings/ttlCache.ts';

const MINUTE = 60_000;

it('reads again after a failure, which only its caller gets', async () => {
    const cache = new TtlCache();
    await expect(cache.get('id', MINUTE, () => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable');
    expect(await cache.get('id', MINUTE, async () => 'read')).toBe('read');
    expect(await cache.get('id', MINUTE, async () => 'read again')).toBe('read');
});

it('keeps a value that was read after it was cleared, although an earlier read fails later', async () => {
    const cache = new TtlCache();
    let fail = (_error: Error): void => undefined;
    const earlier = cache.get('id', MINUTE, () => new Promise((_resolve, reject) => (fail = reject)));
    cache.clear();
    await cache.get('id', MINUTE, async () => 'new');
    fail(new Error('unreadable'));
    await expect(earlier).rejects.toThrow('unreadable');
    expect(await cache.get('id', MINUTE, async () => 'newer')).toBe('new');
});
