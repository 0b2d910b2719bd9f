import { Admission, Place } from './admission';
import { InviteError } from './errors';
import { Invite } from './invite';
import { KeyedQueue } from './keyedQueue';
import { LookUpNeeds, lookUpInvite } from './lookUpInvite';
import { Memberships, Person, Room } from './ports';
import { assertInvitable } from './rooms';

export interface RedeemNeeds extends LookUpNeeds {
    readonly admission: Admission;
    readonly memberships: Memberships;
    readonly queue: KeyedQueue;
}

export interface Redeemed {
    readonly room: Room;
    /** false: the caller was in the room already, and no use was counted. */
    readonly joined: boolean;
}

/**
 * Lets the caller into the room of the invite, taking one use (contract.md, "Redeem"). Refusals, in this order: those of lookUpInvite,
 * error-room-type-not-allowed, error-user-is-banned, error-membership-unverified, error-invite-token-expired (`field` maxUses). A join that fails
 * gives the use back.
 */
export async function redeemInvite(needs: RedeemNeeds, caller: Person, token: string): Promise<Redeemed> {
    // In line with this instance's other redeemers of the same invite, they do not race at all.
    return needs.queue.run(`token:${token}`, async () => {
        const { invite, room } = await lookUpInvite(needs, token);
        assertInvitable(room);
        if (await isMember(needs.memberships, room, caller)) {
            return { room, joined: false };
        }
        return { room, joined: await takePlace(needs, invite, room, caller) };
    });
}

/** Whether the caller is in the room; refuses those who may not come in: error-user-is-banned, error-membership-unverified. */
export async function isMember(memberships: Memberships, room: Room, caller: Person): Promise<boolean> {
    const standing = await memberships.standing(room.id, caller);
    switch (standing) {
        case 'banned':
            throw new InviteError('error-user-is-banned');
        case 'unverified':
        case 'invited':
            throw new InviteError('error-membership-unverified');
        case 'member':
            return true;
        case 'none':
            return false;
    }
}

async function takePlace(needs: RedeemNeeds, invite: Invite, room: Room, caller: Person): Promise<boolean> {
    const stillOutside = async (): Promise<boolean> => !(await isMember(needs.memberships, room, caller));
    const place = await needs.admission.take(invite.id, caller.id, invite.maxUses, stillOutside);
    if (place === 'unwanted') {
        return false;
    }
    if (place === 'full') {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    await join(needs, place, room, caller);
    await needs.admission.confirm(place);
    return true;
}

/** Brings the caller in. When it cannot be found out whether that went well, the place is kept for their next attempt. */
async function join({ admission, memberships }: RedeemNeeds, place: Place, room: Room, caller: Person): Promise<void> {
    // An inherited place may be one of an attempt that has brought them in already.
    if (place.inherited && (await memberships.hasEntry(room.id, caller.id))) {
        return;
    }
    const { isIn, cause } = await memberships.join(room.id, caller);
    if (!isIn) {
        await admission.release(place);
        throw cause instanceof Error ? cause : new Error(`The server did not add ${caller.id} to ${room.id}`);
    }
}
