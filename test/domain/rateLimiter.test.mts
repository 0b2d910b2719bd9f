import { describe, expect, it } from '@jest/globals';

import { RateLimiter, type RateLimit } from '../../src/domain/policies/rateLimiter.ts';

const LIMIT: RateLimit = { max: 3, withinMs: 1000 };

function consumed(times: number, at = 0): RateLimiter {
    const limiter = new RateLimiter();
    for (let i = 0; i < times; i++) {
        limiter.consume('key', LIMIT, at);
    }
    return limiter;
}

const attempt = (limiter: RateLimiter, key: string, now: number) => () => limiter.assertAllowed(key, LIMIT, now, 'guessing');

describe('a rate limiter', () => {
    it('allows as many occurrences as the limit, per key', () => {
        expect(attempt(consumed(2), 'key', 0)).not.toThrow();
        expect(attempt(consumed(3), 'key', 0)).toThrow('error-too-many-requests');
        expect(attempt(consumed(3), 'other key', 0)).not.toThrow();
    });

    it('consumes only while the limit allows it', () => {
        const limiter = consumed(2);
        expect([0, 0, 999].map((now) => limiter.tryConsume('key', LIMIT, now))).toEqual([true, false, false]);
        expect(limiter.tryConsume('other key', LIMIT, 999)).toBe(true);
        expect(limiter.tryConsume('key', LIMIT, 1000)).toBe(true);
    });

    it('adopts a newer or higher count of another instance', () => {
        const limiter = consumed(1);
        limiter.restore('key', { count: 3, since: 0 });
        expect(attempt(limiter, 'key', 1)).toThrow('error-too-many-requests');
        limiter.restore('key', { count: 1, since: 0 });
        limiter.restore('key', undefined);
        expect(attempt(limiter, 'key', 1)).toThrow('error-too-many-requests');
        limiter.restore('key', { count: 1, since: 500 });
        expect(attempt(limiter, 'key', 501)).not.toThrow();
    });

    it('returns the time to wait in whole seconds, and starts anew after it', () => {
        const limiter = consumed(3, 500);
        try {
            attempt(limiter, 'key', 501)();
            throw new Error('unreachable');
        } catch (error) {
            expect(error).toMatchObject({ details: { retryAfter: 1, reason: 'guessing' } });
        }
        expect(attempt(limiter, 'key', 1499)).toThrow();
        expect(attempt(limiter, 'key', 1500)).not.toThrow();
        limiter.consume('key', LIMIT, 1500);
        expect(attempt(limiter, 'key', 1501)).not.toThrow();
    });

    it('tracks ten thousand keys and drops the oldest', () => {
        const limiter = consumed(3);
        for (let i = 0; i < 9999; i++) {
            limiter.consume(`key ${i}`, LIMIT, 1);
        }
        expect(attempt(limiter, 'key', 2)).toThrow();
        limiter.consume('one more key', LIMIT, 2);
        expect(attempt(limiter, 'key', 3)).not.toThrow();
    });
});
