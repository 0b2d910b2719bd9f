import { beforeEach, describe, expect, it } from '@jest/globals';

import { daysBetween, monthsBetween, newestFirst, outcomeOf, useIdOf, type HistoryEntry } from '../../src/domain/model/history.ts';
import { MS_PER_DAY, MS_PER_MINUTE, type Invite } from '../../src/domain/model/invite.ts';
import type { InviteEvent } from '../../src/domain/model/event.ts';
import { noticeKey, noticesAfter, type Notice } from '../../src/domain/model/notice.ts';
import { RateLimiter } from '../../src/domain/policies/rateLimiter.ts';
import { inviteHistory, type HistoryQuery } from '../../src/domain/useCases/inviteHistory.ts';
import { inviteStats } from '../../src/domain/useCases/inviteStats.ts';
import { keepHistory } from '../../src/domain/useCases/keepHistory.ts';
import { refusal, World } from './world.mts';

let world: World;
beforeEach(() => {
    world = new World();
});

function note(id: string, overrides: Partial<HistoryEntry> = {}): HistoryEntry {
    const entry: HistoryEntry = {
        ...{
            id,
            inviteId: 'invite',
            label: null,
            rids: ['room'],
            personId: 'bob-id',
            invitedBy: 'anne-id',
            at: world.now,
            outcome: 'joined',
            rank: 0,
        },
        ...overrides,
    };
    world.storedHistory.set(id, entry);
    return entry;
}

it.each([
    ['error-user-is-banned', undefined, 'banned'],
    ['error-not-invited', undefined, 'not-invited'],
    ['error-invite-token-expired', 'expires', 'expired'],
    ['error-invite-token-expired', 'maxUses', 'used-up'],
    ['error-invite-token-expired', 'paused', 'paused'],
    ['error-invite-token-expired', undefined, 'suspended'],
    ['error-invalid-room', 'expires', undefined],
] as const)('the history keeps the refusal %s (%s) as %s', (code, field, outcome) => expect(outcomeOf(code, { field })).toBe(outcome));

it('days and months are listed from the newest to the oldest', () => {
    const [from, to] = [Date.UTC(2025, 11, 30, 23), Date.UTC(2026, 0, 1, 1)];
    expect(daysBetween(from, to)).toEqual(['2026-01-01', '2025-12-31', '2025-12-30']);
    expect(monthsBetween(from, to)).toEqual(['2026-01', '2025-12']);
    expect(daysBetween(to, from)).toEqual([]);
});

it('an entry that was written twice counts once', () => {
    const [a, b, c] = [note('a'), note('b'), note('c', { at: world.now - 1 })];
    expect(newestFirst([c, a, b, a])).toEqual([b, a, c]);
});

