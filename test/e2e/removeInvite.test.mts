import { expect, it } from '@jest/globals';

import { refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

it.each([
    ['its creator', async () => owner],
    ['an administrator outside the room', async () => scene.admin],
    [
        'another owner of the room',
        async () => {
            const second = await scene.person();
            await scene.add(rid, second, 'owner');
            return second;
        },
    ],
])('returns true to %s, and deletes the invite with its claims', async (_who, person) => {
    const { body: invite } = await owner.invite(rid, 11, 4);
    await (await scene.person()).redeem(invite.inviteToken);

    const { status, body } = await (await person()).app('DELETE', `removeInvite/${invite._id}`);

    expect({ status, body }).toEqual({ status: 200, body: true });
    expect(await scene.storeSnapshot()).not.toContain(invite._id);
});

it('refuses everybody else, and a token in place of an id', async () => {
    const { body: invite } = await owner.invite(rid, 12);
    const moderator = await scene.person();
    await scene.add(rid, moderator, 'moderator');
    const before = await scene.storeSnapshot();
    expect((await moderator.app('DELETE', `removeInvite/${invite._id}`)).body.errorType).toBe('not_authorized');
    expect((await scene.admin.app('DELETE', `removeInvite/${invite.inviteToken}`)).body.errorType).toBe('invalid-invitation-id');
    expect((await scene.anonymous().app('DELETE', `removeInvite/${invite._id}`)).status).toBe(401);
    expect(await scene.storeSnapshot()).toBe(before);
});

const NO_SUCH_ID = '0123456789abcdef01234567';

it('reports an unknown id to people who manage all invites', async () => {
    expect(refusal(await scene.admin.app('DELETE', `removeInvite/${NO_SUCH_ID}`))).toEqual({
        status: 400,
        errorType: 'invalid-invitation-id',
        error: 'The invite does not exist',
        field: '_id',
    });
});

it('does not reveal to anybody else whether an id exists', async () => {
    const { body: invite } = await owner.invite(rid, 13);
    const removed = await owner.invite(rid, 14);
    await scene.admin.app('DELETE', `removeInvite/${removed.body._id}`);
    const otherOwner = await scene.person();
    await otherOwner.invite(await scene.room(otherOwner));
    const moderator = await scene.person();
    await scene.add(rid, moderator, 'moderator');

    for (const person of [await scene.person(), otherOwner, moderator]) {
        const answers = [];
        for (const id of [invite._id, removed.body._id, NO_SUCH_ID]) {
            const { status, headers, body } = await person.app('DELETE', `removeInvite/${id}`);
            answers.push({ status, length: headers.get('content-length'), body });
        }
        const [first] = answers;
        expect(answers).toEqual([first, first, first]);
        expect(first).toMatchObject({ status: 403, body: { success: false, error: 'Not authorized', errorType: 'not_authorized' } });
    }
    expect(refusal(await owner.app('DELETE', `removeInvite/${removed.body._id}`)).errorType).toBe('not_authorized');
});
