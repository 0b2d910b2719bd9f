import { Invite, InviteState, InviteWithUsage, stateOf } from '../model/invite';
import { MayCreateDeps } from '../policies/mayCreate';
import { mayManageRoom, mayRevoke } from '../policies/mayManage';
import { CreatorDeps, SuspensionReason, suspensionOf } from '../policies/suspension';
import { Clock, Person, Room } from '../ports';

/** Why an invite is suspended, as its managers see it. */
export type ShownSuspension = SuspensionReason | 'room-archived';

/** One invite of a list, with what a reader needs to recognize it and to know what they may do. */
export interface InviteSummary extends InviteWithUsage {
    /** The creator, or undefined if the account was deleted. */
    readonly creator: Person | undefined;
    /** The room, or undefined if it was deleted. */
    readonly room: Room | undefined;
    /** Why the invite is suspended. */
    readonly suspension: ShownSuspension | undefined;
    readonly state: InviteState;
    readonly mayEdit: boolean;
    readonly mayRevoke: boolean;
    /** Whether the reader is the creator, who alone may see the link. */
    readonly isOwn: boolean;
}

export interface SummarizeDeps extends MayCreateDeps, CreatorDeps {
    readonly clock: Clock;
}

/** Returns summaries of the invites for a reader, in the same order. Reads what invites have in common once. */
export function summarize(deps: SummarizeDeps, reader: Person, invites: readonly InviteWithUsage[]): Promise<InviteSummary[]> {
    const { clock, creatorMustStay, memberships, permissions, rooms, users } = deps;
    const policyDeps = { memberships, permissions, rooms };
    const suspension = memoizeBy(
        ({ userId, rid }: Invite) => `${userId}:${rid}`,
        (invite) => suspensionOf({ creatorMustStay, memberships, permissions, users }, invite),
    );
    const mayEdit = memoizeBy(
        ({ rid }: Invite) => rid,
        ({ rid }) => mayManageRoom(policyDeps, reader, rid),
    );
    const mayRevokeOthers = memoizeBy(
        ({ rid }: Invite) => rid,
        ({ rid }) => mayRevoke(policyDeps, reader, { rid, userId: '' }),
    );
    return Promise.all(
        invites.map(async (inviteWithUsage) => {
            const { invite } = inviteWithUsage;
            const isOwn = invite.userId === reader.id;
            const [room, creator, reason, isEditable, isRevocable] = await Promise.all([
                rooms.byId(invite.rid),
                users.byId(invite.userId),
                suspension(invite),
                mayEdit(invite),
                isOwn || mayRevokeOthers(invite),
            ]);
            const shown = room && room.archived ? ('room-archived' as const) : reason;
            return {
                ...inviteWithUsage,
                creator,
                room,
                suspension: shown,
                state: stateOf(inviteWithUsage, shown !== undefined, clock.now()),
                mayEdit: isEditable,
                mayRevoke: isRevocable,
                isOwn,
            };
        }),
    );
}

/** Wraps `load` so that it runs once per key. */
function memoizeBy<T, U>(keyOf: (subject: T) => string, load: (subject: T) => Promise<U>): (subject: T) => Promise<U> {
    const promises = new Map<string, Promise<U>>();
    return (subject) => {
        const promise = promises.get(keyOf(subject)) || load(subject);
        promises.set(keyOf(subject), promise);
        return promise;
    };
}
