import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Answer } from '../workspace/index.mts';
import { Person, Scene } from './scene.mts';

/** On a loaded server, an operation takes as long as its calls to the server do: these are how many each may make, however much is stored. */

let scene: Scene;
let owner: Person;
let names: string[];

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person();
    const { instance } = scene.workspace;
    const usual = instance.interceptor;
    instance.interceptor = (call, proceed) => {
        names.push(call.name);
        return usual(call, proceed);
    };
    names = [];
    // The first requests of all bring the settings.
    const { body } = await owner.invite(await scene.room(owner));
    await scene.stranger().app('POST', 'validateInviteToken', { token: body.inviteToken });
    await scene.admin.app('GET', 'listInvites');
});
afterAll(() => scene.close());

/** A hundred more invites and redemptions. */
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
        atMost: 4,
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
        atMost: 18,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            const guest = await scene.person();
            return () => guest.redeem(body.inviteToken);
        },
    },
    {
        name: 'redeeming an invite without a limit',
        atMost: 17,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 0);
            const guest = await scene.person();
            return () => guest.redeem(body.inviteToken);
        },
    },
    {
        name: 'validating a token',
        atMost: 5,
        act: async () => {
            const { body } = await owner.invite(await scene.room(owner), 7, 3);
            return () => scene.stranger().app('POST', 'validateInviteToken', { token: body.inviteToken });
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
        names = [];
        const { status } = await operation();
        expect(status).toBe(200);
        expect(names.slice(atMost)).toEqual([]);
        expect(names.length).toBeGreaterThan(1);
    });
});
