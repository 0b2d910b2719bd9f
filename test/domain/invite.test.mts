import { expect, it } from '@jest/globals';

import {
    daysOf,
    endedAt,
    endOf,
    isExpired,
    isLive,
    isPlain,
    isRepresentable,
    msOf,
    newInvite,
    stateOf,
    type Invite,
    type Terms,
    type Usage,
} from '../../src/domain/model/invite.ts';

const DAY = 24 * 60 * 60 * 1000;

function invite({ validFor = DAY, maxUses = 2, createdAt = 1000, ...overrides }: Partial<Invite & Terms> = {}): Invite {
    return { ...newInvite({ rid: 'room', userId: 'user', terms: { validFor, maxUses } }, 'id', 'token', createdAt), ...overrides };
}

it('expires at the end of its validity, or never', () => {
    expect(invite().expires).toBe(1000 + DAY);
    expect(invite({ validFor: 0 }).expires).toBeNull();
    expect(isExpired(invite(), 999 + DAY)).toBe(false);
    expect(isExpired(invite(), 1000 + DAY)).toBe(true);
    expect(isExpired(invite({ validFor: 0 }), 1e15)).toBe(false);
});

it('is valid for whole days, rounded up', () => {
    expect([0, 1, DAY, DAY + 1].map((validFor) => daysOf(invite({ validFor })))).toEqual([0, 1, 1, 2]);
});

it('converts all units to ms', () => {
    expect((['minute', 'hour', 'day', 'week'] as const).map((unit) => msOf({ count: 3, unit }))).toEqual([180_000, 10_800_000, 3 * DAY, 21 * DAY]);
});

it.each<[boolean, Partial<Invite & Terms>, number]>([
    [true, {}, 0],
    [true, {}, 1],
    [false, {}, 2],
    [false, {}, 3],
    [true, { maxUses: 0 }, 1000],
    [false, { createdAt: 1000 - DAY }, 0],
])('is live: %s, with %j and %d uses', (live, overrides, uses) => {
    expect(isLive({ invite: invite(overrides), usage: { uses } }, 1000)).toBe(live);
});

it.each<[number | undefined, number, Usage]>([
    [undefined, 2000, { uses: 1, lastAt: 1500 }],
    [1500, 2000, { uses: 2, lastAt: 1500 }],
    [1000 + DAY, 1000 + DAY, { uses: 1, lastAt: 1500 }],
    [1500, 2 * DAY, { uses: 2, lastAt: 1500 }],
    [1000 + DAY, 2 * DAY, { uses: 2, lastAt: 1000 + DAY + 1 }],
    [undefined, 2000, { uses: 2 }],
])('ended at %s, as of %d, with %j', (end, now, usage) => {
    expect(endedAt({ invite: invite(), usage }, now)).toBe(end);
});

it('has a representable expiry up to the latest JavaScript date', () => {
    expect(isRepresentable(endOf({ validFor: 8.64e15 - 5 }, 5))).toBe(true);
    expect(isRepresentable(endOf({ validFor: 8.64e15 - 4 }, 5))).toBe(false);
    expect(isRepresentable(null)).toBe(true);
    expect(new Date(8.64e15 + 1).getTime()).toBeNaN();
});

it.each<[boolean, Partial<Invite>]>([
    [true, {}],
    [true, { label: 'Fair', notify: 'joins' }],
    [false, { expires: 5 }],
    [false, { maxUses: 3 }],
    [false, { pausedAt: 5 }],
    [false, { approval: true }],
    [false, { audience: { roles: ['admin'] } }],
    [false, { moreRooms: ['other'] }],
])('is plain: %s, with %j', (plain, overrides) => {
    expect(isPlain({ ...invite(), ...overrides })).toBe(plain);
});

it('has the last of its possible states', () => {
    const state = (overrides: Partial<Invite>, uses: number, isSuspended: boolean): string =>
        stateOf({ invite: { ...invite(), ...overrides }, usage: { uses } }, isSuspended, 1000);
    expect(state({}, 0, false)).toBe('active');
    expect(state({ pausedAt: 1 }, 0, false)).toBe('paused');
    expect(state({ pausedAt: 1 }, 0, true)).toBe('suspended');
    expect(state({ pausedAt: 1, expires: 1000 }, 0, true)).toBe('expired');
    expect(state({ pausedAt: 1, expires: 1000 }, 2, true)).toBe('used-up');
});
