import { beforeAll, describe, expect, it } from '@jest/globals';

import { countCalls, type CallCounts } from '../tools/callCounts.mts';
import { operationsOf, prepareOperations, type OperationName } from '../tools/operations.mts';
import { useScene } from './useScene.mts';

/** The number of calls to the server that each operation may make. They dominate its latency, above all those in a row. */

const scene = await useScene();
const owner = await scene.person();
await prepareOperations(scene, owner);
const operations = operationsOf(scene, owner);

/** The most calls to the server, and how many of them follow one another. */
const BUDGETS: Record<OperationName, [calls: number, depth: number]> = {
    'findOrCreateInvite, finding': [5, 4],
    'findOrCreateInvite, creating': [10, 8],
    'listInvites': [3, 2],
    'listInvites of a room': [4, 2],
    'validateInviteToken': [6, 2],
    'inviteInfo': [9, 5],
    'useInviteToken, with a limit': [19, 13],
    'useInviteToken, without a limit': [19, 13],
    'useInviteToken, with approval': [21, 11],
    'useInviteToken of a member': [7, 3],
    'removeInvite': [4, 3],
    'invites.create': [6, 4],
    'invites.info': [6, 4],
    'invites.list': [140, 5],
    'invites.list of a room': [9, 4],
    'invites.update': [17, 16],
    'invites.rotateToken': [17, 16],
    'invites.revoke': [7, 6],
    'invites.joins of an invite': [9, 7],
    'invites.joins of a room': [6, 3],
    'invites.stats of a room': [4, 3],
    'invites.requests of a room': [5, 4],
    'invites.approve': [35, 25],
    'invites.deny': [21, 13],
    'invites.send to one address': [13, 9],
    'health': [6, 2],
    '/invite create': [14, 10],
    '/invite list': [13, 10],
    '/invite use': [24, 16],
    'opening the modal': [5, 4],
};
const budgets = Object.entries(BUDGETS) as [OperationName, [number, number]][];

/** Adds invites and redemptions, about a hundred records in all. */
async function fill(): Promise<void> {
    const rid = await scene.room(owner);
    for (let days = 1; days <= 20; days++) {
        await owner.invite(rid, days, 40);
    }
    const { body: busy } = await owner.invite(rid, 21, 40);
    const { body: open } = await owner.invite(rid, 22, 0);
    for (const person of await scene.people(10)) {
        await person.redeem(busy.inviteToken);
        await person.redeem(open.inviteToken);
    }
}

describe.each([0, 5])('with %i times a hundred invites and redemptions more', (times) => {
    beforeAll(async () => {
        for (let time = 0; time < times; time++) {
            await fill();
        }
    });

    it.each(budgets)('%s: at most this many calls, and this many of them one after another: %j', async (name, [atMost, atMostInARow]) => {
        let counts = await countCalls(scene, await operations[name]());
        if (counts.names.length > atMost) {
            // What the app keeps for a while may have run out just then, and is kept again now.
            counts = await countCalls(scene, await operations[name]());
        }
        const { names, depth } = counts;
        expect(names.slice(atMost)).toEqual([]);
        expect(names.length).toBeGreaterThan(1);
        expect(depth).toBeLessThanOrEqual(atMostInARow);
    });
});

it('a read of the permissions that is due adds four calls, at once with the others', async () => {
    const { body: invite } = await owner.invite(await scene.room(owner), 7, 3);
    const look = (): Promise<CallCounts> => countCalls(scene, () => owner.app('POST', 'inviteInfo', { token: invite.inviteToken }));
    await scene.agePermissions();
    await scene.workspace.jobsDone();
    const due = await look();
    const usual = await look();
    const added = [...due.names];
    usual.names.forEach((name) => added.splice(added.indexOf(name), 1));
    // Ageing the permissions empties the cache of the app's settings too.
    expect(added.filter((name) => !name.includes('getSettings')).sort()).toEqual([
        'accessor:getPersistence:updateByAssociations',
        'accessor:getReader:getEnvironmentReader:getServerSettings:getValueById',
        'accessor:getReader:getPersistenceReader:readByAssociations',
        'bridges:getHttpBridge:doCall',
    ]);
    expect(due.depth).toBeLessThanOrEqual(usual.depth + 4);
});
