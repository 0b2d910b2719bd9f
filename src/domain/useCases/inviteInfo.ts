import { seatsTaken } from '../model/claim';
import { InviteError } from '../model/errors';
import { expiresAt, Invite } from '../model/invite';
import { checkJoin } from '../policies/mayJoin';
import { Person, Room } from '../ports';
import { assertInviteOpen, inviteByToken, LookUpDeps } from './lookUpInvite';
import { publishRefusals } from './publishRefusals';

/** What the caller learns about an invite before joining. */
export interface InviteInfo {
    readonly room: Room;
    /** The creator; undefined if the account was deleted. */
    readonly invitedBy: Person | undefined;
    /** The expiry in ms since 1970; null = never. */
    readonly expires: number | null;
    /** Whether the caller is already a member of the room. */
    readonly member: boolean;
}

/**
 * Describes the invite of a token to the caller, without changing anything.
 *
 * @throws those of lookUpInvite
 * @throws those of checkJoin
 * @throws error-invite-token-expired (`field` maxUses)
 */
export async function inviteInfo(deps: LookUpDeps, caller: Person, token: string): Promise<InviteInfo> {
    const invite = await inviteByToken(deps, token, caller.id);
    const { events, memberships, users, claims, clock } = deps;
    return publishRefusals(events, { person: caller, rid: invite.rid, invite }, async () => {
        const room = await assertInviteOpen(deps, invite, caller.id);
        const member = (await checkJoin(memberships, room.id, caller)) === 'member';
        if (!member && (await usedLastSeat({ claims, clock }, invite, caller))) {
            throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
        }
        return { room, invitedBy: await users.byId(invite.userId), expires: expiresAt(invite), member };
    });
}

/** Whether the invite is used up, counting the seats that the caller used before they left the room. */
async function usedLastSeat({ claims, clock }: Pick<LookUpDeps, 'claims' | 'clock'>, invite: Invite, caller: Person): Promise<boolean> {
    if (invite.maxUses === 0) {
        return false;
    }
    const settled = (await claims.of(invite.id)).filter(({ holder, state }) => holder !== caller.id || state === 'joined');
    return seatsTaken(settled, clock.now()) >= invite.maxUses;
}
