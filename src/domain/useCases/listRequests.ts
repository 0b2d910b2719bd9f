import { Invite, roomIdsOf } from '../model/invite';
import { JoinRequest, waitingAmong } from '../model/joinRequest';
import { MayCreateDeps } from '../policies/mayCreate';
import { assertManages, mayManageInvite, mayManageRoom } from '../policies/mayManage';
import { Clock, Person, Room, Users } from '../ports';
import { InviteStore, RequestStore } from '../stores';
import { Found } from './searchInvites';

export interface ListRequestsDeps extends MayCreateDeps {
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly requests: RequestStore;
    readonly users: Users;
}

export interface RequestQuery {
    readonly inviteId?: string;
    readonly rid?: string;
    readonly offset: number;
    readonly count: number;
}

/** A request with what its reader needs to decide it. */
export interface ShownRequest {
    readonly request: JoinRequest;
    readonly invite: Invite;
    /** Undefined if the account was deleted. */
    readonly person: Person | undefined;
    /** The rooms of the invite that still exist. */
    readonly rooms: readonly Room[];
}

/**
 * Returns a page of the requests that wait for a decision of the caller, the oldest first: of an invite, of a room, or of
 * all rooms that the caller manages.
 *
 * @throws not_authorized if the caller does not manage the invite or the room
 */
export async function listRequests(deps: ListRequestsDeps, caller: Person, query: RequestQuery): Promise<Found<ShownRequest>> {
    const { clock, invites, memberships, permissions, rooms, users } = deps;
    const { offset, count } = query;
    const waiting = waitingAmong(await readRequests(deps, caller, query), clock.now());
    // The invite of a request may be deleted. Then nobody can decide it, and the nightly job removes it.
    const withInvites = await Promise.all(waiting.map(async (request) => ({ request, invite: await invites.byId(request.inviteId) })));
    const known = withInvites.filter((item): item is { request: JoinRequest; invite: Invite } => item.invite !== undefined);
    // Whoever manages one of several rooms cannot let people into the others.
    const isDecidable = await Promise.all(
        known.map(async ({ invite }) => invite.moreRooms.length === 0 || mayManageInvite({ memberships, permissions, rooms }, caller, invite)),
    );
    const decidable = known.filter((_item, index) => isDecidable[index]);
    const items = decidable.slice(offset, offset + count).map((item) => describeRequest({ rooms, users }, item));
    return { items: await Promise.all(items), total: decidable.length };
}

/** Returns a request with its person and rooms as they are now. */
export async function describeRequest(
    { rooms, users }: Pick<ListRequestsDeps, 'rooms' | 'users'>,
    { request, invite }: Pick<ShownRequest, 'request' | 'invite'>,
): Promise<ShownRequest> {
    const [person, ...found] = await Promise.all([users.byId(request.personId), ...roomIdsOf(invite).map((rid) => rooms.byId(rid))]);
    return { request, invite, person, rooms: found.filter((room): room is Room => room !== undefined) };
}

async function readRequests(deps: ListRequestsDeps, caller: Person, { inviteId, rid }: RequestQuery): Promise<JoinRequest[]> {
    const { invites, memberships, permissions, requests, rooms, users } = deps;
    const mayManage = (id: string): Promise<boolean> => mayManageRoom({ memberships, permissions, rooms }, caller, id);
    if (inviteId !== undefined) {
        const invite = await invites.byId(inviteId);
        await assertManages(invite ? mayManageInvite({ memberships, permissions, rooms }, caller, invite) : permissions.mayManageAll(caller));
        return invite && (rid === undefined || roomIdsOf(invite).includes(rid)) ? requests.ofInvite(inviteId) : [];
    }
    if (rid !== undefined) {
        await assertManages(mayManage(rid));
        return requests.ofRoom(rid);
    }
    if (await permissions.mayManageAll(caller)) {
        return requests.all();
    }
    const rids = await users.roomIdsOf(caller.id);
    const lists = await Promise.all(rids.map(async (id) => ((await mayManage(id)) ? requests.ofRoom(id) : [])));
    return ([] as JoinRequest[]).concat(...lists);
}
