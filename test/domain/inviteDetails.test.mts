import { describe, expect, it } from '@jest/globals';

import type { Outcome } from '../../src/domain/model/history.ts';
import { inviteDetails } from '../../src/domain/useCases/inviteDetails.ts';
import { shareableInvite } from '../../src/domain/useCases/shareableInvite.ts';
import { refusal, World } from './world.mts';

function note(world: World, inviteId: string, at: number, outcome: Outcome = 'joined'): void {
    const id = `entry-${at}`;
    world.storedHistory.set(id, { id, inviteId, label: null, rids: ['room'], personId: 'bob-id', invitedBy: 'anne-id', at, outcome, rank: 0 });
}

describe('the details of an invite', () => {
    it('have its summary, its uses and who joined last', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 3 });
        world.usageOf.set(invite.id, { uses: 2 });
        expect(await inviteDetails(world, world.anne, invite.id)).toMatchObject({ lastJoin: undefined });
        note(world, invite.id, world.now - 2);
        note(world, invite.id, world.now - 1);
        note(world, invite.id, world.now, 'expired');
        note(world, 'other', world.now + 1);
        const { summary, lastJoin } = await inviteDetails(world, world.anne, invite.id);
        expect(summary).toMatchObject({ invite, usage: { uses: 2 }, state: 'active', creator: world.anne, rooms: [world.room], isOwn: true });
        expect(lastJoin).toMatchObject({ entry: { at: world.now - 1 }, person: world.bob });
        expect(world.attached).toEqual([invite.id, invite.id]);
    });

    it('are for its creator and managers; who joined is for managers', async () => {
        const world = new World();
        const invite = world.invite();
        note(world, invite.id, world.now);
        expect(await refusal(inviteDetails(world, world.bob, invite.id))).toEqual({ code: 'not_authorized', reason: 'managing' });
        world.creators.clear();
        expect(await inviteDetails(world, world.anne, invite.id)).toMatchObject({ summary: { mayEdit: false, isOwn: true }, lastJoin: undefined });
        world.managers.add('bob-id');
        expect(await inviteDetails(world, world.bob, invite.id)).toMatchObject({ summary: { mayEdit: true, isOwn: false }, lastJoin: {} });
    });
});

describe('an invite can be shared', () => {
    it('by its creator, while it works', async () => {
        const world = new World();
        const invite = world.invite({ maxUses: 1 });
        expect(await shareableInvite(world, world.anne, invite.id)).toEqual({ invite, rooms: [world.room] });
        world.claim(invite.id, 'joined');
        expect(await refusal(shareableInvite(world, world.anne, invite.id))).toEqual({ code: 'error-invite-token-expired', field: 'maxUses' });
    });

    it('not by others who manage it, nor by a creator who no longer does', async () => {
        const world = new World();
        const { id } = world.invite();
        world.managers.add('bob-id');
        expect(await refusal(shareableInvite(world, world.bob, id))).toEqual({ code: 'not_authorized', reason: 'sharing' });
        world.creators.clear();
        expect(await refusal(shareableInvite(world, world.anne, id))).toEqual({ code: 'not_authorized', reason: 'managing' });
    });
});
