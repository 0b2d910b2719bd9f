import { beforeAll, expect, it } from '@jest/globals';

import { MANIFEST } from '../project.mts';
import { sampleBelow } from '../tools/races.mts';
import { DAY } from './scene.mts';
import { useScene } from './useScene.mts';

/** The nightly job removes invites that ended long ago and the leftovers of interrupted attempts, and nothing else. */

const scene = await useScene({ instances: 2 });
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
const owner = await scene.person();

async function listed(): Promise<string[]> {
    const { body } = await scene.admin.app('GET', 'listInvites');
    return body.map(({ _id }: { _id: string }) => _id);
}

/** Returns the app's records of one kind. */
async function records(kind: string): Promise<any[]> {
    const all = await scene.workspace.database.appPersistence.find({ 'data.kind': kind });
    return all.map(({ data }) => data);
}

/** Makes claims and counters older by `ms`. */
async function ageCounts(ms: number): Promise<void> {
    const { appPersistence } = scene.workspace.database;
    await appPersistence.updateMany({ 'data.kind': 'claim' }, { $inc: { 'data.at': -ms } });
    await appPersistence.updateMany({ 'data.kind': 'tally' }, { $inc: { 'data.lastAt': -ms } });
}

async function ended(days: number, maxUses: number, ago: number): Promise<{ _id: string; inviteToken: string }> {
    const { body: invite } = await owner.invite(await scene.room(owner), days, maxUses);
    await (await scene.person()).redeem(invite.inviteToken);
    await scene.ageInvite(invite._id, ago);
    return invite;
}

it('removes invites that ended longer ago than the setting says, with their claims and counters', async () => {
    const expired = await ended(7, 3, 38 * DAY);
    const endless = await ended(7, 0, 38 * DAY);
    const usedUp = await ended(0, 1, 0);
    await ageCounts(31 * DAY);
    const recently = await ended(7, 3, 36 * DAY);
    const live = await ended(0, 5, 400 * DAY);
    const justUsedUp = await ended(0, 1, 0);

    await scene.workspace.night();

    const left = await listed();
    expect(left).toEqual(expect.arrayContaining([recently._id, live._id, justUsedUp._id]));
    for (const { _id } of [expired, endless, usedUp]) {
        expect(left).not.toContain(_id);
    }
    expect((await records('claim')).map(({ subject }) => subject).sort()).toEqual([recently._id, live._id, justUsedUp._id].sort());
    expect(await records('tally')).toEqual([]);
    expect((await (await scene.person()).redeem(live.inviteToken)).status).toBe(200);
});

it('follows the setting when both instances run it at once', async () => {
    const old = await ended(7, 3, 20 * DAY);
    const kept = await ended(7, 3, 16 * DAY);
    await scene.changeSetting('Keep_Ended_Days', 10);
    await scene.workspace.night(scene.workspace.instances);
    const left = await listed();
    expect(left).toContain(kept._id);
    expect(left).not.toContain(old._id);
    await scene.changeSetting('Keep_Ended_Days', 30);
});

it('removes the leftovers of attempts and removals once no operation can still use them', async () => {
    const { body: invite } = await owner.invite(await scene.room(owner), 7, 3);
    const { body: open } = await owner.invite(await scene.room(owner), 7, 0);
    const guest = await scene.person();
    await guest.redeem(invite.inviteToken);
    await guest.redeem(open.inviteToken);
    const { appPersistence } = scene.workspace.database;
    // As after a removal that was interrupted between the invite and its counters.
    await appPersistence.deleteMany({ 'data.kind': 'invite', 'data.id': { $in: [invite._id, open._id] } });
    const about = async (): Promise<number> =>
        [...(await records('claim')), ...(await records('tally'))].filter(({ subject, inviteId }) =>
            [invite._id, open._id].includes(subject ?? inviteId),
        ).length;
    await scene.workspace.night();
    expect(await about()).toBe(2);
    await ageCounts(DAY);
    await scene.workspace.night();
    expect(await about()).toBe(0);
});

it('keeps the records of an invite that a newer version of the app wrote', async () => {
    const { body: invite } = await owner.invite(await scene.room(owner), 7, 3);
    await (await scene.person()).redeem(invite.inviteToken);
    const { appPersistence } = scene.workspace.database;
    await appPersistence.updateMany({ 'data.id': invite._id }, { $set: { 'data.version': 99 } });
    await ageCounts(100 * DAY);
    await scene.workspace.night();
    await appPersistence.updateMany({ 'data.id': invite._id }, { $set: { 'data.version': 2 } });
    const { body } = await scene.admin.app('GET', 'listInvites');
    expect(body.find(({ _id }: { _id: string }) => _id === invite._id).uses).toBe(1);
});

it('finishes the next night, whichever of its calls fails', async () => {
    const live = await ended(0, 5, 400 * DAY);
    const old = async (): Promise<string[]> => [await ended(7, 3, 40 * DAY), await ended(7, 0, 40 * DAY)].map(({ _id }) => _id);
    /** Runs the nightly job with its n-th call failing, and returns how many calls it made. */
    const night = async (n: number): Promise<number> => {
        let calls = 0;
        const passed = scene.intercept(
            (_call, proceed) => (calls++ === n ? Promise.reject(new Error('The database is gone')) : proceed()),
            // The reminders of the same night would make calls at the same time.
            () => scene.workspace.instance.bridges.scheduler.run(`clean-up_${MANIFEST.id}`),
        );
        const result = await passed.then(
            () => 'done',
            () => 'failed',
        );
        expect(result).toBe(n < 0 ? 'done' : 'failed');
        return calls;
    };
    await old();
    const calls = await night(-1);
    expect(calls).toBeGreaterThan(5);
    for (const n of sampleBelow(calls, 6)) {
        const ids = await old();
        await night(n);
        await ageCounts(DAY);
        await scene.workspace.night();
        const counted = [...(await records('claim')), ...(await records('tally'))].map(({ subject, inviteId }) => subject ?? inviteId);
        expect({ n, left: [...(await listed()), ...counted].filter((id) => ids.includes(id)) }).toEqual({ n, left: [] });
        expect(await listed()).toContain(live._id);
    }
});

it('runs every night after a restart, and ends with the app', async () => {
    await scene.workspace.restart();
    const old = await ended(7, 3, 40 * DAY);
    expect(await listed()).toContain(old._id);
    await scene.workspace.night();
    expect(await listed()).not.toContain(old._id);
    expect((await scene.workspace.database.jobs.find()).map(({ _id }) => _id).sort()).toEqual([`clean-up_${MANIFEST.id}`, `remind_${MANIFEST.id}`]);
    await scene.admin.request('DELETE', `/api/apps/${MANIFEST.id}`);
    expect(await scene.workspace.database.jobs.count()).toBe(0);
});
