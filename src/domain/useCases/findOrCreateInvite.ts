import { Limits } from '../model/limits';
import { ExclusiveWork } from '../capacity/exclusiveWork';
import { KeyedLock } from '../capacity/keyedLock';
import { EventSink } from '../model/event';
import { endOf, InviteWithUsage, isLive, isPlain, msOf, NEVER_USED, Validity } from '../model/invite';
import { assertDays, assertEndAllowed, assertUses, assertUsesAllowed } from '../policies/inviteTerms';
import { assertMayCreate, MayCreateDeps } from '../policies/mayCreate';
import { Person } from '../ports';
import { InviteKey, UsageStore } from '../stores';
import { publishRefusals } from './publishRefusals';
import { storeNewInvite, StoreNewInviteDeps } from './storeNewInvite';

export interface FindOrCreateDeps extends MayCreateDeps, StoreNewInviteDeps {
    readonly exclusiveWork: ExclusiveWork;
    readonly events: EventSink;
    readonly limits: () => Promise<Limits>;
    readonly lock: KeyedLock;
    readonly usageStore: UsageStore;
}

/** A `maxUses` of 0 = any number of people. The numbers are unchecked, because the permission is checked first. */
export interface InviteRequest {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

export interface FindOrCreateResult extends InviteWithUsage {
    readonly created: boolean;
}

/**
 * Returns the caller's live invite with the requested room, validity and number of uses, or creates one. Concurrent
 * equal calls return the same invite on any number of instances.
 *
 * @throws those of assertMayCreate
 * @throws invalid-number-of-days
 * @throws invalid-number-of-uses
 * @throws error-too-many-requests
 */
export async function findOrCreateInvite(deps: FindOrCreateDeps, caller: Person, request: InviteRequest): Promise<FindOrCreateResult> {
    const { assertLinkable, clock, events, exclusiveWork, inviteCreations, invites, limits, lock } = deps;
    const { memberships, permissions, rooms, secrets, usageStore } = deps;
    const { rid, validity, maxUses } = request;
    const result = await publishRefusals(events, { person: caller, rids: [rid] }, async () => {
        await assertMayCreate({ memberships, permissions, rooms }, caller, rid);
        assertDays(validity.count);
        assertUses(maxUses);
        const key: InviteKey = { userId: caller.id, rid, validFor: msOf(validity), maxUses };
        const current = await limits();
        assertEndAllowed(current, endOf(key, clock.now()), clock.now(), clock.now());
        assertUsesAllowed(current, maxUses);

        const slot = `slot:${caller.id}:${rid}:${key.validFor}:${maxUses}`;
        const find = (): Promise<FindOrCreateResult | undefined> => findLive({ invites, usageStore }, key, clock.now());
        const create = async (): Promise<FindOrCreateResult> => {
            const draft = { rid, userId: caller.id, terms: { validFor: key.validFor, maxUses } };
            return {
                invite: await storeNewInvite({ assertLinkable, clock, inviteCreations, invites, secrets }, draft, current.perHour),
                usage: NEVER_USED,
                created: true,
            };
        };
        return lock.run(slot, async () => (await find()) || exclusiveWork.run(slot, async () => (await find()) || create()));
    });
    events.attachInvite(result.invite);
    if (result.created) {
        await events.publish({ kind: 'created', person: caller, invite: result.invite });
    }
    return result;
}

/** Returns the live invite with these terms that nobody has edited or restricted. */
async function findLive(
    { invites, usageStore }: Pick<FindOrCreateDeps, 'invites' | 'usageStore'>,
    key: InviteKey,
    now: number,
): Promise<FindOrCreateResult | undefined> {
    // Newest first, because older ones have usually been used up.
    const plain = (await invites.byKey(key))
        .filter((invite) => isPlain(invite) && isLive({ invite, usage: NEVER_USED }, now))
        .sort((a, b) => b.createdAt - a.createdAt);
    for (const invite of plain) {
        const found = { invite, usage: await usageStore.of(invite) };
        if (isLive(found, now)) {
            return { ...found, created: false };
        }
    }
    return undefined;
}
