import { describe, expect, it } from '@jest/globals';

import { setActive } from '../workspace/index.mts';
import { DAY, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** The terms of an invite hold at the moment of the join. The caller may have waited for a seat since the check. */

/** The call that grants a seat, or takes the slot of a person where there is no limit. */
const GRANT: Record<number, string> = {
    0: 'accessor:getPersistence:createWithAssociations',
    3: 'accessor:getPersistence:updateByAssociations',
};

const scene = await useScene();

/** Something happens while a guest redeems, once the terms were checked and the seat is about to be granted. */
async function redeemWhile(maxUses: number, happens: (rid: string, inviteId: string, creator: Person) => Promise<unknown>): Promise<unknown> {
    const creator = await scene.person();
    const rid = await scene.room(creator);
    const { body: invite } = await creator.invite(rid, 7, maxUses);
    const guest = await scene.person();
    let happened = false;
    const { status, body } = await scene.intercept(
        async ({ name }, proceed) => {
            if (name === GRANT[maxUses] && !happened) {
                happened = true;
                await happens(rid, invite._id, creator);
            }
            return proceed();
        },
        () => guest.redeem(invite.inviteToken),
    );
    expect(happened).toBe(true);
    expect(await scene.members(rid)).toEqual([creator.user.username]);
    return { status, errorType: body.errorType, field: body.details?.field };
}

describe.each([0, 3])('while a guest redeems an invite for %i people,', (maxUses) => {
    it('its end comes: the guest is refused', async () => {
        expect(await redeemWhile(maxUses, (_rid, inviteId) => scene.ageInvite(inviteId, 7 * DAY))).toEqual({
            status: 400,
            errorType: 'error-invite-token-expired',
            field: 'expires',
        });
    });

    it('its room is archived: the guest is refused', async () => {
        const archive = (rid: string) => scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { archived: true } });
        expect(await redeemWhile(maxUses, archive)).toEqual({ status: 400, errorType: 'error-room-type-not-allowed', field: 'archived' });
    });

    it('its creator is deactivated: the guest is refused', async () => {
        const deactivate = (_rid: string, _inviteId: string, creator: Person) => setActive(scene.workspace.database, creator.userId!, false);
        expect(await redeemWhile(maxUses, deactivate)).toMatchObject({ status: 400, errorType: 'error-invite-token-expired' });
    });

    it('it is revoked: the guest is refused', async () => {
        const revoke = (_rid: string, inviteId: string) => scene.admin.app('DELETE', `removeInvite/${inviteId}`);
        expect(await redeemWhile(maxUses, revoke)).toEqual({ status: 400, errorType: 'error-invalid-token', field: 'token' });
    });
});
