import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, type Invite } from '../../src/domain/model/invite.ts';
import { editInvite, rotateToken, type InviteChanges } from '../../src/domain/useCases/editInvite.ts';
import { extendInvite } from '../../src/domain/useCases/extendInvite.ts';
import { refusal, World } from './world.mts';

const NO_ID = { code: 'invalid-invitation-id', field: '_id' };
const stored = (world: World, { id }: Invite): Invite | undefined => world.storedInvites.get(id);

describe('an edit', () => {
    it.each<[InviteChanges, Partial<Invite>]>([
        [{}, {}],
        [{ label: '  Summer  fair ' }, { label: 'Summer fair' }],
        [{ label: null }, { label: null }],
        [{ end: { validFor: 0 } }, { expires: null }],
        [{ end: { at: Date.UTC(2026, 5, 1) } }, { expires: Date.UTC(2026, 5, 1) }],
        [{ end: { validFor: MS_PER_DAY } }, { expires: Date.UTC(2026, 0, 2, 0, 1) }],
        [{ maxUses: 3 }, { maxUses: 3 }],
        [{ maxUses: 0 }, { maxUses: 0 }],
        [{ paused: true }, { pausedAt: Date.UTC(2026, 0, 1, 0, 1) }],
        [{ paused: false }, { pausedAt: null }],
        [{ notify: 'none' }, { notify: 'none' }],
        [{ approval: true }, { approval: true }],
        [{ audience: { usernames: ['bob'] } }, { audience: { userIds: ['bob-id'] } }],
        [{ audience: null }, { audience: null }],
    ])('of %j changes %j and nothing else', async (changes, changed) => {
        const world = new World();
        const former = world.invite({ label: 'Fair', maxUses: 5, audience: { roles: ['user'] } });
        world.now += 60_000;
        const { invite, usage } = await editInvite(world, world.anne, former.id, changes, 0);
        expect(invite).toEqual({ ...former, ...changed, revision: 1 });
        expect(stored(world, former)).toEqual(invite);
        expect(usage.uses).toBe(0);
        expect(world.published).toEqual([{ kind: 'edited', person: world.anne, invite, former }]);
        expect(world.storedClaims.size).toBe(0);
    });

    it('keeps the moment of an earlier pause, and resumes', async () => {
        const world = new World();
        const { id } = world.invite({ pausedAt: 7 });
        expect((await editInvite(world, world.anne, id, { paused: true })).invite.pausedAt).toBe(7);
        expect((await editInvite(world, world.anne, id, { label: 'Fair' })).invite.pausedAt).toBe(7);
        expect((await editInvite(world, world.anne, id, { paused: false })).invite.pausedAt).toBe(null);
    });

    const ceilings = { maxDays: 7, maxUses: 5, neverExpiring: false, perHour: 0 };

    it.each<[InviteChanges, object]>([
        [{ end: { at: Date.UTC(2026, 0, 1, 0, 1) } }, { code: 'invalid-number-of-days', field: 'days', reason: 'in-the-past' }],
        [{ end: { validFor: 8 * MS_PER_DAY } }, { code: 'invalid-number-of-days', reason: 'over-ceiling', ceiling: 7 }],
        [{ end: { validFor: 0 } }, { code: 'invalid-number-of-days' }],
        [{ maxUses: 6 }, { code: 'invalid-number-of-uses', reason: 'over-ceiling', ceiling: 5 }],
        [{ maxUses: 1.5 }, { code: 'invalid-number-of-uses', reason: 'no-count' }],
        [{ label: 'x'.repeat(65) }, { code: 'invalid-params', field: 'label' }],
        [{ audience: { usernames: ['nobody'] } }, { code: 'invalid-params', field: 'audience' }],
    ])('of %j is refused, and changes nothing', async (changes, refused) => {
        const world = new World();
        world.ceilings = ceilings;
        const former = world.invite({ maxUses: 3 });
        world.now += 60_000;
        expect(await refusal(editInvite(world, world.anne, former.id, changes))).toMatchObject(refused);
        expect(stored(world, former)).toBe(former);
        expect({ published: world.published, claims: world.storedClaims.size }).toEqual({ published: [], claims: 0 });
    });

    it('keeps an end and a limit that today’s ceilings would not allow', async () => {
        const world = new World();
        const { id, expires } = world.invite({ validFor: 30 * MS_PER_DAY, maxUses: 50 });
        world.ceilings = ceilings;
        world.now += 31 * MS_PER_DAY;
        expect((await editInvite(world, world.anne, id, { label: 'Old', maxUses: 50, end: { at: expires! } })).invite).toMatchObject({
            label: 'Old',
            maxUses: 50,
        });
    });

    it('may lower the limit down to the uses', async () => {
        const world = new World();
        const { id } = world.invite({ maxUses: 5 });
        world.usageOf.set(id, { uses: 3 });
        expect(await refusal(editInvite(world, world.anne, id, { maxUses: 2 }))).toEqual({
            ...{ code: 'invalid-number-of-uses', field: 'maxUses', reason: 'below-uses', uses: 3 },
        });
        expect(await editInvite(world, world.anne, id, { maxUses: 3 })).toMatchObject({ invite: { maxUses: 3 }, usage: { uses: 3 } });
        expect((await editInvite(world, world.anne, id, { maxUses: 0 })).invite.maxUses).toBe(0);
    });

    it.each([
        [5, { maxUses: 3 }, 4, 2],
        [0, { maxUses: 3 }, 4, 2],
        [5, { maxUses: 4 }, 4, 1],
        [3, { maxUses: 4 }, 4, 1],
        [3, { label: 'Full' }, 3, 1],
    ])('from %d to %j, while a fourth person comes, ends at %d', async (maxUses, changes, expected, revision) => {
        const world = new World();
        const { id } = world.invite({ maxUses });
        world.usageOf.set(id, { uses: 3 });
        const { revise } = world.invites;
        Object.assign(world.invites, {
            revise: (...args: Parameters<typeof revise>) => {
                world.usageOf.set(id, { uses: 4 });
                return revise(...args);
            },
        });
        const { invite, usage } = await editInvite(world, world.anne, id, changes);
        expect({ limit: invite.maxUses, revision: invite.revision, uses: usage.uses }).toEqual({ limit: expected, revision, uses: 4 });
        expect(world.storedInvites.get(id)).toEqual(invite);
    });

    it('of another revision than the one that was read is refused', async () => {
        const world = new World();
        const { id } = world.invite({ revision: 2 });
        for (const seen of [1, 3]) {
            expect(await refusal(editInvite(world, world.anne, id, { label: 'x' }, seen))).toEqual({
                ...{ code: 'error-invite-changed', field: 'revision' },
            });
        }
        expect((await editInvite(world, world.anne, id, { label: 'x' }, 2)).invite.revision).toBe(3);
    });

    it('is for people who manage all rooms of the invite', async () => {
        const world = new World();
        const former = world.invite({ moreRooms: ['other'] });
        const refused = { code: 'not_authorized', reason: 'managing' };
        for (const id of [former.id, 'none']) {
            expect(await refusal(editInvite(world, world.anne, id, { label: 'x' }))).toEqual(refused);
        }
        world.managers.add('bob-id');
        expect(await refusal(editInvite(world, world.bob, 'none', { label: 'x' }))).toEqual(NO_ID);
        expect((await editInvite(world, world.bob, former.id, { label: 'x' })).invite.label).toBe('x');
        expect(world.attached).toEqual([former.id, former.id]);
    });
});

