import { EventSink } from '../model/event';
import { JoinRequest, standingAmong } from '../model/joinRequest';
import { assertInvited } from '../policies/audience';
import { roomsNamedTo, standingsIn, statusAmong } from '../policies/mayJoin';
import { Clock, Memberships, Person, Room, Users } from '../ports';
import { RequestStore } from '../stores';
import { InviteLookUp, usedUp } from './lookUpInvite';
import { publishRefusals } from './publishRefusals';

export interface InviteInfoDeps {
    readonly clock: Clock;
    readonly events: EventSink;
    readonly lookUp: InviteLookUp;
    readonly memberships: Memberships;
    readonly requests: RequestStore;
    readonly users: Users;
}

/** What the caller learns about an invite before joining. */
export interface InviteInfo {
    /** The first room that the caller may join, or the first one that they are in. */
    readonly room: Room;
    /** The rooms that the caller may join or is in. */
    readonly rooms: readonly { readonly room: Room; readonly member: boolean }[];
    /** The creator; undefined if the account was deleted. */
    readonly invitedBy: Person | undefined;
    /** The expiry in ms since 1970; null = never. */
    readonly expires: number | null;
    /** Whether the caller is already a member of all these rooms. */
    readonly member: boolean;
    /** Whether a manager must let the caller in. */
    readonly approval: boolean;
    /** The caller's request, if they have asked. */
    readonly request: JoinRequest | undefined;
    /** The limit on uses, and how many are left; undefined for members and without a limit. */
    readonly uses: { readonly max: number; readonly left: number } | undefined;
}

/**
 * Describes the invite of a token to the caller, without changing anything.
 *
 * @throws those of InviteLookUp.open
 * @throws those of assertInvited
 * @throws those of statusAmong
 * @throws error-invite-token-expired (`field` maxUses)
 */
export async function inviteInfo(
    { clock, events, lookUp, memberships, requests, users }: InviteInfoDeps,
    caller: Person,
    token: string,
): Promise<InviteInfo> {
    const invite = await lookUp.byToken(token, caller.id);
    return publishRefusals(events, { person: caller, invite }, async () => {
        assertInvited(invite, caller);
        const open = await lookUp.assertOpen(invite, caller.id);
        const standings = await standingsIn(
            memberships,
            open.map(({ id }) => id),
            caller,
        );
        const member = statusAmong(standings) === 'member';
        const isIn = (room: Room): boolean => standings.some(({ rid, status }) => rid === room.id && status === 'member');
        const rooms = roomsNamedTo(standings, open).map((room) => ({ room, member: isIn(room) }));
        const { room } = rooms.find((shown) => shown.member === member) || { room: open[0] };
        const left = member ? undefined : await lookUp.seatsLeftFor(invite, caller.id);
        if (left === 0) {
            throw usedUp();
        }
        const { approval, expires } = invite;
        const uses = left === undefined ? undefined : { max: invite.maxUses, left };
        const request = approval && !member ? standingAmong(await requests.ofPerson(invite.id, caller.id), clock.now()) : undefined;
        return { room, rooms, invitedBy: await users.byId(invite.userId), expires, member, approval, request, uses };
    });
}
