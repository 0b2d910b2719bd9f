import { describe, expect, it } from '@jest/globals';

import { Budget, type Allowance } from '../../src/domain/budget.ts';

const ALLOWANCE: Allowance = { most: 3, withinMs: 1000 };

function spent(times: number, at = 0): Budget {
    const budget = new Budget();
    for (let i = 0; i < times; i++) {
        budget.spend('somebody', ALLOWANCE, at);
    }
    return budget;
}

const left = (budget: Budget, who: string, now: number) => () => budget.assertLeft(who, ALLOWANCE, now, 'guessing');

describe('a budget', () => {
    it('lasts for as many as it allows', () => {
        expect(left(spent(2), 'somebody', 0)).not.toThrow();
        expect(left(spent(3), 'somebody', 0)).toThrow('error-too-many-requests');
        expect(left(spent(3), 'somebody else', 0)).not.toThrow();
    });

    it('is spent as long as anything is left of it', () => {
        const budget = spent(2);
        expect([0, 0, 999].map((now) => budget.spendIfLeft('somebody', ALLOWANCE, now))).toEqual([true, false, false]);
        expect(budget.spendIfLeft('somebody else', ALLOWANCE, 999)).toBe(true);
        expect(budget.spendIfLeft('somebody', ALLOWANCE, 1000)).toBe(true);
    });

    it('takes over what was counted elsewhere, if that is more', () => {
        const budget = spent(1);
        budget.raise('somebody', { count: 3, since: 0 });
        expect(left(budget, 'somebody', 1)).toThrow('error-too-many-requests');
        budget.raise('somebody', { count: 1, since: 0 });
        budget.raise('somebody', undefined);
        expect(left(budget, 'somebody', 1)).toThrow('error-too-many-requests');
        budget.raise('somebody', { count: 1, since: 500 });
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
        budget.spend('somebody', ALLOWANCE, 1500);
        expect(left(budget, 'somebody', 1501)).not.toThrow();
    });

    it('remembers ten thousand people and forgets the one who came first', () => {
        const budget = spent(3);
        for (let i = 0; i < 9999; i++) {
            budget.spend(`person ${i}`, ALLOWANCE, 1);
        }
        expect(left(budget, 'somebody', 2)).toThrow();
        budget.spend('one more', ALLOWANCE, 2);
        expect(left(budget, 'somebody', 3)).not.toThrow();
    });
});
