import { seatsTaken } from '../model/claim';
import { InviteError } from '../model/errors';
import { expiresAt } from '../model/invite';
import { LookUpDeps, lookUpInvite, OpenInvite } from './lookUpInvite';
import { checkJoin, MayJoinDeps } from '../policies/mayJoin';
import { Person, Room } from '../ports';

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
export async function inviteInfo(deps: LookUpDeps & MayJoinDeps, caller: Person, token: string): Promise<InviteInfo> {
    const openInvite = await lookUpInvite(deps, token, caller.id);
    const member = (await checkJoin(deps, openInvite, caller)) === 'member';
    const { invite, room } = openInvite;
    if (!member && (await usedLastSeat(deps, openInvite, caller))) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    return { room, invitedBy: await deps.users.byId(invite.userId), expires: expiresAt(invite), member };
}

/** Whether the invite is used up, counting the seats that the caller used before they left the room. */
async function usedLastSeat({ claims, clock }: LookUpDeps, { invite }: OpenInvite, caller: Person): Promise<boolean> {
    if (invite.maxUses === 0) {
        return false;
    }
    const settled = (await claims.of(invite.id)).filter(({ holder, state }) => holder !== caller.id || state === 'joined');
    return seatsTaken(settled, clock.now()) >= invite.maxUses;
}
