import { Claim, isLeftOver, LIFETIME } from '../domain/claim';
import { Invite, NEVER_USED, Usage } from '../domain/invite';
import { Clock, Usages } from '../domain/ports';
import { PersistedClaims } from './claimStore';
import { Records } from './records';
import { plus, readAllTallies, readTallies, removeTallies, removeTally, sum, Tallies } from './tallies';

/** The usage of invites: what was claimed of those with a limit, and what the instances have tallied of those without. */
export class CountedUsages implements Usages {
    constructor(
        private readonly claims: PersistedClaims,
        private readonly records: Records,
        private readonly tallies: Tallies,
        private readonly clock: Clock,
    ) {}

    async of({ id, maxUses }: Invite): Promise<Usage> {
        return maxUses === 0 ? sum(await readTallies(this.records, id)) : (await this.claims.of(id)).reduce(count, NEVER_USED);
    }

    async all(): Promise<Map<string, Usage>> {
        const usages = new Map<string, Usage>();
        const [claims, tallies] = await Promise.all([this.claims.all(), readAllTallies(this.records)]);
        for (const claim of claims) {
            usages.set(claim.subject, count(usages.get(claim.subject) || NEVER_USED, claim));
        }
        for (const tally of tallies) {
            usages.set(tally.inviteId, plus(usages.get(tally.inviteId) || NEVER_USED, tally));
        }
        return usages;
    }

    tally({ id }: Invite): Promise<void> {
        return this.tallies.add(this.records, id, this.clock.now());
    }

    async forget({ id, maxUses }: Invite): Promise<void> {
        await (maxUses === 0 ? removeTallies(this.records, id) : this.claims.removeAllOf(id));
    }

    async sweep(known: ReadonlySet<string>, goesOn: () => boolean): Promise<void> {
        const now = this.clock.now();
        const claims = (await this.claims.all()).filter((claim) => isLeftOver(claim, known.has(claim.subject), now));
        const tallies = (await readAllTallies(this.records)).filter(({ inviteId, lastAt }) => !known.has(inviteId) && now - lastAt > LIFETIME.taken);
        const removals = [
            ...claims.map((claim) => () => this.claims.remove(claim)),
            ...tallies.map((tally) => () => removeTally(this.records, tally)),
        ];
        for (const remove of removals) {
            if (!goesOn()) {
                return;
            }
            await remove();
        }
    }
}

function count(usage: Usage, { state, at }: Claim): Usage {
    return state === 'pending' ? usage : { uses: usage.uses + 1, lastAt: Math.max(usage.lastAt || 0, at) };
}
