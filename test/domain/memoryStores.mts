import type { Claim, ClaimState } from '../../src/domain/model/claim.ts';
import type { Counter } from '../../src/domain/model/counter.ts';
import type { ClaimStore, CounterStore } from '../../src/domain/stores.ts';

/** Carries out an access to a store when its turn comes. It may fail before or after the access, or never return. */
export type Access = <T>(access: () => T) => Promise<T>;

/** The claims as one process accesses them. */
export class MemoryClaims implements ClaimStore {
    constructor(
        private readonly access: Access,
        readonly claims = new Map<string, Claim>(),
    ) {}

    insert(claim: Claim): Promise<void> {
        return this.access(() => void this.claims.set(claim.id, claim));
    }

    of(subject: string): Promise<Claim[]> {
        return this.access(() => [...this.claims.values()].filter((claim) => claim.subject === subject));
    }

    setState(claim: Claim, state: ClaimState): Promise<void> {
        return this.access(() => {
            if (this.claims.has(claim.id)) {
                this.claims.set(claim.id, { ...claim, state });
            }
        });
    }

    remove(claim: Claim): Promise<void> {
        return this.access(() => void this.claims.delete(claim.id));
    }

    async removeAllOf(subject: string): Promise<void> {
        (await this.of(subject)).forEach(({ id }) => this.claims.delete(id));
    }
}

/** The counters as one process accesses them. */
export class MemoryCounters implements CounterStore {
    constructor(
        private readonly access: Access,
        readonly counters = new Map<string, Counter>(),
    ) {}

    of(inviteId: string): Promise<Counter[]> {
        return this.access(() => [...this.counters.values()].filter((counter) => counter.inviteId === inviteId));
    }

    insert(counter: Counter): Promise<void> {
        return this.access(() => void this.counters.set(counter.id, counter));
    }

    replace(counter: Counter): Promise<void> {
        return this.access(() => {
            if (this.counters.has(counter.id)) {
                this.counters.set(counter.id, counter);
            }
        });
    }
}
