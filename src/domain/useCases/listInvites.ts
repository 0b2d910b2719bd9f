import { InviteError } from '../model/errors';
import { Invite, InviteWithUsage, isExpired, NEVER_USED, Usage } from '../model/invite';
import { Clock, Permissions, Person } from '../ports';
import { InviteStore, UsageStore } from '../stores';
import { SeenRoom } from '../policies/maySee';

export interface ListDeps {
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly permissions: Permissions;
    readonly usageStore: UsageStore;
}

/**
 * Returns all invites of the workspace or of one room, oldest first.
 *
 * @throws not_authorized if the caller does not manage all invites
 */
export async function listInvites(deps: ListDeps, caller: Person, rid?: string): Promise<InviteWithUsage[]> {
    if (!(await deps.permissions.mayManageAll(caller))) {
        throw new InviteError('not_authorized', { reason: 'all-rooms' });
    }
    const [invites, usageOf] = await Promise.all([rid === undefined ? deps.invites.all() : deps.invites.ofRoom(rid), deps.usageStore.all()]);
    return oldestFirst(invites).map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED }));
}

/** Returns the invites that the caller created in all rooms, oldest first. */
export async function listOwnInvites({ invites, usageStore }: Pick<ListDeps, 'invites' | 'usageStore'>, caller: Person): Promise<InviteWithUsage[]> {
    const own = (await invites.all()).filter(({ userId }) => userId === caller.id);
    const usageOf = await usagesOf(usageStore, own);
    return oldestFirst(own).map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED }));
}

/** The invites of a room, or only those that the caller created. */
export interface RoomInvites {
    readonly invites: InviteWithUsage[];
    /** Whether `invites` contains all invites of the room. */
    readonly isComplete: boolean;
}

/**
 * Returns the invites of a room, oldest first. A caller who may not see all of them gets only their own; expired ones
 * are listed as never used.
 */
export async function listRoomInvites(deps: ListDeps, caller: Person, { room, isOpen }: SeenRoom): Promise<RoomInvites> {
    const invites = oldestFirst(await deps.invites.ofRoom(room.id));
    const isComplete = isOpen && ((await deps.permissions.mayManageAll(caller)) || (await deps.permissions.mayCreate(caller, room.id)));
    const visible = isComplete ? invites : invites.filter(({ userId }) => userId === caller.id);
    const now = deps.clock.now();
    const usageOf = await usagesOf(
        deps.usageStore,
        visible.filter((invite) => !isExpired(invite, now)),
    );
    return { invites: visible.map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED })), isComplete };
}

/**
 * Above this number of invites, the usage of all is read at once. It is the longest page, because a workspace may have ten
 * thousand other invites, whose uses take a second (docs/bench.md).
 */
const BULK_READ_THRESHOLD = 100;

/** Returns the usage of these invites by id; the map may include others. */
export async function usagesOf(usageStore: UsageStore, invites: readonly Invite[]): Promise<Map<string, Usage>> {
    if (invites.length > BULK_READ_THRESHOLD) {
        return usageStore.all();
    }
    return new Map(await Promise.all(invites.map(async (invite) => [invite.id, await usageStore.of(invite)] as [string, Usage])));
}

function oldestFirst(invites: Invite[]): Invite[] {
    return invites.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
