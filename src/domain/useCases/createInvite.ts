import { EventSink } from '../model/event';
import { Invite, Notify } from '../model/invite';
import { assertEndAllowed, assertUsesAllowed, endFrom, normalizeLabel, RequestedEnd } from '../policies/inviteTerms';
import { assertMayCreate, MayCreateDeps } from '../policies/mayCreate';
import { Limits, Person } from '../ports';
import { publishRefusals } from './publishRefusals';
import { storeNewInvite, StoreNewInviteDeps } from './storeNewInvite';

export interface CreateDeps extends MayCreateDeps, StoreNewInviteDeps {
    readonly events: EventSink;
    readonly limits: () => Promise<Limits>;
}

/** A `maxUses` of 0 = any number of people. */
export interface NewInviteRequest {
    readonly rid: string;
    readonly end: RequestedEnd;
    readonly maxUses: number;
    readonly label?: string | null;
    readonly notify?: Notify;
}

/**
 * Creates a new invite, even if the caller has an equal one.
 *
 * @throws those of assertMayCreate
 * @throws invalid-params (`field` label)
 * @throws invalid-number-of-days
 * @throws invalid-number-of-uses
 * @throws error-too-many-requests
 */
export async function createInvite(deps: CreateDeps, caller: Person, request: NewInviteRequest): Promise<Invite> {
    const { clock, events, inviteCreations, invites, limits, memberships, permissions, rooms, secrets } = deps;
    const { rid, end, maxUses, label = null, notify = 'milestones' } = request;
    const invite = await publishRefusals(events, { person: caller, rid }, async () => {
        await assertMayCreate({ memberships, permissions, rooms }, caller, rid);
        const current = await limits();
        const now = clock.now();
        const expires = endFrom(end, now);
        assertEndAllowed(current, expires, now, now);
        assertUsesAllowed(current, maxUses);
        const terms = { validFor: expires === null ? 0 : expires - now, maxUses };
        // A validity begins when the invite is stored. A moment stays as it was asked for.
        const draft = { rid, userId: caller.id, terms, label: normalizeLabel(label), notify, ...('at' in end && { expires }) };
        return storeNewInvite({ clock, inviteCreations, invites, secrets }, draft, current.perHour);
    });
    await events.publish({ kind: 'created', person: caller, invite });
    return invite;
}