describe('an edit or a rotation', () => {
    it.each<[string, (world: World, id: string) => Promise<unknown>]>([
        ['edit', (world, id) => editInvite(world, world.anne, id, { label: 'x' })],
        ['rotation', (world, id) => rotateToken(world, world.anne, id)],
    ])('(%s) fails if the invite is revoked or overtaken meanwhile', async (_name, change) => {
        const world = new World();
        const { id } = world.invite();
        const results: string[] = ['removed', 'overtaken'];
        Object.assign(world.invites, { revise: async () => results.shift() });
        expect(await refusal(change(world, id))).toEqual(NO_ID);
        expect(await refusal(change(world, id))).toMatchObject({ code: 'error-too-many-requests' });
        const { insert } = world.claims;
        Object.assign(world.claims, { insert: async (claim: never) => (world.storedInvites.clear(), insert(claim)) });
        expect(await refusal(change(world, id))).toEqual(NO_ID);
        expect({ published: world.published, claims: world.storedClaims.size }).toEqual({ published: [], claims: 0 });
    });

    it('waits for another one', async () => {
        const world = new World();
        const { id } = world.invite();
        world.claim(`edit:${id}`, 'pending');
        expect(await refusal(editInvite(world, world.anne, id, { label: 'x' }))).toMatchObject({ code: 'error-too-many-requests' });
        expect(await refusal(rotateToken(world, world.anne, id))).toMatchObject({ code: 'error-too-many-requests' });
    });
});

