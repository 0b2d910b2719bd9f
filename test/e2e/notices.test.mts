import { describe, expect, it } from '@jest/globals';

import { buttonsIn } from '../workspace/index.mts';
import { DAY, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** What the app's bot tells the creators of invites. */

const scene = await useScene();
const { database } = scene.workspace;

async function texts(person: Person): Promise<string[]> {
    return (await scene.toldByBot(person)).map(({ msg }) => msg);
}

interface Made {
    owner: Person;
    rid: string;
    name: string;
    invite: any;
}

async function create(fields: object = {}, language?: string): Promise<Made> {
    const owner = await scene.person({ language });
    const rid = await scene.room(owner);
    const { name } = (await database.rooms.findOne({ _id: rid }))!;
    return { owner, rid, name: name!, invite: (await owner.app('POST', 'invites.create', { rid, ...fields })).body.invite };
}

/** A new person joins by the invite, and returns their name. */
async function join({ inviteToken }: { inviteToken: string }): Promise<string> {
    const guest = await scene.person();
    expect((await guest.redeem(inviteToken)).status).toBe(200);
    return `@${guest.user.username}`;
}

/** Runs `work`, and `change` before the first notice that it asks for is scheduled. */
async function beforeNotices(change: () => Promise<unknown>, work: () => Promise<unknown>): Promise<void> {
    let changed: Promise<unknown> | undefined;
    await scene.intercept(async ({ name }, proceed) => {
        if (name.includes('scheduleOnce') || name.includes('doScheduleOnce')) {
            await (changed ??= change());
        }
        return proceed();
    }, work);
    await scene.workspace.jobsDone();
    expect(changed).toBeDefined();
}

/** Runs `work`, and changes an invite before the first notice about it is scheduled. */
function meanwhile(changes: object, owner: Person, work: () => Promise<unknown>): Promise<void> {
    return beforeNotices(async () => expect((await owner.app('POST', 'invites.update', changes)).status).toBe(200), work);
}

describe('the creator of a link', () => {
    it('is told of its first use and when it is used up', async () => {
        const { owner, name, invite } = await create({ maxUses: 3, label: 'Fair' });
        const first = await join(invite);
        expect(await texts(owner)).toEqual([`${first} joined with your invite link *Fair* for *${name}*. That is its first use.`]);
        await join(invite);
        expect(await texts(owner)).toHaveLength(1);
        await join(invite);
        expect((await texts(owner)).slice(1)).toEqual([expect.stringContaining('All uses of your invite link *Fair*')]);
    });

    it('reads it in their own language', async () => {
        const { owner, name, invite } = await create({}, 'de');
        const first = await join(invite);
        expect(await texts(owner)).toEqual([`${first} ist mit deinem Einladungslink für *${name}* beigetreten. Das ist die erste Nutzung.`]);
    });

    it('is told of every use if they want that, and of none if they do not', async () => {
        const every = await create({ notify: 'joins' });
        const names = [await join(every.invite), await join(every.invite)];
        const heard = await texts(every.owner);
        expect(heard.map((text) => names.find((name) => text.startsWith(name))).sort()).toEqual(names.sort());
        const none = await create({ notify: 'none', maxUses: 1 });
        await join(none.invite);
        expect(await texts(none.owner)).toEqual([]);
    });

    it('is not told that they came themselves', async () => {
        const { owner, rid, invite } = await create();
        const other = await scene.person();
        await scene.add(rid, other, 'owner');
        await other.rest('POST', 'groups.kick', { roomId: rid, userId: owner.userId });
        await scene.changeSetting('Creator_Must_Stay', false);
        expect((await owner.redeem(invite.inviteToken)).status).toBe(200);
        await scene.changeSetting('Creator_Must_Stay', true);
        expect(await texts(owner)).toEqual([]);
    });

    it('is told once that it ends within a day, with a button that extends it', async () => {
        const { owner, invite } = await create({ expires: '7d' });
        await scene.ageInvite(invite._id, 6.5 * DAY);
        await scene.workspace.night();
        await scene.workspace.night();
        const [notice, ...others] = await scene.toldByBot(owner);
        expect(others).toEqual([]);
        expect(notice!.msg).toContain('It expires on');
        const [extend] = buttonsIn(notice);
        expect(extend!.label).toBe('Extend by 7 days');
        expect(await owner.presses(extend!, notice!.rid)).toContain('Extended. It expires on');
        const { expires } = (await owner.app('GET', `invites.info?inviteId=${invite._id}`)).body.invite;
        expect(Date.parse(expires) - Date.now()).toBeGreaterThan(7 * DAY);
        const stranger = await scene.person();
        expect(await stranger.presses(extend!, await scene.room(stranger))).toContain('you cannot manage it');
    });

    it('is not told of the end of a short link', async () => {
        const { owner } = await create({ expires: '1d' });
        await scene.workspace.night();
        expect(await texts(owner)).toEqual([]);
    });

    it('is told when it no longer works because they may not invite any more, without the name that the room has now', async () => {
        const { owner, rid, invite } = await create();
        const other = await scene.person();
        await scene.add(rid, other, 'owner');
        await database.subscriptions.updateOne({ rid, 'u._id': owner.userId! }, { $set: { roles: [] } });
        await scene.workspace.night();
        await scene.workspace.night();
        expect(await texts(owner)).toEqual([
            `Nobody can join with your invite link \`${invite._id}\` at the moment: its creator can no longer create links here.`,
        ]);
    });

    it('reads the label of a link whose room they may not see', async () => {
        const { owner, rid } = await create({ label: 'Fair' });
        await scene.add(rid, await scene.person(), 'owner');
        await database.subscriptions.updateOne({ rid, 'u._id': owner.userId! }, { $set: { roles: [] } });
        await scene.workspace.night();
        expect(await texts(owner)).toEqual([expect.stringMatching(/^Nobody can join with your invite link \*Fair\* at the moment: /)]);
    });

    it('is told nothing that no longer holds when the bot writes', async () => {
        const usedUp = await create({ maxUses: 1 });
        await meanwhile({ inviteId: usedUp.invite._id, maxUses: 0 }, usedUp.owner, () => join(usedUp.invite));
        const ending = await create({ expires: '7d' });
        await scene.ageInvite(ending.invite._id, 6.5 * DAY);
        await meanwhile({ inviteId: ending.invite._id, expires: 'never' }, ending.owner, () => scene.workspace.night());
        // The first use holds although the end does not.
        expect(await texts(usedUp.owner)).toEqual([expect.stringContaining('That is its first use.')]);
        expect(await texts(ending.owner)).toEqual([]);
    });

    it('is told nothing about a link that is revoked when the bot writes, nor without an account', async () => {
        const { owner, invite } = await create({ notify: 'joins' });
        await beforeNotices(
            () => owner.app('POST', 'invites.revoke', { inviteId: invite._id }),
            () => join(invite),
        );
        expect(await texts(owner)).toEqual([]);
        const other = await create({ notify: 'joins' });
        await beforeNotices(
            () => database.users.updateOne({ _id: other.owner.userId! }, { $set: { active: false } }),
            () => join(other.invite),
        );
        expect(await texts(other.owner)).toEqual([]);
    });

    it('cannot extend a link that never expires, nor one that was revoked', async () => {
        const { owner, rid, invite } = await create({ expires: '7d' });
        await scene.ageInvite(invite._id, 6.5 * DAY);
        await scene.workspace.night();
        const [extend] = buttonsIn((await scene.toldByBot(owner))[0]);
        await owner.app('POST', 'invites.update', { inviteId: invite._id, expires: 'never' });
        await owner.presses(extend!, rid);
        expect((await owner.app('GET', `invites.info?inviteId=${invite._id}`)).body.invite.expires).toBeNull();
        await owner.app('POST', 'invites.revoke', { inviteId: invite._id });
        expect(await owner.presses(extend!, rid)).toContain('There is no such link, or you cannot manage it');
    });

    it('is not told who joins once they may not invite any more', async () => {
        await scene.changeSetting('Creator_Must_Stay', false);
        const { owner, rid, invite } = await create({ maxUses: 1 });
        await scene.add(rid, await scene.person(), 'owner');
        await database.subscriptions.updateOne({ rid, 'u._id': owner.userId! }, { $set: { roles: [] } });
        await join(invite);
        expect(await texts(owner)).toEqual([]);
        await scene.changeSetting('Creator_Must_Stay', true);
    });
});

it('what was told is forgotten with the invite', async () => {
    const { owner, invite } = await create();
    await join(invite);
    await scene.toldByBot(owner);
    const ofInvite = { 'data.kind': 'notice', 'data.inviteId': invite._id };
    expect(await database.appPersistence.count(ofInvite)).toBe(1);
    await owner.app('POST', 'invites.revoke', { inviteId: invite._id });
    await scene.workspace.night();
    expect(await database.appPersistence.count(ofInvite)).toBe(0);
});

describe('nobody is told', () => {
    it('if the administrator does not want it', async () => {
        const { owner, invite } = await create();
        await scene.changeSetting('Send_Notices', false);
        await join(invite);
        await scene.workspace.jobsDone();
        expect(await texts(owner)).toEqual([]);
        await scene.changeSetting('Send_Notices', true);
    });

    it('twice by two servers that run the same job', async () => {
        const { owner, invite } = await create({ expires: '7d' });
        await scene.ageInvite(invite._id, 6.5 * DAY);
        const { instance } = scene.workspace;
        await scene.workspace.night([instance, instance]);
        expect(await texts(owner)).toHaveLength(1);
    });

    it('with names whose markup works', async () => {
        const { owner, invite } = await create({ label: '[x](https://evil.example) @all' });
        await join(invite);
        expect((await texts(owner)).join()).not.toMatch(/evil\.example\)|@all/);
    });
});
