import { expect, it } from '@jest/globals';

import { deleteUser } from '../workspace/index.mts';
import { DAY, Person, refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person({ username: 'olivia', name: 'Olivia Owner' });
const rid = await scene.room(owner, 'p', { topic: 'Where it is decided' });

const info = (person: Person, token: unknown) => person.app('POST', 'inviteInfo', { token });

it('returns the room, the creator, the expiry date, the uses left and whether the caller is a member', async () => {
    const { body: invite } = await owner.invite(rid, 7, 2);
    const guest = await scene.person();
    const { name } = (await scene.workspace.database.rooms.findOne({ _id: rid }))!;
    const before = await scene.storeSnapshot();

    const { status, body } = await info(guest, invite.inviteToken);

    expect({ status, body }).toEqual({
        status: 200,
        body: {
            room: { _id: rid, name, fname: name, t: 'p', topic: 'Where it is decided', usersCount: 1 },
            rooms: [{ _id: rid, name, fname: name, t: 'p', member: false }],
            invitedBy: { username: 'olivia', name: 'Olivia Owner' },
            expires: invite.expires,
            member: false,
            approval: false,
            maxUses: 2,
            usesLeft: 2,
            success: true,
        },
    });
    expect(await scene.storeSnapshot()).toBe(before);
    expect(await scene.members(rid)).toEqual(['olivia']);

    await guest.redeem(invite.inviteToken);
    for (const member of [guest, owner]) {
        const { body: seen } = await info(member, invite.inviteToken);
        expect(seen).toMatchObject({ member: true, room: { usersCount: 2 } });
        expect(seen).not.toHaveProperty('usesLeft');
        expect(seen).not.toHaveProperty('maxUses');
    }
    expect((await info(await scene.person(), invite.inviteToken)).body).toMatchObject({ maxUses: 2, usesLeft: 1 });
});

it('leaves out the uses of an invite without a limit, and a count of members that is no number', async () => {
    const { body: invite } = await owner.invite(rid, 8, 0);
    const { body } = await info(await scene.person(), invite.inviteToken);
    expect(body).not.toHaveProperty('maxUses');
    expect(body).not.toHaveProperty('usesLeft');
    const odd = await scene.room(owner, 'p');
    const { body: other } = await owner.invite(odd);
    await scene.workspace.database.rooms.updateOne({ _id: odd }, { $set: { usersCount: 'many' } });
    expect((await info(await scene.person(), other.inviteToken)).body.room).not.toHaveProperty('usersCount');
});

it('returns null for an invite that never expires, and omits a deleted creator', async () => {
    const creator = await scene.person();
    await scene.add(rid, creator, 'owner');
    const { body: invite } = await creator.invite(rid, 0, 9);
    expect((await info(await scene.person(), invite.inviteToken)).body).toMatchObject({
        expires: null,
        invitedBy: { username: creator.user.username },
    });
    await deleteUser(scene.workspace.database, creator.userId!);
    await scene.changeSetting('Creator_Must_Stay', false);
    try {
        const { body } = await info(await scene.person(), invite.inviteToken);
        expect(body).toMatchObject({ expires: null, success: true });
        expect(body).not.toHaveProperty('invitedBy');
    } finally {
        await scene.changeSetting('Creator_Must_Stay', true);
    }
});

it('throws the same refusals as redeeming', async () => {
    const guest = await scene.person();
    const { body: expired } = await owner.invite(rid, 3);
    await scene.ageInvite(expired._id, 3 * DAY);
    const { body: usedUp } = await owner.invite(rid, 4, 1);
    const banned = await scene.person();
    await banned.redeem(usedUp.inviteToken);
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
    const { body: open } = await owner.invite(rid, 5);
    const direct = await scene.direct(scene.admin, owner);
    const { body: moved } = await owner.invite(await scene.room(owner), 5);
    await scene.workspace.database.rooms.updateOne({ _id: moved.rid }, { $set: { t: 'l' } });

    for (const [person, token] of [
        [guest, 'ABCDEFGHJKLMNPQR'],
        [guest, expired._id],
        [guest, expired.inviteToken],
        [guest, usedUp.inviteToken],
        [banned, open.inviteToken],
        [guest, moved.inviteToken],
        [guest, { $ne: null }],
        [guest, direct],
    ] as const) {
        const refused = refusal(await info(person, token));
        expect(refused).toEqual(refusal(await person.redeem(token)));
        expect(refused.status).toBe(400);
    }
    expect((await scene.anonymous().app('POST', 'inviteInfo', { token: open.inviteToken })).status).toBe(401);
});
