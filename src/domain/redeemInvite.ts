import { Admission, Place } from './admission';
import { InviteError } from './errors';
import { Invite } from './invite';
import { KeyedQueue } from './keyedQueue';
import { LookUpNeeds, lookUpInvite } from './lookUpInvite';
import { Memberships, Person, Room } from './ports';

export interface RedeemNeeds extends LookUpNeeds {
    readonly admission: Admission;
    readonly queue: KeyedQueue;
}

export interface Redeemed {
    readonly room: Room;
    /** false: the caller was in the room already, and no use was counted. */
    readonly joined: boolean;
}

/**
 * Lets the caller into the room of the invite, taking one use (contract.md, "Redeem"). Refusals, in this order: those of lookUpInvite,
 * error-user-is-banned, error-membership-unverified, invalid-params (`field` username) for who has none yet, error-invite-token-expired (`field` maxUses). A join
 * that fails gives the use back.
 */
export async function redeemInvite(needs: RedeemNeeds, caller: Person, token: string): Promise<Redeemed> {
    const { invite, room } = await lookUpInvite(needs, token, caller.id);
    let redeemed: Redeemed;
    try {
        redeemed = await redeem(needs, caller, invite, room);
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-user-is-banned') {
            await needs.journal.tell({ kind: 'refused-banned', person: caller, invite });
        }
        throw error;
    }
    if (redeemed.joined) {
        await needs.journal.tell({ kind: 'joined', person: caller, invite });
    }
    return redeemed;
}

async function redeem(needs: RedeemNeeds, caller: Person, invite: Invite, room: Room): Promise<Redeemed> {
    if (await isMember(needs.memberships, room, caller)) {
        return { room, joined: false };
    }
    if (invite.maxUses === 0) {
        // Nobody takes anybody's place. Only the same person's clicks at once must not be counted twice; and when an earlier attempt of theirs was cut off,
        // they come in all the same.
        const alone = `${invite.id}:${caller.id}`;
        const work = async (): Promise<Redeemed> => ({ room, joined: await comeInUncontested(needs, invite, room, caller) });
        return needs.queue.run(alone, () => needs.admission.alone(`slot:${alone}`, work, work));
    }
    // In line with this instance's other redeemers of the same invite, they hardly race at all.
    return needs.queue.run(invite.id, async () => ({ room, joined: await comeIn(needs, invite, room, caller) }));
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
            assertNamed(caller);
            return false;
    }
}

/** The server adds nobody to a room who has no username yet. */
function assertNamed({ username }: Person): void {
    if (!username) {
        throw new InviteError('invalid-params', { field: 'username', reason: 'no-username' });
    }
}

/** Answers whether the caller came in by the place they took; false: they were in already. */
async function comeIn({ admission, invites, memberships }: RedeemNeeds, invite: Invite, room: Room, caller: Person): Promise<boolean> {
    const place = await admission.take(invite.id, caller.id, invite.maxUses, {
        stillWanted: async () => !(await isMember(memberships, room, caller)),
        isInside: (holder) => memberships.hasEntry(room.id, holder),
    });
    if (place === 'unwanted') {
        return false;
    }
    if (place === 'full') {
        throw new InviteError('error-invite-token-expired', { field: 'maxUses' });
    }
    // A removal takes the invite first and its claims then: with the invite still there, none was missing when they were counted.
    if (!(await invites.byId(invite.id))) {
        await admission.release(place);
        throw new InviteError('error-invalid-token', { field: 'token' });
    }
    // Somebody may have added or banned them since they were asked about; with an entry in the room they are not handed to the server.
    if (await memberships.hasEntry(room.id, caller.id)) {
        return arrivedMeanwhile({ admission, memberships }, place, room, caller);
    }
    const { isIn, cause } = await memberships.join(room.id, caller);
    if (!isIn) {
        await admission.release(place);
        throw notAdded(room, caller, cause);
    }
    await admission.confirm(place);
    return true;
}

/** By an invite without a limit. Answers whether the caller came in by it; false: they were in already. */
async function comeInUncontested({ memberships, usages }: RedeemNeeds, invite: Invite, room: Room, caller: Person): Promise<boolean> {
    if (await memberships.hasEntry(room.id, caller.id)) {
        await isMember(memberships, room, caller);
        return false;
    }
    const { isIn, cause } = await memberships.join(room.id, caller);
    if (!isIn) {
        throw notAdded(room, caller, cause);
    }
    await usages.tally(invite);
    return true;
}

function notAdded(room: Room, caller: Person, cause: unknown): Error {
    return cause instanceof Error ? cause : new Error(`The server did not add ${caller.id} to ${room.id}`);
}

/** They came in by an earlier attempt of theirs, whose place this is, or in another way, or were banned. */
async function arrivedMeanwhile(
    { admission, memberships }: Pick<RedeemNeeds, 'admission' | 'memberships'>,
    place: Place,
    room: Room,
    caller: Person,
): Promise<boolean> {
    const byEarlierAttempt = place.from !== undefined;
    try {
        await isMember(memberships, room, caller);
    } catch (refusal) {
        await admission.release(place);
        throw refusal;
    }
    await (byEarlierAttempt ? admission.confirm(place) : admission.release(place));
    return byEarlierAttempt;
}