describe('a rotation', () => {
    it('replaces the token and nothing else', async () => {
        const world = new World();
        const former = world.invite();
        world.usageOf.set(former.id, { uses: 2 });
        const { invite, usage } = await rotateToken(world, world.anne, former.id);
        expect(invite).toEqual({ ...former, token: expect.not.stringMatching(former.token), revision: 1 });
        expect(stored(world, former)).toEqual(invite);
        expect(usage).toEqual({ uses: 2 });
        expect(world.published).toEqual([{ kind: 'rotated', person: world.anne, invite }]);
    });

    it('is for the creator, as long as they manage the invite', async () => {
        const world = new World();
        const { id } = world.invite();
        expect(await refusal(rotateToken(world, world.bob, id))).toEqual({ code: 'not_authorized', reason: 'managing' });
        world.managers.add('bob-id');
        expect(await refusal(rotateToken(world, world.bob, id))).toEqual({ code: 'not_authorized', reason: 'rotating' });
        world.creators.clear();
        expect(await refusal(rotateToken(world, world.anne, id))).toEqual({ code: 'not_authorized', reason: 'managing' });
        expect(world.published).toEqual([]);
    });
});

describe('an extension', () => {
    it.each([
        ['a week after its end', 3, 14],
        ['a week from now, once it is over', 10, 17],
    ])('lets the invite end %s', async (_when, days, end) => {
        const world = new World();
        const { id, createdAt } = world.invite();
        world.now += days * MS_PER_DAY;
        expect((await extendInvite(world, world.anne, id)).invite.expires).toBe(createdAt + end * MS_PER_DAY);
    });

    it('leaves an invite without an end as it is', async () => {
        const world = new World();
        expect((await extendInvite(world, world.anne, world.invite({ validFor: 0 }).id)).invite.expires).toBe(null);
    });

    it('of an invite that does not exist is refused', async () => {
        const world = new World();
        expect(await refusal(extendInvite(world, world.anne, 'none'))).toMatchObject({ code: 'not_authorized' });
    });
});

describe('without an address of links', () => {
    function worldWithoutAddress(): World {
        return Object.assign(new World(), { assertLinkable: () => Promise.reject(new Error('no address')) });
    }

    it('the creator changes nothing, because the reply shows the link', async () => {
        const world = worldWithoutAddress();
        const invite = world.invite();
        await expect(editInvite(world, world.anne, invite.id, { paused: true })).rejects.toThrow('no address');
        await expect(rotateToken(world, world.anne, invite.id)).rejects.toThrow('no address');
        expect(stored(world, invite)).toEqual(invite);
        expect(world.published).toEqual([]);
    });

    it('the creator extends a link by the button of a notice, and another manager edits it', async () => {
        const world = worldWithoutAddress();
        world.managers.add('bob-id');
        const { id, expires } = world.invite();
        expect((await extendInvite(world, world.anne, id)).invite.expires).toBeGreaterThan(Number(expires));
        expect((await editInvite(world, world.bob, id, { paused: true })).invite.pausedAt).toBe(world.now);
    });
});
