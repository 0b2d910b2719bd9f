import { Limits } from '../model/limits';
import { EventSink } from '../model/event';
import { Invite, InviteDraft, Notify } from '../model/invite';
import { assertEndAllowed, assertUsesAllowed, endFrom, normalizeLabel, RequestedEnd } from '../policies/inviteTerms';
import { assertMayCreateIn, MayCreateDeps } from '../policies/mayCreate';
import { Person } from '../ports';
import { AudienceDeps, chooseAudience, RequestedAudience } from './chooseAudience';
import { publishRefusals } from './publishRefusals';
import { storeNewInvite, StoreNewInviteDeps } from './storeNewInvite';

export interface CreateDeps extends MayCreateDeps, StoreNewInviteDeps, AudienceDeps {
    readonly events: EventSink;
    readonly limits: () => Promise<Limits>;
}

export type RoomIds = readonly [string, ...string[]];

/** A `maxUses` of 0 = any number of people. */
export interface NewInviteRequest {
    /** The rooms that it opens, without repetitions. */
    readonly rids: RoomIds;
    readonly end: RequestedEnd;
    readonly maxUses: number;
    readonly label?: string | null;
    readonly notify?: Notify;
    readonly approval?: boolean;
    readonly audience?: RequestedAudience | null;
}

/**
 * Creates a new invite, even if the caller has an equal one.
 *
 * @throws those of assertMayCreateIn
 * @throws those of draftInvite
 * @throws error-too-many-requests
 */
export async function createInvite(deps: CreateDeps, caller: Person, request: NewInviteRequest): Promise<Invite> {
    const { assertLinkable, clock, events, inviteCreations, invites, limits, memberships, permissions, rooms, secrets } = deps;
    const invite = await publishRefusals(events, { person: caller, rids: request.rids }, async () => {
        await assertMayCreateIn({ memberships, permissions, rooms }, caller, request.rids);
        const current = await limits();
        const draft = await draftInvite(deps, caller, request, current);
        return storeNewInvite({ assertLinkable, clock, inviteCreations, invites, secrets }, draft, current.perHour);
    });
    await events.publish({ kind: 'created', person: caller, invite });
    return invite;
}

/**
 * Returns the invite that a caller requested, as storeNewInvite takes it.
 *
 * @throws invalid-number-of-days
 * @throws invalid-number-of-uses
 * @throws those of chooseAudience
 * @throws invalid-params (`field` label)
 */
export async function draftInvite(
    { clock, users, workspaceRoles }: Pick<CreateDeps, 'clock' | 'users' | 'workspaceRoles'>,
    caller: Person,
    { rids: [rid, ...moreRooms], end, maxUses, label = null, notify = 'milestones', approval = false, audience: requested = null }: NewInviteRequest,
    limits: Limits,
): Promise<InviteDraft> {
    const now = clock.now();
    const expires = endFrom(end, now);
    assertEndAllowed(limits, expires, now, now);
    assertUsesAllowed(limits, maxUses);
    const audience = await chooseAudience({ users, workspaceRoles }, requested);
    const terms = { validFor: expires === null ? 0 : expires - now, maxUses };
    // A validity begins when the invite is stored. A moment stays as it was asked for.
    return { rid, moreRooms, userId: caller.id, terms, label: normalizeLabel(label), notify, approval, audience, ...('at' in end && { expires }) };
}
