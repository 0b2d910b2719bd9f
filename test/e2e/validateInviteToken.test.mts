import { expect, it } from '@jest/globals';

import { deleteRoom } from '../workspace/index.mts';
import { DAY, refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

const ask = (token: unknown) => scene.anonymous().app('POST', 'validateInviteToken', { token });

it('accepts a valid token from any caller, logged in or not', async () => {
    const { body: invite } = await owner.invite(rid, 8, 1);
    const { status, body } = await ask(invite.inviteToken);
    expect({ status, body }).toEqual({ status: 200, body: { valid: true, success: true } });
});

it('returns the same refusal whatever is wrong', async () => {
    const no = { status: 200, body: { valid: false, success: true } };
    const answer = async (token: string): Promise<object> => {
        const { status, body } = await ask(token);
        return { status, body };
    };
    const { body: expired } = await owner.invite(rid, 9);
    await scene.ageInvite(expired._id, 9 * DAY);
    const { body: usedUp } = await owner.invite(rid, 10, 1);
    await (await scene.person()).redeem(usedUp.inviteToken);
    const lost = await scene.room(owner);
    const { body: roomless } = await owner.invite(lost);
    await deleteRoom(scene.workspace.database, lost);

    for (const token of ['', 'ABCDEFGHJKLMNPQR', 'what', expired._id, expired.inviteToken, usedUp.inviteToken, roomless.inviteToken]) {
        expect(await answer(token)).toEqual(no);
    }
});

it.each([[{ $ne: null }], [7], [null]])('refuses a token that is not a string: %j', async (token) => {
    expect(refusal(await ask(token))).toEqual({
        status: 400,
        errorType: 'invalid-params',
        error: 'The field "token" must be a string',
        field: 'token',
    });
});
