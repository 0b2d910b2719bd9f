import { beforeAll, describe, expect, it } from '@jest/globals';

import type { Answer } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

/** The number of calls to the server that each operation may make. They dominate its latency under load. */

const scene = await useScene();
const owner = await scene.person();
// The first requests fill the cache of settings.
const { body: anyInvite } = await owner.invite(await scene.room(owner));
await scene.anonymous().app('POST', 'validateInviteToken', { token: anyInvite.inviteToken });
await scene.admin.app('GET', 'listInvites');

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
    atMost: number;
    act: () => Promise<() => Promise<Answer<any>>>;
}

const operations: Operation[] = [
    {
        name: 'finding an invite',
        atMost: 5,
        act: async () => {
            const rid = await scene.room(owner);
            await owner.invite(rid, 7, 3);
            return () => owner.invite(rid, 7, 3);
        },
    },
    {
        name: 'creating an invite',
        atMost: 10,
        act: async () => {
            const rid = await scene.room(owner);
            return () => owner.invite(rid, 7, 3);
        },
    },
    {
        name: 'redeeming an invite with a limit',
        atMost: 19,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            const guest = await scene.person();
            return () => guest.redeem(body.inviteToken);
        },
    },
    {
        name: 'redeeming an invite without a limit',
        atMost: 19,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 0);
            const guest = await scene.person();
            return () => guest.redeem(body.inviteToken);
        },
    },
    {
        name: 'validating a token',
        atMost: 6,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            return () => scene.anonymous().app('POST', 'validateInviteToken', { token: body.inviteToken });
        },
    },
    { name: 'listing all invites', atMost: 3, act: async () => () => scene.admin.app('GET', 'listInvites') },
];

describe.each([0, 5])('with %i times a hundred invites and redemptions more', (times) => {
    beforeAll(async () => {
        for (let time = 0; time < times; time++) {
            await fill();
        }
    });

    it.each(operations)('$name takes at most $atMost calls', async ({ atMost, act }) => {
        const operation = await act();
        const calls = await scene.callsDuring(async () => expect((await operation()).status).toBe(200));
        const names = calls.map(({ name }) => name);
        expect(names.slice(atMost)).toEqual([]);
        expect(names.length).toBeGreaterThan(1);
    });
});