describe('what the history keeps', () => {
    const keep = async (event: InviteEvent, repeats = new RateLimiter()): Promise<HistoryEntry[]> => {
        await keepHistory(world, event, repeats);
        return [...world.storedHistory.values()];
    };
    const common = (invite: Invite) => ({ inviteId: invite.id, label: 'Fair', personId: 'bob-id', invitedBy: 'anne-id', at: world.now });

    it.each<[string, (invite: Invite) => InviteEvent, object]>([
        ['a join', (invite) => ({ kind: 'joined', person: world.bob, invite, rids: ['b'], rank: 0 }), { outcome: 'joined', rids: ['b'], rank: 0 }],
        [
            'an approved join',
            (invite) => ({ kind: 'joined', person: world.bob, invite, rids: ['room'], rank: 2, approvedBy: world.anne }),
            { outcome: 'approved', rids: ['room'], rank: 2 },
        ],
        [
            'a settled join',
            (invite) => ({ kind: 'settled', person: world.bob, invite, rids: ['room'] }),
            { outcome: 'joined', rids: ['room'], rank: 5 },
        ],
    ])('of %s is one entry per use', async (_what, event, kept) => {
        const invite = world.invite({ label: 'Fair', moreRooms: ['b'] });
        world.usageOf.set(invite.id, { uses: 5 });
        expect(await keep(event(invite))).toEqual([{ ...common(invite), id: useIdOf(invite.id, 'bob-id'), ...kept }]);
    });

    it('of a settled join by an invite with approval is an approval', async () => {
        const invite = world.invite({ approval: true });
        expect(await keep({ kind: 'settled', person: world.bob, invite, rids: ['room'] })).toMatchObject([{ outcome: 'approved' }]);
    });

    it('of a person who returns is an entry of its own', async () => {
        const invite = world.invite();
        const event: InviteEvent = { kind: 'joined', person: world.bob, invite, rids: ['room'] };
        await keep(event);
        expect(new Set((await keep(event)).map(({ id }) => id)).add(useIdOf(invite.id, 'bob-id')).size).toBe(3);
    });

    it.each(['requested', 'denied'] as const)('of a request that was %s is one entry', async (kind) => {
        const invite = world.invite({ label: 'Fair', moreRooms: ['b'] });
        world.usageOf.set(invite.id, { uses: 5 });
        const request = { id: 'r' } as never;
        const event: InviteEvent = { kind, person: world.bob, invite, request, manager: world.anne, rids: ['room'] };
        await keep(event);
        expect(await keep(event)).toEqual([{ ...common(invite), id: `${kind}-r`, outcome: kind, rids: ['room', 'b'], rank: 5 }]);
    });

    it('of a refusal is one entry in ten minutes, for each person, invite and reason', async () => {
        const repeats = new RateLimiter();
        const [one, other] = [world.invite({ label: 'Fair' }), world.invite()];
        world.usageOf.set(one.id, { uses: 5 });
        const refused = (invite: Invite | undefined, person = world.bob, field: 'expires' | 'paused' = 'expires'): InviteEvent => ({
            kind: 'refused',
            person,
            ...(invite && { invite }),
            rids: ['room'],
            code: 'error-invite-token-expired',
            field,
        });
        const [entry] = await keep(refused(one), repeats);
        expect(entry).toEqual({ ...common(one), id: expect.any(String), rids: ['room'], outcome: 'expired', rank: 5 });
        world.now += 10 * MS_PER_MINUTE - 1;
        for (const event of [refused(one), refused(other), refused(one, world.anne), refused(one, world.bob, 'paused'), refused(undefined)]) {
            await keep(event, repeats);
        }
        await keep({ ...refused(one), code: 'error-invalid-room' } as InviteEvent, repeats);
        expect(world.storedHistory.size).toBe(4);
        world.now += 1;
        expect(await keep(refused(one), repeats)).toHaveLength(5);
    });

    it('is nothing of other events', async () => {
        expect(await keep({ kind: 'created', person: world.anne, invite: world.invite() })).toEqual([]);
    });
});

