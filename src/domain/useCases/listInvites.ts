import { InviteError } from '../model/errors';
import { Invite, isExpired, NEVER_USED, Usage, InviteWithUsage } from '../model/invite';
import { Clock, InviteStore, Permissions, Person, Usages } from '../ports';
import { SeenRoom } from '../policies/maySee';

export interface ListDeps {
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly permissions: Permissions;
    readonly usageStore: Usages;
}

/** All invites of the workspace, or of one room, for who manages them; else not_authorized. Oldest first. */
export async function listInvites(deps: ListDeps, caller: Person, rid?: string): Promise<InviteWithUsage[]> {
    if (!(await deps.permissions.mayManageAll(caller))) {
        throw new InviteError('not_authorized', { reason: 'all-rooms' });
    }
    const usageOf = await deps.usageStore.all();
    const invites = await (rid === undefined ? deps.invites.all() : deps.invites.ofRoom(rid));
    return oldestFirst(invites).map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED }));
}

/** A room's invites, or those of them that the caller made. */
export interface RoomInvites {
    readonly invites: InviteWithUsage[];
    /** Whether these are all of the room's. */
    readonly isComplete: boolean;
}

/**
 * A room's invites, for callers who are in it for sure and may create some there, and for those who manage all; everybody else sees their own. Oldest first.
 * Of expired ones, the uses are not counted.
 */
export async function listRoomInvites(deps: ListDeps, caller: Person, { room, isOpen }: SeenRoom): Promise<RoomInvites> {
    const invites = oldestFirst(await deps.invites.ofRoom(room.id));
    const isComplete = isOpen && ((await deps.permissions.mayManageAll(caller)) || (await deps.permissions.mayCreate(caller, room.id)));
    const seen = isComplete ? invites : invites.filter(({ userId }) => userId === caller.id);
    const now = deps.clock.now();
    const usageOf = await usagesOf(
        deps.usageStore,
        seen.filter((invite) => !isExpired(invite, now)),
    );
    return { invites: seen.map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED })), isComplete };
}

/** Invites of which each is asked about by itself: with more, it costs the server less to read once what was counted for all there are. */
const BULK_READ_THRESHOLD = 20;

/** How often these invites were used, by their ids. */
async function usagesOf(usageStore: Usages, invites: readonly Invite[]): Promise<Map<string, Usage>> {
    if (invites.length > BULK_READ_THRESHOLD) {
        return usageStore.all();
    }
    return new Map(await Promise.all(invites.map(async (invite) => [invite.id, await usageStore.of(invite)] as [string, Usage])));
}

function oldestFirst(invites: Invite[]): Invite[] {
    return invites.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
