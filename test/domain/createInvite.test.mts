import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY } from '../../src/domain/model/invite.ts';
import { createInvite, type NewInviteRequest } from '../../src/domain/useCases/createInvite.ts';
import { refusal, World } from './world.mts';

const request: NewInviteRequest = { rids: ['room'], end: { validFor: MS_PER_DAY }, maxUses: 3 };

describe('creating an invite', () => {
    it('stores what the caller asked for, and usual values for the rest', async () => {
        const world = new World();
        const invite = await createInvite(world, world.anne, request);
        expect(invite).toEqual({
            ...world.invite(),
            id: invite.id,
            token: invite.token,
            terms: { validFor: MS_PER_DAY, maxUses: 3 },
            expires: world.now + MS_PER_DAY,
            maxUses: 3,
        });
        expect(world.storedInvites.get(invite.id)).toEqual(invite);
        expect(world.published).toEqual([{ kind: 'created', person: world.anne, invite }]);
    });

    it('stores a second, equal invite', async () => {
        const world = new World();
        const ids = [await createInvite(world, world.anne, request), await createInvite(world, world.anne, request)].map(({ id }) => id);
        expect([...world.storedInvites.keys()]).toEqual(ids);
        expect(new Set(ids).size).toBe(2);
    });

    it('takes a label, notices, approval, an audience and several rooms', async () => {
        const world = new World();
        world.known.push({ ...world.room, id: 'second', name: 'second' });
        world.statuses.set('second:anne-id', 'member');
        const all = { rids: ['room', 'second'], label: ' Summer  fair ', notify: 'none', approval: true, audience: { usernames: ['bob'] } } as const;
        expect(await createInvite(world, world.anne, { ...request, ...all })).toMatchObject({
            rid: 'room',
            moreRooms: ['second'],
            userId: 'anne-id',
            label: 'Summer fair',
            notify: 'none',
            approval: true,
            audience: { userIds: ['bob-id'] },
        });
    });

    it('counts a validity from the moment of storing, and keeps a moment that was asked for', async () => {
        const world = new World();
        const { hasToken } = world.invites;
        Object.assign(world.invites, { hasToken: async (token: string) => ((world.now += 5000), hasToken(token)) });
        const began = world.now;
        const lasting = await createInvite(world, world.anne, request);
        expect(lasting).toMatchObject({ createdAt: began + 5000, expires: began + 5000 + MS_PER_DAY });
        const until = world.now + MS_PER_DAY;
        const ending = await createInvite(world, world.anne, { ...request, end: { at: until } });
        expect(ending).toMatchObject({ createdAt: until - MS_PER_DAY + 5000, expires: until, terms: { validFor: MS_PER_DAY } });
        const endless = await createInvite(world, world.anne, { ...request, end: { validFor: 0 } });
        expect(endless).toMatchObject({ expires: null, terms: { validFor: 0 } });
    });

    it.each<[string, Partial<NewInviteRequest>, unknown]>([
        ['a room that is not theirs', { rids: ['room', 'elsewhere'] }, { code: 'error-invalid-room' }],
        ['a time beyond the ceiling', { end: { validFor: 8 * MS_PER_DAY } }, { code: 'invalid-number-of-days' }],
        ['more uses than the ceiling', { maxUses: 6 }, { code: 'invalid-number-of-uses' }],
        ['a label that is too long', { label: 'x'.repeat(65) }, { code: 'invalid-params', field: 'label', reason: 'too-long' }],
        ['people who do not exist', { audience: { usernames: ['nobody'] } }, { code: 'invalid-params', field: 'audience' }],
    ])('is refused for %s, and stores nothing', async (_what, changed, expected) => {
        const world = new World();
        world.ceilings = { maxDays: 7, maxUses: 5, neverExpiring: true, perHour: 0 };
        expect(await refusal(createInvite(world, world.anne, { ...request, ...changed }))).toMatchObject(expected as object);
        expect(world.storedInvites.size).toBe(0);
        expect(world.published.filter(({ kind }) => kind === 'created')).toEqual([]);
    });
});
