import { beforeEach, expect, it } from '@jest/globals';

import { ScheduledFolds } from '../../src/app/foldRequests.ts';
import { RateLimiter } from '../../src/domain/policies/rateLimiter.ts';

let now = 0;
let scheduled: string[];
let reports: string[];
let folds: ScheduledFolds;

beforeEach(() => {
    scheduled = [];
    reports = [];
    const scheduler = {
        scheduleOnce: async ({ data }: { data: { inviteId: string } }) => {
            if (data.inviteId === 'failing') {
                throw new Error('The database is gone');
            }
            scheduled.push(data.inviteId);
        },
    };
    const modify = { getScheduler: () => scheduler };
    folds = new ScheduledFolds(modify as never, new RateLimiter(), { now: () => now }, (message) => void reports.push(message));
});

it('schedules one fold of an invite in a minute', async () => {
    await folds.request('one');
    await folds.request('one');
    await folds.request('other');
    expect(scheduled).toEqual(['one', 'other']);
    now += 61_000;
    await folds.request('one');
    expect(scheduled).toEqual(['one', 'other', 'one']);
});

it('reports a fold that could not be scheduled', async () => {
    await folds.request('failing');
    expect(reports).toEqual(['The uses of invite failing could not be folded']);
});
