import { beforeAll, describe, expect, it } from '@jest/globals';

import type { Answer } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

/** The number of calls to the server that each operation may make. They dominate its latency, above all those in a row. */

const scene = await useScene();
const owner = await scene.person();
// The first requests fill the cache of settings.
const { body: anyInvite } = await owner.invite(await scene.room(owner));
await scene.anonymous().app('POST', 'validateInviteToken', { token: anyInvite.inviteToken });
await scene.admin.app('GET', 'listInvites');
await scene.admin.app('GET', 'invites.list');

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

interface Operation {
    name: string;
    /** The most calls to the server. */
    atMost: number;
    /** How many of these calls follow one another, as the app's log line counts them. */
    depth: number;
    act: () => Promise<() => Promise<Answer<any>>>;
}

const operations: Operation[] = [
    {
        name: 'finding an invite',
        atMost: 5,
        depth: 4,
        act: async () => {
            const rid = await scene.room(owner);
            await owner.invite(rid, 7, 3);
            return () => owner.invite(rid, 7, 3);
        },
    },
    {
        name: 'creating an invite',
        atMost: 10,
        depth: 8,
        act: async () => {
            const rid = await scene.room(owner);
            return () => owner.invite(rid, 7, 3);
        },
    },
    {
        name: 'redeeming an invite with a limit',
        atMost: 19,
        depth: 13,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            await useOnce(body.inviteToken);
            const guest = await scene.person();
            return () => guest.redeem(body.inviteToken);
        },
    },
    {
        name: 'redeeming an invite without a limit',
        atMost: 19,
        depth: 13,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 0);
            await useOnce(body.inviteToken);
            const guest = await scene.person();
            return () => guest.redeem(body.inviteToken);
        },
    },
    {
        name: 'validating a token',
        atMost: 6,
        depth: 2,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            return () => scene.anonymous().app('POST', 'validateInviteToken', { token: body.inviteToken });
        },
    },
    { name: 'listing all invites', atMost: 3, depth: 2, act: async () => () => scene.admin.app('GET', 'listInvites') },
    managing('invites.create', 8, 6, ({ rid }) => owner.app('POST', 'invites.create', { rid, expires: '7d', maxUses: 3 })),
    managing('invites.info', 6, 4, ({ _id }) => owner.app('GET', `invites.info?inviteId=${_id}`)),
    managing('invites.list of a room', 7, 4, ({ rid }) => owner.app('GET', `invites.list?rid=${rid}`)),
    managing('invites.update', 17, 16, ({ _id }) => owner.app('POST', 'invites.update', { inviteId: _id, label: 'Spring', maxUses: 5 })),
    managing('invites.rotateToken', 17, 16, ({ _id }) => owner.app('POST', 'invites.rotateToken', { inviteId: _id })),
    managing('invites.revoke', 7, 6, ({ _id }) => owner.app('POST', 'invites.revoke', { inviteId: _id })),
    managing('invites.joins', 9, 7, ({ _id }) => owner.app('GET', `invites.joins?inviteId=${_id}`)),
    managing('invites.stats of a room', 5, 3, ({ rid }) => owner.app('GET', `invites.stats?rid=${rid}`)),
];

/** Uses an invite for the first time, of which its creator is told in the background. */
async function useOnce(token: string): Promise<void> {
    await (await scene.person()).redeem(token);
}

/** An operation on an invite of a room of its own, which one person has used. */
function managing(name: string, atMost: number, depth: number, act: (invite: any) => Promise<Answer<any>>): Operation {
    return {
        ...{ name, atMost, depth },
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            await (await scene.person()).redeem(body.inviteToken);
            return () => act(body);
        },
    };
}

/** Returns the depth that the app's newest log line shows. */
async function lastDepth(): Promise<number> {
    const { body } = await scene.adminApi('GET', 'logs');
    const logs = body.logs as { _createdAt: string; entries: { args: unknown[] }[] }[];
    const newest = logs.sort((a, b) => Date.parse(b._createdAt) - Date.parse(a._createdAt)).flatMap(({ entries }) => entries);
    const line = newest.map(({ args }) => JSON.stringify(args)).find((text) => text.includes('depth'));
    return Number(/depth\W+(\d+)/.exec(line!)![1]);
}

describe.each([0, 5])('with %i times a hundred invites and redemptions more', (times) => {
    beforeAll(async () => {
        for (let time = 0; time < times; time++) {
            await fill();
        }
    });

    it.each(operations)('$name takes at most $atMost calls, $depth of them one after another', async ({ atMost, depth, act }) => {
        const operation = await act();
        await scene.workspace.jobsDone();
        const calls = await scene.callsDuring(async () => expect((await operation()).status).toBe(200));
        const names = calls.map(({ name }) => name);
        expect(names.slice(atMost)).toEqual([]);
        expect(names.length).toBeGreaterThan(1);
        expect(await lastDepth()).toBeLessThanOrEqual(depth);
    });
});

it('a read of the permissions that is due adds four calls, at once with the others', async () => {
    const { body: invite } = await owner.invite(await scene.room(owner), 7, 3);
    const look = async (): Promise<{ names: string[]; depth: number }> => {
        const calls = await scene.callsDuring(() => owner.app('POST', 'inviteInfo', { token: invite.inviteToken }));
        return { names: calls.map(({ name }) => name), depth: await lastDepth() };
    };
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