describe('the history that a reader sees', () => {
    const shown = async (query: Partial<HistoryQuery>, reader = world.anne): Promise<string[]> =>
        (await inviteHistory(world, reader, { offset: 0, count: 10, ...query })).items.map(({ entry }) => entry.id);
    const refused = { code: 'not_authorized', reason: 'managing' };

    it('of an invite is for its managers, newest first, by page', async () => {
        const { id } = world.invite({ id: 'invite' });
        ['a', 'b', 'c'].forEach((entry, index) => note(entry, { at: world.now + index, rank: index }));
        note('other', { inviteId: 'other' });
        expect(await shown({ inviteId: id })).toEqual(['c', 'b', 'a']);
        expect(await inviteHistory(world, world.anne, { inviteId: id, offset: 1, count: 1 })).toMatchObject({
            items: [{ entry: { id: 'b' }, person: world.bob, invitedBy: world.anne, rooms: [world.room] }],
            total: 3,
        });
        expect(await refusal(shown({ inviteId: id }, world.bob))).toEqual(refused);
        expect(await refusal(shown({ inviteId: 'none' }))).toEqual(refused);
        world.managers.add('bob-id');
        expect(await shown({ inviteId: 'none' }, world.bob)).toEqual([]);
    });

    it('of an invite with a long history is read from the end, as far as the page needs', async () => {
        const { id } = world.invite({ id: 'invite' });
        for (let rank = 0; rank < 250; rank++) {
            note(`entry-${rank}`, { at: world.now - 1000 + rank, rank, ...(rank === 60 && { outcome: 'expired' }) });
        }
        world.usageOf.set(id, { uses: 250 });
        const chunks: number[] = [];
        const { ofInvite } = world.history;
        world.history.ofInvite = (inviteId, chunk) => (chunks.push(chunk), ofInvite(inviteId, chunk));
        const page = { inviteId: id, offset: 40, count: 10 };
        expect(await inviteHistory(world, world.anne, page)).toMatchObject({ items: { 0: { entry: { rank: 209 } }, length: 10 }, total: 250 });
        expect(chunks.splice(0)).toEqual([3, 2]);
        expect((await inviteHistory(world, world.anne, { ...page, outcome: 'joined' })).total).toBe(250);
        expect(chunks.splice(0)).toEqual([3, 2]);
        expect((await inviteHistory(world, world.anne, { ...page, count: 11 })).total).toBe(250);
        expect(chunks.splice(0)).toEqual([3, 2, 1]);
        expect((await inviteHistory(world, world.anne, { ...page, offset: 0, outcome: 'expired' })).total).toBe(1);
        expect((await inviteHistory(world, world.anne, { ...page, from: world.now - 800 })).total).toBe(50);
        expect(chunks).toEqual([3, 2, 1, 0, 3, 2, 1, 0]);
    });

    it('keeps to person, room, outcome and time', async () => {
        world.managers.add('anne-id');
        note('a', { at: world.now - 5 });
        note('b', { at: world.now - 4, personId: 'anne-id' });
        note('c', { at: world.now - 3, outcome: 'banned' });
        note('d', { at: world.now - 2, rids: ['other', 'more'] });
        note('old', { at: world.now - 31 * MS_PER_DAY });
        expect(await shown({})).toEqual(['d', 'c', 'b', 'a']);
        expect(await shown({ rid: 'room' })).toEqual(['c', 'b', 'a']);
        expect(await shown({ rid: 'more' })).toEqual(['d']);
        expect(await shown({ userId: 'bob-id' })).toEqual(['d', 'c', 'a', 'old']);
        expect(await shown({ userId: 'bob-id', rid: 'room' })).toEqual(['c', 'a', 'old']);
        expect(await shown({ outcome: 'banned' })).toEqual(['c']);
        expect(await shown({ from: world.now - 4, to: world.now - 3 })).toEqual(['c', 'b']);
        expect(await shown({ from: 0 })).toEqual(['d', 'c', 'b', 'a', 'old']);
        expect(await shown({ rid: 'room', to: world.now - MS_PER_DAY })).toEqual(['old']);
        note('future', { at: world.now + 1 });
        expect(await shown({ rid: 'room', to: world.now + MS_PER_DAY })).not.toContain('future');
    });

    it('of a room is for its managers, and that of a person or the workspace for administrators', async () => {
        note('a', { rids: ['room', 'other'] });
        world.known.push({ ...world.room, id: 'other' });
        const { items } = await inviteHistory(world, world.anne, { rid: 'room', offset: 0, count: 1 });
        expect(items).toMatchObject([{ rooms: [{ id: 'room' }] }]);
        for (const query of [{ rid: 'other' }, { userId: 'bob-id' }, {}]) {
            expect(await refusal(shown(query))).toEqual(refused);
        }
    });

    it('has figures by day, invite and creator', async () => {
        note('a', { label: 'First', at: world.now - 1 });
        note('b', { label: 'Second' });
        note('c', { inviteId: 'other', invitedBy: 'gone', outcome: 'approved', at: world.now - MS_PER_DAY });
        note('d', { outcome: 'banned', at: world.now - 2 * MS_PER_DAY });
        note('e', { outcome: 'requested' });
        note('f', { at: world.now - 3 * MS_PER_DAY });
        const stats = await inviteStats(world, world.anne, 'room', 3);
        expect(stats).toEqual({
            days: [
                { date: '2025-12-30', joins: 0, refusals: 1 },
                { date: '2025-12-31', joins: 2, refusals: 0 },
                { date: '2026-01-01', joins: 1, refusals: 0 },
            ],
            invites: [
                { id: 'invite', label: 'Second', joins: 2 },
                { id: 'other', label: null, joins: 1 },
            ],
            creators: [
                { userId: 'anne-id', person: world.anne, joins: 2 },
                { userId: 'gone', person: undefined, joins: 1 },
            ],
        });
        for (let n = 0; n < 25; n++) {
            note(`more-${n}`, { inviteId: `invite-${n}` });
        }
        expect((await inviteStats(world, world.anne, 'room', 3)).invites).toHaveLength(20);
    });
});

