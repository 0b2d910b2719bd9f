import { InviteError } from '../model/errors';
import { isJoin } from '../model/history';
import { Invite, MS_PER_MINUTE, roomIdsOf } from '../model/invite';
import { isWaiting, JoinRequest } from '../model/joinRequest';
import { assertManages, mayManageInvite } from '../policies/mayManage';
import { MayCreateDeps } from '../policies/mayCreate';
import { Clock, MembershipStatus, Person } from '../ports';
import { ClaimStore, InviteStore, RequestStore } from '../stores';
import { Standing } from '../policies/mayJoin';
import { roomsToJoin } from './publishSettled';
import { Redemption, RedemptionDeps } from './redemption';

export interface DecideDeps extends MayCreateDeps, RedemptionDeps {
    readonly claims: Pick<ClaimStore, 'of'>;
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly requests: RequestStore;
}

/** A request after a decision, with its invite and the person who asked. */
export interface Decided {
    readonly request: JoinRequest;
    readonly invite: Invite;
    /** Undefined if the account was deleted. */
    readonly person: Person | undefined;
}

/**
 * Approves a request: takes a seat and adds the person to the room. A request that was decided before stays as it is, and
 * is the result. If the person cannot join now, the request goes on waiting.
 *
 * @throws those of findDecidable
 * @throws those of InviteLookUp.assertOpen
 * @throws those of Redemption.run
 * @throws error-membership-unverified (`reason` approving) if the person may be banned
 * @throws error-too-many-requests if another decision on the request does not end
 */
export function approveRequest(deps: DecideDeps, manager: Person, id: string): Promise<Decided> {
    return decide(deps, manager, id, 'approved', (found, person) => admit(deps, manager, found, person));
}

/**
 * Denies a request. A request that was decided before stays as it is, and is the result.
 *
 * @throws those of findDecidable
 * @throws error-too-many-requests if another decision on the request does not end
 */
export function denyRequest(deps: DecideDeps, manager: Person, id: string): Promise<Decided> {
    return decide(deps, manager, id, 'denied', ({ invite }) => Promise.resolve(roomIdsOf(invite)));
}

interface FoundRequest {
    readonly request: JoinRequest;
    readonly invite: Invite;
}

async function decide(
    deps: DecideDeps,
    manager: Person,
    id: string,
    state: 'approved' | 'denied',
    /** Returns the rooms that the decision is about. */
    carryOut: (found: FoundRequest, person: Person) => Promise<readonly string[]>,
): Promise<Decided> {
    const { clock, events, exclusiveWork, requests, users } = deps;
    await findDecidable(deps, manager, id);
    const { rids, ...decided } = await exclusiveWork.run(`decide:${id}`, async () => {
        // Another manager may have decided meanwhile, or the invite may be gone.
        const found = await findDecidable(deps, manager, id);
        const person = await users.byId(found.request.personId);
        if (!isWaiting(found.request, clock.now())) {
            return { ...found, person, rids: undefined };
        }
        if (!person || !person.active) {
            throw noSuchRequest();
        }
        const about = await carryOut(found, person);
        const request: JoinRequest = { ...found.request, state, decidedBy: manager.id, decidedAt: clock.now() };
        await requests.replace(request);
        return { ...found, request, person, rids: about };
    });
    const { person, invite, request } = decided;
    if (rids && person) {
        await events.publish({ kind: state, person, manager, invite, request, rids });
    }
    return decided;
}

/**
 * Returns a request that the caller may decide, and its invite.
 *
 * @throws not_authorized if it does not exist or the caller may not decide it, so ids cannot be probed
 * @throws invalid-invitation-id (`reason` no-request) if it does not exist and the caller manages all invites
 */
async function findDecidable(deps: DecideDeps, manager: Person, id: string): Promise<FoundRequest> {
    const { events, invites, memberships, permissions, requests, rooms } = deps;
    const request = await requests.byId(id);
    const invite = request && (await invites.byId(request.inviteId));
    if (!request || !invite) {
        await assertManages(permissions.mayManageAll(manager));
        throw noSuchRequest();
    }
    await assertManages(mayManageInvite({ memberships, permissions, rooms }, manager, invite));
    events.attachInvite(invite);
    return { request, invite };
}

/**
 * Adds the person to the rooms, and returns those that they are in by the invite. Without their login, a ban and a
 * membership look alike, so whoever has a subscription in each room is refused, unless they came by this invite since
 * they asked.
 */
async function admit(deps: DecideDeps, manager: Person, { invite, request }: FoundRequest, person: Person): Promise<readonly string[]> {
    const { lookUp, memberships } = deps;
    const rids = roomIdsOf(invite);
    const statusesNow = (): Promise<MembershipStatus[]> => Promise.all(rids.map((rid) => memberships.statusOf(rid, person)));
    const statuses = await statusesNow();
    if (statuses.every((status) => status === 'member')) {
        return rids;
    }
    if (!statuses.includes('none')) {
        // An interrupted approval: the claim is settled as any other whose holder was interrupted.
        return (await roomsJoinedSince(deps, invite, request)) || unverified();
    }
    const open = await lookUp.assertOpen(invite, person.id);
    const standingIn = async (rid: string): Promise<Standing> => ({
        rid,
        status: (await memberships.hasSubscription(rid, person.id)) ? 'member' : 'newcomer',
    });
    const standings = (): Promise<Standing[]> => Promise.all(open.map(({ id }) => standingIn(id)));
    const newIn = rids.filter((_rid, at) => statuses[at] === 'none');
    const { kind, rids: joined } = await new Redemption(deps, invite, { person, standings, newIn, approvedBy: manager }).run();
    // They joined in another way meanwhile, or were banned.
    if (kind === 'already-member' && (await statusesNow()).some((status) => status !== 'member')) {
        unverified();
    }
    return kind === 'already-member' ? rids : joined;
}

/** Returns the rooms into which the person came by this invite since the request, although an interrupted approval did not say so. */
async function roomsJoinedSince(
    { claims, history }: Pick<DecideDeps, 'claims' | 'history'>,
    invite: Invite,
    request: JoinRequest,
): Promise<readonly string[] | undefined> {
    const { personId } = request;
    // Another instance's clock may be behind.
    const since = request.at - MS_PER_MINUTE;
    const [own, entries] = await Promise.all([claims.of(invite.id), history.ofPerson(personId)]);
    const join = entries.find((entry) => entry.inviteId === invite.id && isJoin(entry) && entry.at >= since);
    const claim = own.find(({ holder, state, at }) => holder === personId && state !== 'pending' && at >= since);
    return join ? join.rids : claim && roomsToJoin(invite, claim);
}

function unverified(): never {
    throw new InviteError('error-membership-unverified', { reason: 'approving' });
}

function noSuchRequest(): InviteError {
    return new InviteError('invalid-invitation-id', { field: 'requestId', reason: 'no-request' });
}
