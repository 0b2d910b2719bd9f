import { expect, it } from '@jest/globals';

import { KeyedLock } from '../../src/domain/capacity/keyedLock.ts';

it('runs work on one key one by one in order, and work on another key meanwhile', async () => {
    const lock = new KeyedLock(() => new Promise(() => undefined));
    const events: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = lock.run('a', async () => {
        events.push('first begins');
        await gate;
        events.push('first ends');
    });
    const second = lock.run('a', async () => void events.push('second'));
    await lock.run('b', async () => void events.push('other key'));
    open();
    await Promise.all([first, second]);
    expect(events).toEqual(['first begins', 'other key', 'first ends', 'second']);
});

it('keeps later callers waiting for the work that runs now', async () => {
    const lock = new KeyedLock(() => new Promise(() => undefined));
    let end = (): void => undefined;
    let start = (): void => undefined;
    const second = new Promise<void>((resolve) => (start = resolve));
    const first = lock.run('a', async () => undefined);
    const working = lock.run('a', () => {
        start();
        return new Promise<void>((resolve) => (end = resolve));
    });
    await Promise.all([first, second]);
    const events: string[] = [];
    const third = lock.run('a', async () => void events.push('third'));
    await new Promise((resolve) => setImmediate(resolve));
    events.push('second ends');
    end();
    await Promise.all([working, third]);
    expect(events).toEqual(['second ends', 'third']);
});

it('rejects for the failing caller only, and runs the next work', async () => {
    const lock = new KeyedLock(() => new Promise(() => undefined));
    const failing = lock.run('a', () => Promise.reject(new Error('no')));
    const next = lock.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
});

it('drops a key when no work is left', async () => {
    const lock = new KeyedLock(() => new Promise(() => undefined));
    await Promise.all([lock.run('a', async () => 1), lock.run('a', async () => 2)]);
    expect((lock as unknown as { tails: Map<string, unknown> }).tails.size).toBe(0);
});

it('waits no longer than its patience', async () => {
    const lock = new KeyedLock(async () => undefined);
    void lock.run('a', () => new Promise(() => undefined));
    await expect(lock.run('a', async () => 'continued')).resolves.toBe('continued');
});
