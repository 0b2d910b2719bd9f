import { beforeAll, describe, expect, it } from '@jest/globals';

import { sampleBelow } from '../tools/races.mts';
import type { Answer } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

/**
 * A call of the app to the server fails, before or after the server carried it out. The caller gets the
 * generic message or success, and trying again succeeds.
 */

const scene = await useScene();
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
const owner = await scene.person();

const FIXED = {
    success: false,
    error: 'Something went wrong. Try again. An administrator can find the cause in the app log',
    errorType: 'error-internal',
};
const CAUSE = 'connection to the database was lost';

type When = 'before' | 'after';

/** Runs `work` with its n-th call to the server failing, and returns how many calls it made. */
async function failing(n: number, when: When, work: () => Promise<unknown>): Promise<number> {
    let calls = 0;
    await scene.intercept(async (_call, proceed) => {
        if (calls++ !== n) {
            return proceed();
        }
        if (when === 'after') {
            await proceed();
        }
        throw new Error(CAUSE);
    }, work);
    return calls;
}

interface Operation<C> {
    prepare: () => Promise<C>;
    act: (context: C) => Promise<Answer<any>>;
    /** What must hold after a fault and a successful second try. */
    settled: (context: C) => Promise<void>;
}

async function walk<C>({ prepare, act, settled }: Operation<C>, also: (answer: Answer<any>) => boolean = () => false): Promise<void> {
    const calls = await failing(-1, 'before', async () => expect((await act(await prepare())).status).toBe(200));
    expect(calls).toBeGreaterThan(1);
    for (const when of ['before', 'after'] as const) {
        for (const n of sampleBelow(calls, 5)) {
            const context = await prepare();
            let answer: Answer<any> | undefined;
            await failing(n, when, async () => (answer = await act(context)));
            const { status, body } = answer!;
            expect({ n, when, message: status === 200 || also(answer!) ? FIXED : body }).toEqual({ n, when, message: FIXED });
            expect(JSON.stringify(body)).not.toContain(CAUSE);
            expect({ n, when, again: (await act(context)).status }).toEqual({ n, when, again: 200 });
            await settled(context);
        }
    }
}

describe('a fault at any call of', () => {
    it('findOrCreateInvite leaves one invite for the next try', async () => {
        await walk({
            prepare: async () => ({ rid: await scene.room(owner) }),
            act: ({ rid }) => owner.invite(rid, 7, 2),
            settled: async ({ rid }) => {
                const { body } = await scene.admin.app('GET', 'listInvites');
                expect(body.filter((invite: { rid: string }) => invite.rid === rid)).toHaveLength(1);
                expect((await owner.app('DELETE', `removeInvite/${(await owner.invite(rid, 7, 2)).body._id}`)).status).toBe(200);
                expect((await owner.invite(rid, 7, 2)).status).toBe(200);
            },
        });
    });

    it('useInviteToken admits the person on the next try, counts them once, and delays nobody else', async () => {
        await walk({
            prepare: async () => {
                const rid = await scene.room(owner);
                const { body: invite } = await owner.invite(rid, 7, 2);
                return { rid, invite, guest: await scene.person() };
            },
            act: ({ guest, invite }) => guest.redeem(invite.inviteToken),
            settled: async ({ rid, guest, invite }) => {
                expect(await scene.usesOf(invite._id)).toBe(1);
                const [second, third] = await scene.people(2);
                expect((await second!.redeem(invite.inviteToken)).status).toBe(200);
                expect((await third!.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
                expect(await scene.members(rid)).toEqual([owner, guest, second!].map(({ user }) => user.username).sort());
                expect(await scene.usesOf(invite._id)).toBe(2);
            },
        });
    });

    it('useInviteToken by a member, or of inviteInfo, changes nothing', async () => {
        const rid = await scene.room(owner);
        const { body: invite } = await owner.invite(rid, 7, 2);
        const member = await scene.person();
        await member.redeem(invite.inviteToken);
        const before = await scene.storeSnapshot();
        const unverified = (answer: Answer<any>): boolean => answer.body.errorType === 'error-membership-unverified';
        for (const endpoint of ['useInviteToken', 'inviteInfo']) {
            await walk(
                {
                    prepare: async () => undefined,
                    act: () => member.app('POST', endpoint, { token: invite.inviteToken }),
                    settled: async () => expect(await scene.storeSnapshot()).toBe(before),
                },
                unverified,
            );
        }
    });

    it('removeInvite removes it on the next try at the latest', async () => {
        await walk({
            prepare: async () => {
                const { body: invite } = await owner.invite(await scene.room(owner), 7, 2);
                await (await scene.person()).redeem(invite.inviteToken);
                return { invite };
            },
            act: async ({ invite }) => {
                const answer = await owner.app('DELETE', `removeInvite/${invite._id}`);
                // After a fault, the invite may be gone already. The creator then gets the refusal for a foreign invite.
                return answer.body.errorType === 'not_authorized' ? { ...answer, status: 200 } : answer;
            },
            settled: async ({ invite }) => {
                expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
            },
        });
    });

    it('listInvites and validateInviteToken is reported, and passes', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 7, 2);
        await walk({ prepare: async () => undefined, act: () => scene.admin.app('GET', 'listInvites'), settled: async () => undefined });
        await walk({
            prepare: async () => undefined,
            act: () => scene.anonymous().app('POST', 'validateInviteToken', { token: invite.inviteToken }),
            settled: async () => undefined,
        });
    });
});

it('the cause of a fault is in the app’s log', async () => {
    const rid = await scene.room(owner);
    await failing(0, 'before', () => owner.invite(rid));
    expect(await scene.logged()).toContainEqual(expect.stringContaining(CAUSE));
});
