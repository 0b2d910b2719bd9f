import { beforeAll, expect, it } from '@jest/globals';

import { sampleBelow } from '../tools/races.mts';
import { NEVER, type Answer, type AppCall } from '../workspace/index.mts';
import { refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/**
 * Two server instances. The one that serves an approval is killed with its sandbox after a change. The
 * manager gets no response and approves again on the other instance.
 */

const scene = await useScene({ instances: 2 });
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
const { appPersistence } = scene.workspace.database;
const owner = await scene.person();

/** The names of calls that only read. */
const READING = /:(get|read)\w*$/;
/** After this time, other instances take the claim of a killed instance for abandoned. */
const ABANDONED_MS = 11 * 60 * 1000;

interface Asked {
    readonly rids: readonly string[];
    readonly invite: { readonly _id: string; readonly inviteToken: string };
    readonly requestId: string;
    readonly guest: Person;
}

/** Creates an invite with one seat to two rooms, by which a new person asks to join. */
async function ask(): Promise<Asked> {
    const rids = [await scene.room(owner), await scene.room(owner)];
    const { invite } = (await owner.app('POST', 'invites.create', { rids, approval: true, maxUses: 1 })).body;
    const guest = await scene.person();
    const { status, body } = await guest.redeem(invite.inviteToken);
    expect(status).toBe(202);
    return { rids, invite, requestId: body.request._id, guest };
}

function approve(requestId: string): Promise<Answer<any>> {
    return owner.app('POST', 'invites.approve', { requestId });
}

/**
 * Returns how many calls of an approval change something. An instance that is killed after any other call leaves the same
 * state as one that is killed after the last of these.
 */
async function countChanges(): Promise<number> {
    const { requestId } = await ask();
    const calls = await scene.callsDuring(() => approve(requestId));
    return calls.filter(isChange).length;
}

function isChange({ name }: AppCall): boolean {
    return !READING.test(name);
}

/** Approves while the serving instance is killed after its n-th change, then starts it again. */
async function cutOff(n: number): Promise<Asked & { n: number }> {
    const asked = await ask();
    let changes = 0;
    let killed: Promise<void> | undefined;
    const answer = await scene.intercept(
        async (call, proceed, instance) => {
            if (!isChange(call) || ++changes !== n) {
                return proceed();
            }
            await proceed();
            killed = scene.workspace.kill(instance);
            return NEVER;
        },
        () => approve(asked.requestId).catch(() => undefined),
    );
    expect({ n, isKilled: killed !== undefined, status: answer?.status }).toEqual({ n, isKilled: true, status: undefined });
    await killed;
    await scene.workspace.run(1);
    return { n, ...asked };
}

function membersOf(rids: readonly string[]): Promise<string[][]> {
    return Promise.all(rids.map((rid) => scene.members(rid)));
}

it('an approval cut off after any change is made good by the next one', async () => {
    const cutOffs: Awaited<ReturnType<typeof cutOff>>[] = [];
    const changes = await countChanges();
    expect(changes).toBeGreaterThan(5);
    for (const n of sampleBelow(changes, 4)) {
        cutOffs.push(await cutOff(n + 1));
    }
    await appPersistence.updateMany({ 'data.kind': { $in: ['claim', 'request'] } }, { $inc: { 'data.at': -ABANDONED_MS } });
    await Promise.all(
        cutOffs.map(async ({ n, rids, invite, requestId, guest }) => {
            const { status, body } = await approve(requestId);
            expect({ n, status, state: body.request?.state }).toEqual({ n, status: 200, state: 'approved' });
            const members = [owner, guest].map(({ user }) => user.username).sort();
            expect({ n, members: await membersOf(rids) }).toEqual({ n, members: rids.map(() => members) });
            expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
            const late = await scene.person();
            const asked = await late.redeem(invite.inviteToken);
            // The use may not be counted yet. Then the person may ask, and the approval finds no seat.
            const refused = asked.status === 202 ? await approve(asked.body.request._id) : asked;
            expect(refusal(refused)).toMatchObject({ status: 400, errorType: 'error-invite-token-expired', field: 'maxUses' });
            expect({ n, members: await membersOf(rids) }).toEqual({ n, members: rids.map(() => members) });
        }),
    );
    await scene.workspace.night();
    for (const { n, rids, invite, guest } of cutOffs) {
        const { joins } = (await owner.app('GET', `invites.joins?inviteId=${invite._id}&outcome=approved`)).body;
        const told = joins.map(({ person, rooms }: any) => [person._id, rooms.map(({ _id }: { _id: string }) => _id).sort()]);
        expect({ n, uses: await scene.usesOf(invite._id), told }).toEqual({ n, uses: 1, told: [[guest.userId, [...rids].sort()]] });
        const waiting = (await owner.app('GET', `invites.requests?inviteId=${invite._id}`)).body.requests;
        expect(waiting.filter(({ person }: any) => person._id === guest.userId)).toEqual([]);
    }
});
