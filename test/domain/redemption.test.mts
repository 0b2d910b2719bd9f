import { describe, expect, it } from '@jest/globals';

import { CLAIM_TTL_MS, type Claim } from '../../src/domain/model/claim.ts';
import type { HistoryEntry } from '../../src/domain/model/history.ts';
import type { Invite } from '../../src/domain/model/invite.ts';
import type { JoinResult, Person } from '../../src/domain/ports.ts';
import { redeemInvite, type RedeemResult } from '../../src/domain/useCases/redeemInvite.ts';
import { refusal, World } from './world.mts';

/** Invites that open the rooms `room`, `second` and `third`, or only the first of them. */

const ALL = ['room', 'second', 'third'];
const redeem = (world: World, { token }: Invite): Promise<RedeemResult> => redeemInvite(world, world.bob, token);

function openThree(overrides: Partial<Invite> = {}): { world: World; invite: Invite } {
    const world = new World();
    ALL.slice(1).forEach((id) => world.known.push({ ...world.room, id, name: id }));
    return { world, invite: world.invite({ moreRooms: ALL.slice(1), ...overrides }) };
}

/** Lets the server add Bob to all rooms but these. */
function failIn(world: World, rids: readonly string[], result: JoinResult): void {
    const { join } = world;
    world.join = (rid, person) => (rids.includes(rid) ? Promise.resolve(result) : join(rid, person));
}

const roomsOf = (world: World, { id }: Person): string[] => ALL.filter((rid) => world.statuses.has(`${rid}:${id}`));
const joinsIn = (world: World): unknown[] => world.published.filter(({ kind }) => kind === 'joined').map((event) => 'rids' in event && event.rids);
const claimOf = (world: World): Claim | undefined => [...world.storedClaims.values()].find(({ holder }) => holder === 'bob-id');

/** An attempt of Bob that was interrupted after he came into these rooms. */
function interruptedIn(world: World, invite: Invite, joined: readonly string[], rids: readonly string[] | undefined): void {
    world.claim(invite.id, 'taken', { at: world.now - 5, ...(rids && { rids }) });
    joined.forEach((rid) => world.statuses.set(`${rid}:bob-id`, 'member'));
}

describe('an invite to several rooms', () => {
    it('lets a person into those where they are not', async () => {
        const { world, invite } = openThree();
        world.statuses.set('second:bob-id', 'member');
        const claimed: unknown[] = [];
        const { insert } = world.claims;
        world.claims.insert = (claim) => {
            claimed.push(claim.rids);
            return insert(claim);
        };
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(joinsIn(world)).toEqual([['room', 'third']]);
        expect(claimed).toEqual([['room', 'third']]);
        expect(claimOf(world)).toEqual({ id: expect.any(String), subject: invite.id, holder: 'bob-id', state: 'joined', at: world.now });
        expect(world.reports).toEqual([]);
    });

    it('stays unfinished while the server adds the person to some rooms only, and the next attempt joins the others', async () => {
        const { world, invite } = openThree();
        const { join } = world;
        failIn(world, ['second'], { kind: 'not-added' });
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(joinsIn(world)).toEqual([['room', 'third']]);
        expect(world.reports.at(-1)).toBe(`bob-id came into some rooms of the invite ${invite.id} only`);
        expect(claimOf(world)).toMatchObject({ state: 'joined', rids: ALL });
        expect(await redeem(world, invite).catch((error: unknown) => String(error))).toContain('did not add');
        expect(claimOf(world)).toMatchObject({ state: 'joined', rids: ALL });
        world.join = join;
        expect(await redeem(world, invite)).toMatchObject({ kind: 'returned' });
        expect(joinsIn(world)).toEqual([['room', 'third'], ['second']]);
        expect(claimOf(world)).not.toHaveProperty('rids');
        expect(roomsOf(world, world.bob)).toEqual(ALL);
    });

    it('lets a person who gave their username away join no further room', async () => {
        const { world, invite } = openThree();
        failIn(world, ['second'], { kind: 'renamed' });
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(joinsIn(world)).toEqual([['room']]);
        expect(roomsOf(world, world.bob)).toEqual(['room']);
    });

    it('counts the rooms of an interrupted attempt with those of the next one', async () => {
        const { world, invite } = openThree({ maxUses: 1 });
        interruptedIn(world, invite, ['second'], ['second', 'third']);
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(joinsIn(world)).toEqual([['room', 'third', 'second']]);
        expect((await world.usageStore.of(invite)).uses).toBe(1);
    });

    it('does not count a room where the person was before, or is banned', async () => {
        const { world, invite } = openThree();
        interruptedIn(world, invite, ['second', 'third'], ['third', 'room']);
        expect(await redeem(world, invite)).toMatchObject({ kind: 'joined' });
        expect(joinsIn(world)).toEqual([['room', 'third']]);

        const other = openThree();
        interruptedIn(other.world, other.invite, ['second'], ALL);
        other.world.statuses.set('third:bob-id', 'banned');
        expect(await redeem(other.world, other.invite)).toMatchObject({ kind: 'joined' });
        expect(joinsIn(other.world)).toEqual([['room', 'second']]);
    });

    it('resumes an interrupted attempt if no room is left to join', async () => {
        const { world, invite } = openThree({ maxUses: 1 });
        world.statuses.set('third:bob-id', 'member');
        interruptedIn(world, invite, [], ['room', 'second']);
        // The interrupted attempt goes on meanwhile.
        world.join = async (rid, person) => {
            world.statuses.set(`${rid}:${person.id}`, 'member');
            return { kind: 'subscribed' };
        };
        expect(await redeem(world, invite)).toMatchObject({ kind: 'resumed' });
        expect(world.published).toEqual([{ kind: 'joined', person: world.bob, invite, rids: ['room', 'second'], rank: 0, isFirst: true }]);
        expect(claimOf(world)).toMatchObject({ state: 'joined' });
        expect(claimOf(world)).not.toHaveProperty('rids');
    });

    it('keeps a resumed attempt unfinished while a room fails', async () => {
        const { world, invite } = openThree();
        interruptedIn(world, invite, [], ALL);
        world.join = async (rid, person) => {
            if (rid === 'second') {
                return { kind: 'not-added' };
            }
            world.statuses.set(`${rid}:${person.id}`, 'member');
            return { kind: 'subscribed' };
        };
        await redeem(world, invite);
        expect(joinsIn(world)).toEqual([['room', 'third']]);
        expect(claimOf(world)).toMatchObject({ state: 'joined', rids: ALL });
        expect(world.reports.filter((report) => report.includes('some rooms'))).toEqual([]);
    });
});

