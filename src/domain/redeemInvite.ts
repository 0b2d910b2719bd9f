import { Admission, Place } from './admission';
import { InviteError } from './errors';
import { FailedJoinNeeds, failureOf } from './join';
import { KeyedQueue } from './keyedQueue';
import { LookUpNeeds, lookUpInvite, UsableInvite } from './lookUpInvite';
import { isMember, MayJoinNeeds } from './mayJoin';
import { Person, Room } from './ports';

export interface RedeemNeeds extends LookUpNeeds, MayJoinNeeds, FailedJoinNeeds {
    readonly admission: Admission;
    readonly queue: KeyedQueue;
}

export interface Redeemed {
    readonly room: Room;
    /** false: the caller was in the room already, and no use was counted. */
    readonly joined: boolean;
}

/**
 * Lets the caller into the room of the invite, taking one use (contract.md, "Redeem"). Refusals, in this order: those of lookUpInvite and of isMember,
 * error-invite-token-expired (`field` maxUses). A join that fails gives the use back.
 */
export async function redeemInvite(needs: RedeemNeeds, caller: Person, token: string): Promise<Redeemed> {
    const usable = await lookUpInvite(needs, token, caller.id);
    const joined = !(await isMember(needs, usable, caller)) && (await comeInOnce(needs, usable, caller));
    if (joined) {
        await needs.journal.tell({ kind: 'joined', person: caller, invite: usable.invite });
    }
    return { room: usable.room, joined };
}

/** One after another where they would race. Answers whether the caller came in by the invite; false: they were in already. */
async function comeInOnce(needs: RedeemNeeds, usable: UsableInvite, caller: Person): Promise<boolean> {
    const { invite } = usable;
    if (invite.maxUses === 0) {
        // Nobody takes anybody's place. Only the same person's clicks at once must not be counted twice; and when an earlier attempt of theirs was cut off,
        // they come in all the same.
        const alone = `${invite.id}:${caller.id}`;
        const work = (): Promise<boolean> => comeInUncontested(needs, usable, caller);
        return needs.queue.run(alone, () => needs.admission.alone(`slot:${alone}`, work, work));
    }
    // In line with this instance's other redeemers of the same invite, they hardly race at all.
    return needs.queue.run(invite.id, () => comeIn(needs, usable, caller));
}

/** Answers whether the caller came in by the place they took; false: they were in already. */
async function comeIn(needs: RedeemNeeds, usable: UsableInvite, caller: Person): Promise<boolean> {
    const { admission, invites, memberships } = needs;
    const { invite, room } = usable;
    const place = await admission.take(invite.id, caller.id, invite.maxUses, {
        stillWanted: async () => !(await isMember(needs, usable, caller)),
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
        throw removedMeanwhile();
    }
    const join = await memberships.join(room.id, caller);
    if (join.kind === 'subscribed') {
        return arrivedMeanwhile(needs, place, usable, caller);
    }
    if (join.kind !== 'joined') {
        await admission.release(place);
        throw await failureOf(needs, join, caller, room.id, invite);
    }
    await admission.confirm(place);
    return true;
}

/** By an invite without a limit. Answers whether the caller came in by it; false: they were in already. */
async function comeInUncontested(needs: RedeemNeeds, usable: UsableInvite, caller: Person): Promise<boolean> {
    const { invites, memberships, usages } = needs;
    const { invite, room } = usable;
    if (!(await invites.byId(invite.id))) {
        throw removedMeanwhile();
    }
    const join = await memberships.join(room.id, caller);
    if (join.kind === 'subscribed') {
        await isMember(needs, usable, caller);
        return false;
    }
    if (join.kind !== 'joined') {
        throw await failureOf(needs, join, caller, room.id, invite);
    }
    await usages.tally(invite);
    return true;
}

function removedMeanwhile(): InviteError {
    return new InviteError('error-invalid-token', { field: 'token' });
}

/** They came in by an earlier attempt of theirs, whose place this is, or in another way, or were banned. */
async function arrivedMeanwhile(needs: RedeemNeeds, place: Place, usable: UsableInvite, caller: Person): Promise<boolean> {
    const { admission } = needs;
    const byEarlierAttempt = place.from !== undefined;
    try {
        await isMember(needs, usable, caller);
    } catch (refusal) {
        await admission.release(place);
        throw refusal;
    }
    await (byEarlierAttempt ? admission.confirm(place) : admission.release(place));
    return byEarlierAttempt;
}
