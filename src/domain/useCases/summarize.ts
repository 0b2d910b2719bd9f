import { InviteState, InviteWithUsage, roomIdsOf, stateOf } from '../model/invite';
import { waitingAmong } from '../model/joinRequest';
import { MayCreateDeps } from '../policies/mayCreate';
import { mayManageRoom, mayRevoke } from '../policies/mayManage';
import { namableRoom } from '../policies/maySee';
import { CreatorDeps, suspensionIn, SuspensionReason } from '../policies/suspension';
import { Clock, Person, Room } from '../ports';
import { RequestStore } from '../stores';
import { AudienceDeps, describeAudience, ShownAudience } from './chooseAudience';

/** Why an invite is suspended, as its managers see it. */
export type ShownSuspension = SuspensionReason | 'room-archived';

/** One invite of a list, with what a reader needs to recognize it and to know what they may do. */
export interface InviteSummary extends InviteWithUsage {
    /** The creator, or undefined if the account was deleted. */
    readonly creator: Person | undefined;
    /** Its rooms that still exist, and whose names the reader may see. */
    readonly rooms: readonly Room[];
    /** Why the invite is suspended. */
    readonly suspension: ShownSuspension | undefined;
    readonly state: InviteState;
    readonly mayEdit: boolean;
    readonly mayRevoke: boolean;
    /** Whether the reader is the creator, who alone may see the link. */
    readonly isOwn: boolean;
    /** How many requests wait for a decision. */
    readonly requests: number;
    /** The people for whom it is; null = everybody. */
    readonly audience: ShownAudience | null;
}

export interface SummarizeDeps extends MayCreateDeps, CreatorDeps, AudienceDeps {
    readonly clock: Clock;
    readonly requests: RequestStore;
}

/** Returns summaries of the invites for a reader, in the same order. Reads what invites have in common once. */
export function summarize(deps: SummarizeDeps, reader: Person, invites: readonly InviteWithUsage[]): Promise<InviteSummary[]> {
    const { clock, creatorMustStay, memberships, permissions, requests, rooms, users, workspaceRoles } = deps;
    const policyDeps = { memberships, permissions, rooms };
    const suspension = memoizeBy((userId: string, rid: string) => suspensionIn({ creatorMustStay, memberships, permissions, users }, userId, rid));
    const isManaged = memoizeBy((rid: string) => mayManageRoom(policyDeps, reader, rid));
    const isRevocable = memoizeBy((rid: string) => mayRevoke(policyDeps, reader, { rid, moreRooms: [], userId: '' }));
    const isNamable = memoizeBy(async (rid: string) => (await isManaged(rid)) || (await namableRoom(policyDeps, reader, rid)) !== undefined);
    const readRoom = async (rid: string, userId: string): Promise<SummarizedRoom> => {
        const [room, reason] = await Promise.all([rooms.byId(rid), suspension(userId, rid)]);
        return { room, suspension: room && room.archived ? 'room-archived' : reason };
    };
    return Promise.all(
        invites.map(async (inviteWithUsage) => {
            const { invite } = inviteWithUsage;
            const rids = roomIdsOf(invite);
            const isOwn = invite.userId === reader.id;
            const [read, creator, managed, revocable, asked, audience] = await Promise.all([
                Promise.all(rids.map((rid) => readRoom(rid, invite.userId))),
                users.byId(invite.userId),
                Promise.all(rids.map((rid) => isManaged(rid))),
                isOwn || Promise.all(rids.map((rid) => isRevocable(rid))),
                invite.approval ? requests.ofInvite(invite.id) : [],
                invite.audience && describeAudience({ users, workspaceRoles }, invite.audience),
            ]);
            // The creator may have been banned from a room since. Its name may have changed.
            const namable = await Promise.all(rids.map((rid) => isNamable(rid)));
            const isSuspended = read.every((one) => one.suspension !== undefined);
            return {
                ...inviteWithUsage,
                creator,
                rooms: read.flatMap(({ room }, index) => (room && namable[index] ? [room] : [])),
                suspension: isSuspended ? read[0]?.suspension : undefined,
                state: stateOf(inviteWithUsage, isSuspended, clock.now()),
                mayEdit: managed.every(Boolean),
                mayRevoke: revocable === true || revocable.some(Boolean),
                isOwn,
                audience,
                requests: waitingAmong(asked, clock.now()).length,
            };
        }),
    );
}

/** One room of an invite, and why it is closed. */
interface SummarizedRoom {
    readonly room: Room | undefined;
    readonly suspension: ShownSuspension | undefined;
}

/** Returns the summary of one invite for a reader. */
export async function summarizeOne(deps: SummarizeDeps, reader: Person, invite: InviteWithUsage): Promise<InviteSummary> {
    const [summary] = (await summarize(deps, reader, [invite])) as [InviteSummary];
    return summary;
}

/** Wraps `load` so that it runs once for the same ids. */
function memoizeBy<Ids extends string[], T>(load: (...ids: Ids) => Promise<T>): (...ids: Ids) => Promise<T> {
    const promises = new Map<string, Promise<T>>();
    return (...ids) => {
        const key = ids.join(' ');
        const promise = promises.get(key) || load(...ids);
        promises.set(key, promise);
        return promise;
    };
}
