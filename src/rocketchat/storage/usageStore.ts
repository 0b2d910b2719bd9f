import { Claim, isOrphaned, CLAIM_TTL_MS } from '../../domain/model/claim';
import { Invite, isLimited, NEVER_USED, Usage } from '../../domain/model/invite';
import { Clock, UsageStore } from '../../domain/ports';
import { StoredClaims } from './claimStore';
import { Records } from './records';
import { addUses, readAllCounters, readCounters, removeCounters, removeCounter, totalUses, UseCounters } from './useCounters';

/** Reads how often invites were used: from claims for limited invites, and from counters for unlimited ones. */
export class StoredUsage implements UsageStore {
    constructor(
        private readonly claims: StoredClaims,
        private readonly records: Records,
        private readonly useCounters: UseCounters,
        private readonly clock: Clock,
    ) {}

    async of(invite: Invite): Promise<Usage> {
        return isLimited(invite)
            ? (await this.claims.of(invite.id)).reduce(addClaim, NEVER_USED)
            : totalUses(await readCounters(this.records, invite.id));
    }

    async all(): Promise<Map<string, Usage>> {
        const usageById = new Map<string, Usage>();
        const [claims, counters] = await Promise.all([this.claims.all(), readAllCounters(this.records)]);
        for (const claim of claims) {
            usageById.set(claim.subject, addClaim(usageById.get(claim.subject) || NEVER_USED, claim));
        }
        for (const counter of counters) {
            usageById.set(counter.inviteId, addUses(usageById.get(counter.inviteId) || NEVER_USED, counter));
        }
        return usageById;
    }

    increment({ id }: Invite): Promise<void> {
        return this.useCounters.add(this.records, id, this.clock.now());
    }

    async forget(invite: Invite): Promise<void> {
        await (isLimited(invite) ? this.claims.removeAllOf(invite.id) : removeCounters(this.records, invite.id));
    }

    async sweep(known: ReadonlySet<string>, mayContinue: () => boolean): Promise<void> {
        const now = this.clock.now();
        const claims = (await this.claims.all()).filter((claim) => isOrphaned(claim, known.has(claim.subject), now));
        const counters = (await readAllCounters(this.records)).filter(
            ({ inviteId, lastAt }) => !known.has(inviteId) && now - lastAt > CLAIM_TTL_MS.taken,
        );
        const removals = [
            ...claims.map((claim) => () => this.claims.remove(claim)),
            ...counters.map((counter) => () => removeCounter(this.records, counter)),
        ];
        for (const remove of removals) {
            if (!mayContinue()) {
                return;
            }
            await remove();
        }
    }
}

function addClaim(usage: Usage, { state, at }: Claim): Usage {
    return state === 'pending' ? usage : { uses: usage.uses + 1, lastAt: Math.max(usage.lastAt || 0, at) };
}
