import type { ChildProcess } from 'node:child_process';

import { beforeAll, expect, it } from '@jest/globals';

import { MANIFEST } from '../project.mts';
import { sample } from '../tools/races.mts';
import { NEVER } from '../workspace/index.mts';
import { Person } from './scene.mts';
import { useScene } from './useScene.mts';

/**
 * Two server instances. The one that serves a redemption is killed with its sandbox, before or after each call to the
 * server. The person gets no response and tries again on the other instance; no seat is lost or gained.
 */

const scene = await useScene({ instances: 2 });
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
const owner = await scene.person();

type When = 'before' | 'after';

/** The names of calls that only read. */
const READING = /:(get|read)\w*$/;

/** Redeems while the serving instance is killed at its n-th call, and returns how many calls it made. */
async function cutOff(guest: Person, token: string, n: number, when: When): Promise<number> {
    const { workspace } = scene;
    let calls = 0;
    let killed: Promise<void> | undefined;
    const answer = await scene.intercept(
        async (_call, proceed, instance) => {
            if (calls++ !== n) {
                return proceed();
            }
            if (when === 'after') {
                await proceed();
            }
            killed = workspace.kill(instance);
            return NEVER;
        },
        () => guest.redeem(token).catch(() => undefined),
    );
    expect({ n, when, answer: answer?.status }).toEqual({ n, when, answer: killed ? undefined : 200 });
    await killed;
    return calls;
}

/**
 * Returns the positions of the calls of a redemption that change something. An instance that is killed after any other
 * call leaves the same state as one that is killed after the last of these.
 */
async function changingCalls(maxUses: number): Promise<number[]> {
    const { body } = await owner.invite(await scene.room(owner), 7, maxUses);
    const guest = await scene.person();
    const calls = await scene.callsDuring(() => guest.redeem(body.inviteToken));
    const changing = calls.flatMap(({ name }, n) => (READING.test(name) ? [] : [n]));
    expect(changing.length).toBeGreaterThan(3);
    return changing;
}

/** Cuts off the redemption of a new person at its n-th call, then starts the killed instance again. */
async function cutOffInNewRoom(maxUses: number, n: number, when: When): Promise<CutOff> {
    const rid = await scene.room(owner);
    const { body: invite } = await owner.invite(rid, 7, maxUses);
    const [first, second, third] = (await scene.people(3)) as [Person, Person, Person];
    await cutOff(first, invite.inviteToken, n, when);
    await scene.workspace.run(1);
    return { n, when, rid, invite, first, second, third };
}

/** A redemption that was cut off, and other people who have the same link. */
interface CutOff {
    n: number;
    when: When;
    rid: string;
    invite: { _id: string; inviteToken: string };
    first: Person;
    second: Person;
    third: Person;
}

it('a redemption cut off before its first call or after any change is made good by the next try', async () => {
    const cutOffs = [await cutOffInNewRoom(2, 0, 'before')];
    for (const n of sample(await changingCalls(2), 3)) {
        cutOffs.push(await cutOffInNewRoom(2, n, 'after'));
    }
    await Promise.all(
        cutOffs.map(async ({ n, when, rid, invite, first, second, third }) => {
            expect((await scene.members(rid)).length).toBeLessThanOrEqual(2);
            const again = await first.redeem(invite.inviteToken);
            expect({ n, when, again: again.status }).toEqual({ n, when, again: 200 });
            expect({ n, when, second: (await second.redeem(invite.inviteToken)).status }).toEqual({ n, when, second: 200 });
            expect((await third.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
            expect(await scene.members(rid)).toEqual([owner, first, second].map(({ user }) => user.username).sort());
            expect(await scene.usesOf(invite._id)).toBe(2);
        }),
    );
});

it('a redemption of an invite without a limit succeeds on the next try and is counted at most once', async () => {
    const cutOffs: CutOff[] = [];
    for (const n of sample(await changingCalls(0), 3)) {
        cutOffs.push(await cutOffInNewRoom(0, n, 'after'));
    }
    await Promise.all(
        cutOffs.map(async ({ n, rid, invite, first, second }) => {
            const [again, other] = await Promise.all([first, second].map((person) => person.redeem(invite.inviteToken)));
            expect({ n, again: again!.status, other: other!.status }).toEqual({ n, again: 200, other: 200 });
            expect(await scene.members(rid)).toEqual([owner, first, second].map(({ user }) => user.username).sort());
            expect([1, 2]).toContain(await scene.usesOf(invite._id));
        }),
    );
});

it('an engine survives writing to a sandbox that has just ended', async () => {
    const [instance] = scene.workspace.instances;
    const { stdin } = (instance!.manager.getOneById(MANIFEST.id).getRuntimeController() as unknown as { deno: ChildProcess }).deno;
    const closed = new Promise((resolve) => stdin!.once('close', resolve));
    // Node ends a pipe without a reader in this way. Without a listener, the error would be uncaught.
    stdin!.destroy(new Error('write EPIPE'));
    await closed;
    await scene.workspace.restart();
    expect((await owner.invite(await scene.room(owner))).status).toBe(200);
});
