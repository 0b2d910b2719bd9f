import { expect, it } from 'vitest';

import { KeyedQueue } from '../../src/domain/keyedQueue.ts';

it('runs work on one key in order, one at a time, and work on another key meanwhile', async () => {
    const queue = new KeyedQueue();
    const events: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = queue.run('a', async () => {
        events.push('first begins');
        await gate;
        events.push('first ends');
    });
    const second = queue.run('a', async () => void events.push('second'));
    await queue.run('b', async () => void events.push('other key'));
    open();
    await Promise.all([first, second]);
    expect(events).toEqual(['first begins', 'other key', 'first ends', 'second']);
});

it('tells the failure to who asked, and goes on with the next', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
});

it('forgets a key when its line is empty', async () => {
    const queue = new KeyedQueue();
    await Promise.all([queue.run('a', async () => 1), queue.run('a', async () => 2)]);
    expect((queue as unknown as { tails: Map<string, unknown> }).tails.size).toBe(0);
});
