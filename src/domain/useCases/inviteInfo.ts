import { EventSink } from '../model/event';
import { checkJoin } from '../policies/mayJoin';
import { Memberships, Person, Room, Users } from '../ports';
import { InviteLookUp, usedUp } from './lookUpInvite';
import { publishRefusals } from './publishRefusals';

export interface InviteInfoDeps {
    readonly events: EventSink;
    readonly lookUp: InviteLookUp;
    readonly memberships: Memberships;
    readonly users: Users;
}

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
 * @throws those of InviteLookUp.open
 * @throws those of checkJoin
 * @throws error-invite-token-expired (`field` maxUses)
 */
export async function inviteInfo({ events, lookUp, memberships, users }: InviteInfoDeps, caller: Person, token: string): Promise<InviteInfo> {
    const invite = await lookUp.byToken(token, caller.id);
    return publishRefusals(events, { person: caller, rid: invite.rid, invite }, async () => {
        const room = await lookUp.assertOpen(invite, caller.id);
        const member = (await checkJoin(memberships, room.id, caller)) === 'member';
        if (!member && (await lookUp.hasNoSeatFor(invite, caller.id))) {
            throw usedUp();
        }
        return { room, invitedBy: await users.byId(invite.userId), expires: invite.expires, member };
    });
}
