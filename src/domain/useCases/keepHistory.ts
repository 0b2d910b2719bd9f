import { InviteEvent } from '../model/event';
import { HistoryEntry, Outcome, outcomeOf, useIdOf } from '../model/history';
import { Invite, MS_PER_MINUTE, roomIdsOf } from '../model/invite';
import { RateLimit, RateLimiter } from '../policies/rateLimiter';
import { Clock, Person, TokenSource } from '../ports';
import { HistoryStore, UsageStore } from '../stores';

/** One person's refusals by one invite for one reason are kept once in this time. */
const REFUSAL_LIMIT: RateLimit = { max: 1, withinMs: 10 * MS_PER_MINUTE };

export interface KeepHistoryDeps {
    readonly clock: Clock;
    readonly history: HistoryStore;
    readonly secrets: TokenSource;
    readonly usageStore: UsageStore;
}

/** Adds an event to the history if it is an attempt to use an invite. `repeats` remembers the refusals of this process. */
export async function keepHistory(deps: KeepHistoryDeps, event: InviteEvent, repeats: RateLimiter): Promise<void> {
    const { clock, history, secrets, usageStore } = deps;
    const now = clock.now();
    switch (event.kind) {
        case 'joined':
        case 'settled': {
            const known = event.kind === 'joined' ? event.rank : undefined;
            const rank = known === undefined ? (await usageStore.of(event.invite)).uses : known;
            const isApproved = event.kind === 'joined' ? event.approvedBy !== undefined : event.invite.approval;
            const entry = entryOf(event.person, event.invite, isApproved ? 'approved' : 'joined', now, event.rids);
            const isUse = event.kind === 'settled' || known !== undefined;
            await history.add({ ...entry, id: isUse ? useIdOf(event.invite.id, event.person.id) : secrets.id(), rank });
            return;
        }
        case 'requested':
        case 'denied': {
            const { invite, kind, person, request } = event;
            const { uses } = await usageStore.of(invite);
            // Each request has at most one entry of a kind, even if it is decided twice after a crash.
            await history.add({ ...entryOf(person, invite, kind, now), id: `${kind}-${request.id}`, rank: uses });
            return;
        }
        case 'refused': {
            const outcome = outcomeOf(event.code, event);
            const { invite, person, rids } = event;
            if (invite && outcome && repeats.tryConsume(`${invite.id}:${person.id}:${outcome}`, REFUSAL_LIMIT, now)) {
                const { uses } = await usageStore.of(invite);
                await history.add({ ...entryOf(person, invite, outcome, now, rids), id: secrets.id(), rank: uses });
            }
            return;
        }
        default:
            return;
    }
}

function entryOf(
    person: Person,
    invite: Invite,
    outcome: Outcome,
    at: number,
    rids: readonly string[] = roomIdsOf(invite),
): Omit<HistoryEntry, 'id' | 'rank'> {
    const { id, label, userId } = invite;
    return { inviteId: id, label, rids, personId: person.id, invitedBy: userId, at, outcome };
}
