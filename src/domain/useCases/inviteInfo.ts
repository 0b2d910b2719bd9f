import { seatsTaken } from '../model/claim';
import { InviteError } from '../model/errors';
import { expiresAt } from '../model/invite';
import { LookUpDeps, lookUpInvite, OpenInvite } from './lookUpInvite';
import { checkJoin, MayJoinDeps } from '../policies/mayJoin';
import { Person, Room } from '../ports';

/** What a person wants to know before joining. */
export interface InviteInfo {
    readonly room: Room;
    /** Who created the invite; undefined when they are gone. */
    readonly invitedBy: Person | undefined;
    /** ms since 1970; null = never. */
    readonly expires: number | null;
    /** Whether the caller is in the room already. */
    readonly member: boolean;
}

/** Tells the caller what the token opens, with the same refusals as redeeming it, in the same order. Changes nothing. */
export async function inviteInfo(deps: LookUpDeps & MayJoinDeps, caller: Person, token: string): Promise<InviteInfo> {
    const openInvite = await lookUpInvite(deps, token, caller.id);
    const member = (await checkJoin(deps, openInvite, caller)) === 'member';
    const { invite, room } = openInvite;
    if (!member && (await usedLastSeat(deps, openInvite, caller))) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    return { room, invitedBy: await deps.users.byId(invite.userId), expires: expiresAt(invite), member };
}

/** Whether the last places are gone, one of them to the caller, who came in by it and has left. */
async function usedLastSeat({ claims, clock }: LookUpDeps, { invite }: OpenInvite, caller: Person): Promise<boolean> {
    if (invite.maxUses === 0) {
        return false;
    }
    const settled = (await claims.of(invite.id)).filter(({ holder, state }) => holder !== caller.id || state === 'joined');
    return seatsTaken(settled, clock.now()) >= invite.maxUses;
}
