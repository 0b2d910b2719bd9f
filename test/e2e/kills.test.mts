import type { ChildProcess } from 'node:child_process';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { MANIFEST } from '../project.mts';
import { NEVER } from '../workspace/index.mts';
import { Person, Scene } from './scene.mts';

/**
 * Two server instances. The one that is letting somebody in is killed, its sandbox with it, at each call that the app makes to the server in turn: before
 * the server carried it out, and after. The person gets no answer, tries again at the other instance, and is in; no place is lost, and none is made.
 */

let scene: Scene;
let owner: Person;

beforeAll(async () => {
    scene = await Scene.open({ instances: 2 });
    owner = await scene.person();
});
afterAll(() => scene.close());

type When = 'before' | 'after';

/** Redeems while the instance that does it is killed at its n-th call; answers how many calls it came to. */
async function cutOff(guest: Person, token: string, n: number, when: When): Promise<number> {
    const { workspace } = scene;
    let calls = 0;
    let killed: Promise<void> | undefined;
    for (const instance of workspace.instances) {
        const usual = instance.interceptor;
        instance.interceptor = async (call, proceed) => {
            if (calls++ !== n) {
                return usual(call, proceed);
            }
            if (when === 'after') {
                await usual(call, proceed);
            }
            killed = workspace.kill(instance);
            return NEVER;
        };
    }
    const answer = await guest.redeem(token).catch(() => undefined);
    expect({ n, when, answer: answer?.status }).toEqual({ n, when, answer: killed ? undefined : 200 });
    await killed;
    for (const instance of workspace.instances) {
        instance.interceptor = (_call, proceed) => proceed();
    }
    return calls;
}

it.each(['before', 'after'] as const)('a redemption cut off %s any of its calls is made good by the next try', async (when) => {
    const calls = await cutOff(await scene.person(), (await owner.invite(await scene.room(owner), 7, 2)).body.inviteToken, -1, when);
    expect(calls).toBeGreaterThan(5);
    // Killed before a call, an instance leaves the same as killed after the one before it.
    for (let n = 0; n < (when === 'before' ? 1 : calls); n++) {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 2);
        const [first, second, third] = (await scene.people(3)) as [Person, Person, Person];
        await cutOff(first, invite.inviteToken, n, when);
        expect((await scene.members(rid)).length).toBeLessThanOrEqual(2);
        const again = await first.redeem(invite.inviteToken);
        expect({ n, when, again: again.status }).toEqual({ n, when, again: 200 });
        expect({ n, when, second: (await second.redeem(invite.inviteToken)).status }).toEqual({ n, when, second: 200 });
        expect((await third.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect(await scene.members(rid)).toEqual([owner, first, second].map(({ user }) => user.username).sort());
        expect(await scene.usesOf(invite._id)).toBe(2);
        await scene.workspace.run(1);
    }
});

it('a redemption of an invite without a limit is made good as well, and counted once at most', async () => {
    const calls = await cutOff(await scene.person(), (await owner.invite(await scene.room(owner), 7, 0)).body.inviteToken, -1, 'after');
    for (let n = 0; n < calls; n++) {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 0);
        const [first, second] = (await scene.people(2)) as [Person, Person];
        await cutOff(first, invite.inviteToken, n, 'after');
        const [again, other] = await Promise.all([first, second].map((person) => person.redeem(invite.inviteToken)));
        expect({ n, again: again!.status, other: other!.status }).toEqual({ n, again: 200, other: 200 });
        expect(await scene.members(rid)).toEqual([owner, first, second].map(({ user }) => user.username).sort());
        expect([1, 2]).toContain(await scene.usesOf(invite._id));
        await scene.workspace.run(1);
    }
});

it('an engine that writes to a sandbox which has just ended ends nothing else', async () => {
    const [instance] = scene.workspace.instances;
    const { stdin } = (instance!.manager.getOneById(MANIFEST.id)!.getRuntimeController() as unknown as { deno: ChildProcess }).deno;
    const closed = new Promise((resolve) => stdin!.once('close', resolve));
    // So Node ends a pipe that nobody reads any longer. Without a listener, the error would be uncaught.
    stdin!.destroy(new Error('write EPIPE'));
    await closed;
    await scene.workspace.restart();
    expect((await owner.invite(await scene.room(owner))).status).toBe(200);
});
