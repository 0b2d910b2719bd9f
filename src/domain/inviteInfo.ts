import { placesGone } from './claim';
import { InviteError } from './errors';
import { expiresAt } from './invite';
import { LookUpNeeds, lookUpInvite, UsableInvite } from './lookUpInvite';
import { isMember, MayJoinNeeds } from './mayJoin';
import { Person, Room } from './ports';

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
export async function inviteInfo(needs: LookUpNeeds & MayJoinNeeds, caller: Person, token: string): Promise<InviteInfo> {
    const usable = await lookUpInvite(needs, token, caller.id);
    const member = await isMember(needs, usable, caller);
    const { invite, room } = usable;
    if (!member && (await hasHadTheirs(needs, usable, caller))) {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    return { room, invitedBy: await needs.users.byId(invite.userId), expires: expiresAt(invite), member };
}

/** Whether the last places are gone, one of them to the caller, who came in by it and has left. */
async function hasHadTheirs({ claims, clock }: LookUpNeeds, { invite }: UsableInvite, caller: Person): Promise<boolean> {
    if (invite.maxUses === 0) {
        return false;
    }
    const settled = (await claims.of(invite.id)).filter(({ holder, state }) => holder !== caller.id || state === 'joined');
    return placesGone(settled, clock.now()) >= invite.maxUses;
}
