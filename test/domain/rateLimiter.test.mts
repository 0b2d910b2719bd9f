import { describe, expect, it } from '@jest/globals';

import { RateLimiter, type RateLimit } from '../../src/domain/policies/rateLimiter.ts';

const ALLOWANCE: RateLimit = { max: 3, withinMs: 1000 };

function spent(times: number, at = 0): RateLimiter {
    const budget = new RateLimiter();
    for (let i = 0; i < times; i++) {
        budget.consume('somebody', ALLOWANCE, at);
    }
    return budget;
}

const left = (budget: RateLimiter, who: string, now: number) => () => budget.assertAllowed(who, ALLOWANCE, now, 'guessing');

describe('a budget', () => {
    it('lasts for as many as it allows', () => {
        expect(left(spent(2), 'somebody', 0)).not.toThrow();
        expect(left(spent(3), 'somebody', 0)).toThrow('error-too-many-requests');
        expect(left(spent(3), 'somebody else', 0)).not.toThrow();
    });

    it('is spent as long as anything is left of it', () => {
        const budget = spent(2);
        expect([0, 0, 999].map((now) => budget.tryConsume('somebody', ALLOWANCE, now))).toEqual([true, false, false]);
        expect(budget.tryConsume('somebody else', ALLOWANCE, 999)).toBe(true);
        expect(budget.tryConsume('somebody', ALLOWANCE, 1000)).toBe(true);
    });

    it('takes over what was counted elsewhere, if that is more', () => {
        const budget = spent(1);
        budget.restore('somebody', { count: 3, since: 0 });
        expect(left(budget, 'somebody', 1)).toThrow('error-too-many-requests');
        budget.restore('somebody', { count: 1, since: 0 });
        budget.restore('somebody', undefined);
        expect(left(budget, 'somebody', 1)).toThrow('error-too-many-requests');
        budget.restore('somebody', { count: 1, since: 500 });
        expect(left(budget, 'somebody', 501)).not.toThrow();
    });

    it('says how long to wait, in whole seconds, and is whole again then', () => {
        const budget = spent(3, 500);
        try {
            left(budget, 'somebody', 501)();
            throw new Error('unreachable');
        } catch (error) {
            expect(error).toMatchObject({ details: { retryAfter: 1, reason: 'guessing' } });
        }
        expect(left(budget, 'somebody', 1499)).toThrow();
        expect(left(budget, 'somebody', 1500)).not.toThrow();
        budget.consume('somebody', ALLOWANCE, 1500);
        expect(left(budget, 'somebody', 1501)).not.toThrow();
    });

    it('remembers ten thousand people and forgets the one who came first', () => {
        const budget = spent(3);
        for (let i = 0; i < 9999; i++) {
            budget.consume(`person ${i}`, ALLOWANCE, 1);
        }
        expect(left(budget, 'somebody', 2)).toThrow();
        budget.consume('one more', ALLOWANCE, 2);
        expect(left(budget, 'somebody', 3)).not.toThrow();
    });
});