describe('approval that is switched on during a redemption', () => {
    const switchOn = (world: World, invite: Invite): void => void world.storedInvites.set(invite.id, { ...invite, approval: true, revision: 1 });

    it('gives the seat back and asks', async () => {
        const { world, invite } = openThree();
        const { setState } = world.claims;
        world.claims.setState = (claim, state) => {
            switchOn(world, invite);
            return setState(claim, state);
        };
        expect(await redeem(world, invite)).toMatchObject({ kind: 'requested', request: { state: 'pending' } });
        expect({ rooms: roomsOf(world, world.bob), claims: world.storedClaims.size }).toEqual({ rooms: [], claims: 0 });
    });

    it('asks a person who returns', async () => {
        const { world, invite } = openThree();
        await redeem(world, invite);
        ALL.forEach((rid) => world.statuses.delete(`${rid}:bob-id`));
        const { run } = world.exclusiveWork;
        world.exclusiveWork.run = (...args) => {
            switchOn(world, invite);
            return run.apply(world.exclusiveWork, args) as never;
        };
        expect(await redeem(world, invite)).toMatchObject({ kind: 'requested' });
        expect(roomsOf(world, world.bob)).toEqual([]);
    });
});

it('an edited invite does not let a person inherit a seat that its new limit does not have', async () => {
    for (const [revision, kind] of [
        [0, 'joined'],
        [1, 'refused'],
    ] as const) {
        const world = new World();
        const invite = world.invite({ maxUses: 1, revision });
        world.claim(invite.id, 'joined', { holder: 'carol-id', at: world.now - 9 });
        world.claim(invite.id, 'taken', { at: world.now - 5 });
        if (kind === 'joined') {
            expect(await redeem(world, invite)).toMatchObject({ kind });
        } else {
            expect(await refusal(redeem(world, invite))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
        }
    }
});

it('a person who returns waits for their own other attempt only', async () => {
    const world = new World();
    const invite = world.invite();
    await redeem(world, invite);
    world.statuses.delete('room:bob-id');
    world.claim('', 'pending');
    world.claim(`return:${invite.id}:carol-id`, 'pending');
    expect(await redeem(world, invite)).toMatchObject({ kind: 'returned' });
    expect(world.backoffs).toBe(0);
});

it('asks for a fold above two hundred joined claims only', async () => {
    const world = new World();
    const invite = world.invite();
    for (let n = 0; n < 200; n++) {
        world.claim(invite.id, 'joined', { holder: `person-${String(n)}` });
    }
    await redeem(world, invite);
    expect(world.foldsRequested).toEqual([]);
});

describe('the seat of an interrupted person', () => {
    /** Returns whether Bob gets the only seat, which Carol held when she was interrupted. She is in the room. */
    async function isFree(joins: readonly Partial<HistoryEntry>[], isInside = true): Promise<{ free: boolean; world: World }> {
        const world = new World();
        world.people.push({ ...world.bob, id: 'carol-id', username: 'carol' });
        const invite = world.invite({ maxUses: 1 });
        const at = world.now - CLAIM_TTL_MS.taken - 1;
        world.claim(invite.id, 'taken', { holder: 'carol-id', at });
        joins.forEach((join, index) => {
            const entry = { id: `e-${index}`, inviteId: 'other', label: null, rids: ['room'], personId: 'carol-id', invitedBy: 'anne-id', rank: 0 };
            world.storedHistory.set(entry.id, { ...entry, at, outcome: 'joined', ...join });
        });
        if (isInside) {
            world.statuses.set('room:carol-id', 'member');
        }
        const result = await redeem(world, invite).catch(() => undefined);
        return { free: result !== undefined, world };
    }

    it.each<[string, Partial<HistoryEntry>[], boolean]>([
        ['they are in the room', [], false],
        ['they joined by another invite since', [{}], true],
        ['they asked by another invite since', [{ outcome: 'requested' }], false],
        ['they joined another room since', [{ rids: ['second'] }], false],
        ['they joined by another invite before', [{ at: 5 }], false],
        ['the history has another join by this invite', [{ inviteId: 'invite-1' }], false],
    ])('if %s (%j), is free: %j', async (_what, joins, free) => expect((await isFree(joins)).free).toBe(free));

    it('that counts is published, so that the history has it', async () => {
        const { world } = await isFree([]);
        expect(world.published).toContainEqual(expect.objectContaining({ kind: 'settled', rids: ['room'] }));
        expect((await isFree([], false)).free).toBe(true);
    });
});
