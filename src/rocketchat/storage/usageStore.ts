import { forEachWhile } from '../../domain/timeLimit';
import { Claim, isOrphaned, CLAIM_TTL_MS } from '../../domain/model/claim';
import { Counter, needsSettling, usageIn } from '../../domain/model/counter';
import { Invite, Usage } from '../../domain/model/invite';
import { Clock } from '../../domain/ports';
import { UsageStore } from '../../domain/stores';
import { StoredClaims } from './claimStore';
import { StoredCounters } from './counterStore';

/** Reads how often invites were used, from claims and counters. */
export class StoredUsage implements UsageStore {
    constructor(
        private readonly claims: StoredClaims,
        private readonly counters: StoredCounters,
        private readonly clock: Clock,
    ) {}

    async of({ id }: Pick<Invite, 'id'>): Promise<Usage> {
        const claims = await this.claims.of(id);
        return usageIn(claims, await this.counters.of(id));
    }

    async all(): Promise<Map<string, Usage>> {
        return new Map((await this.records()).map(({ id, claims, counters }) => [id, usageIn(claims, counters)] as [string, Usage]));
    }

    async unsettledIds(threshold: number): Promise<Set<string>> {
        const now = this.clock.now();
        const unsettled = (await this.records()).filter(({ claims, counters }) => needsSettling(claims, counters, threshold, now));
        return new Set(unsettled.map(({ id }) => id));
    }

    async forget({ id }: Pick<Invite, 'id'>): Promise<void> {
        await Promise.all([this.claims.removeAllOf(id), this.counters.removeAllOf(id)]);
    }

    private async records(): Promise<UsesOf[]> {
        const claims = groupBy(await this.claims.all(), ({ subject }) => subject);
        const counters = groupBy(await this.counters.all(), ({ inviteId }) => inviteId);
        const ids = new Set([...Array.from(claims.keys()), ...Array.from(counters.keys())]);
        return Array.from(ids, (id) => ({ id, claims: claims.get(id) || [], counters: counters.get(id) || [] }));
    }

    async sweep(known: ReadonlySet<string>, mayContinue: () => boolean): Promise<void> {
        const now = this.clock.now();
        const isLeftover = ({ inviteId, lastAt }: Counter): boolean => !known.has(inviteId) && now - lastAt > CLAIM_TTL_MS.taken;
        const claims = (await this.claims.all()).filter((claim: Claim) => isOrphaned(claim, known.has(claim.subject), now));
        const counters = (await this.counters.all()).filter(isLeftover);
        const removals = [
            ...claims.map((claim) => () => this.claims.remove(claim)),
            ...counters.map((counter) => () => this.counters.remove(counter)),
        ];
        await forEachWhile(removals, mayContinue, (remove) => remove());
    }
}

interface UsesOf {
    readonly id: string;
    readonly claims: readonly Claim[];
    readonly counters: readonly Counter[];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group) {
            group.push(item);
        } else {
            groups.set(keyOf(item), [item]);
        }
    }
    return groups;
}
