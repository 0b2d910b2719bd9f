import { describe, expect, it } from '@jest/globals';

import { InviteError } from '../../src/domain/model/errors.ts';
import { amongRooms, roomsNamedTo, standingsIn, statusAmong, type Standing } from '../../src/domain/policies/mayJoin.ts';
import type { MembershipStatus, Room } from '../../src/domain/ports.ts';
import { refusal, World } from './world.mts';

const BANNED = new InviteError('error-user-is-banned');
const NO_USERNAME = new InviteError('invalid-params', { field: 'username' });
const rooms = (...ids: string[]): Room[] => ids.map((id) => ({ ...new World().room, id }));
const standing = (rid: string, status: Standing['status']): Standing => ({ rid, status });

describe('how a person relates to the rooms of an invite', () => {
    it.each<[MembershipStatus, unknown]>([
        ['member', 'member'],
        ['none', 'newcomer'],
        ['banned', BANNED],
        ['unverified', new InviteError('error-membership-unverified')],
    ])('a status "%s" in a room', async (status, expected) => {
        const world = new World();
        world.statuses.set('room:bob-id', status);
        expect(await standingsIn(world.memberships, ['room'], world.bob)).toEqual([{ rid: 'room', status: expected }]);
    });

    it('needs a username to join, and none to be in', async () => {
        const world = new World();
        const nameless = { ...world.bob, username: '' };
        world.statuses.set('other:bob-id', 'member');
        const [first, second] = await standingsIn(world.memberships, ['room', 'other'], nameless);
        expect(first!.status).toMatchObject({ code: 'invalid-params', details: { field: 'username', reason: 'no-username' } });
        expect(second!.status).toBe('member');
    });

    it('is read among some rooms only', () => {
        const standings = [standing('a', 'member'), standing('b', BANNED), standing('c', 'newcomer')];
        expect(amongRooms(standings, rooms('a', 'c', 'd'))).toEqual([standings[0], standings[2]]);
        expect(amongRooms(standings, [])).toEqual([]);
    });

    it('decides which rooms they learn the names of', () => {
        const standings = [standing('a', 'member'), standing('b', BANNED), standing('c', 'newcomer')];
        expect(roomsNamedTo(standings, rooms('a', 'b', 'c', 'd')).map(({ id }) => id)).toEqual(['a', 'c']);
    });
});

describe('how a person relates to all rooms together', () => {
    it.each<[string, Standing['status'][], string]>([
        ['in all', ['member', 'member'], 'member'],
        ['in one', ['member', 'newcomer'], 'newcomer'],
        ['in one, banned from the other', [BANNED, 'member'], 'member'],
        ['in none, banned from one', ['newcomer', BANNED], 'newcomer'],
    ])('%s', (_which, statuses, expected) => {
        expect(statusAmong(statuses.map((status, at) => standing(String(at), status)))).toBe(expected);
    });

    it('is the first refusal if all rooms refuse them', async () => {
        const work = async (): Promise<string> => statusAmong([standing('a', NO_USERNAME), standing('b', BANNED)]);
        expect(await refusal(work())).toEqual({ code: 'invalid-params', field: 'username' });
    });
});