describe('notices', () => {
    it.each<[Notice, string]>([
        [{ kind: 'first-use', inviteId: 'i', personId: 'p' }, 'first-use:i'],
        [{ kind: 'joined', inviteId: 'i', personId: 'p' }, 'joined:p:i'],
        [{ kind: 'used-up', inviteId: 'i' }, 'used-up:3:i'],
        [{ kind: 'ends-soon', inviteId: 'i' }, 'ends:5:i'],
        [{ kind: 'suspended', inviteId: 'i', reason: 'creator-left' }, 'suspended:creator-left:i'],
        [{ kind: 'asked', inviteId: 'i', requestId: 'r' }, 'asked:r'],
        [{ kind: 'denied', inviteId: 'i', requestId: 'r' }, 'denied:r'],
    ])('%j has the key %s', (notice, key) => expect(noticeKey(notice, { id: 'i', maxUses: 3, expires: 5 })).toBe(key));

    it.each<[Partial<Invite>, number | undefined, string[], boolean?]>([
        [{}, 0, ['first-use']],
        [{}, 1, []],
        [{}, 1, ['first-use'], true],
        [{}, undefined, []],
        [{ notify: 'none' }, 0, []],
        [{ notify: 'joins' }, 0, ['first-use']],
        [{ notify: 'joins' }, 1, ['joined']],
        [{ notify: 'joins' }, 1, ['joined'], true],
        [{ maxUses: 2 }, 0, ['first-use']],
        [{ maxUses: 2, notify: 'joins' }, 1, ['joined', 'used-up']],
        [{ maxUses: 1 }, 0, ['first-use', 'used-up']],
        [{ userId: 'bob-id' }, 0, []],
    ])('after a join by %j at rank %j: %j', (overrides, rank, kinds, isFirst = rank === 0) => {
        const invite = world.invite(overrides);
        const notices = noticesAfter({ kind: 'joined', person: world.bob, invite, rids: ['room'], ...(rank !== undefined && { rank, isFirst }) });
        expect(notices.map(({ kind }) => kind)).toEqual(kinds);
        for (const notice of notices) {
            expect(notice).toEqual({ kind: notice.kind, inviteId: invite.id, ...(notice.kind !== 'used-up' && { personId: 'bob-id' }) });
        }
    });

    it('follow requests and decisions, and no other event', () => {
        const invite = world.invite();
        const event = { person: world.bob, manager: world.anne, invite, request: { id: 'r' }, rids: ['room'] };
        const after = (kind: string): Notice[] => noticesAfter({ kind, ...event } as never);
        expect(after('requested')).toEqual([{ kind: 'asked', inviteId: invite.id, requestId: 'r' }]);
        expect(after('approved')).toEqual([{ kind: 'approved', inviteId: invite.id, requestId: 'r', rids: ['room'] }]);
        expect(after('denied')).toEqual([{ kind: 'denied', inviteId: invite.id, requestId: 'r' }]);
        expect(after('revoked')).toEqual([]);
    });
});
