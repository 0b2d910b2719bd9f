import { Claim } from '../model/claim';
import { Counter, uncounted } from '../model/counter';
import { Clock, TokenSource } from '../ports';
import { ClaimStore, CounterStore } from '../stores';
import { ExclusiveWork } from './exclusiveWork';

/** A claim is folded once it is older than this, in ms, and its id is kept for as long. No attempt is that slow. */
const SETTLED_MS = 2 * 60 * 1000;

/** Claims that one counter takes over. */
const MAX_CLAIMS = 200;

/** A redemption that sees more joined claims than this asks for a fold. */
export const FOLD_THRESHOLD = 200;

interface FoldingDeps {
    readonly exclusiveWork: Pick<ExclusiveWork, 'runWhileActive'>;
    readonly claims: ClaimStore;
    readonly counters: CounterStore;
    readonly clock: Clock;
    readonly secrets: TokenSource;
}

/**
 * Replaces settled claims by counters, so that counting the uses of an invite costs the same after many uses as after
 * few. docs/architecture.md, "Folding", explains why a count is never too low meanwhile.
 */
export class Folding {
    constructor(private readonly deps: FoldingDeps) {}

    /** Folds the claims of an invite while `mayContinue` returns true. Does nothing if another instance is folding them. */
    async fold(inviteId: string, mayContinue: () => boolean): Promise<void> {
        let isMore = true;
        while (isMore && mayContinue()) {
            isMore = await this.deps.exclusiveWork.runWhileActive(`fold:${inviteId}`, (isActive) => this.foldOnce(inviteId, isActive));
        }
    }

    /** Returns whether there may be more to fold. Each write first asks whether the lock still holds. */
    private async foldOnce(inviteId: string, isActive: () => boolean): Promise<boolean> {
        const claims = await this.deps.claims.of(inviteId);
        const counters = await this.deps.counters.of(inviteId);
        for (const counter of counters.filter(({ claimIds }) => claimIds.length > 0)) {
            await this.finish(counter, counters, claims, isActive);
        }
        // A counter names nobody, so a claim stays while its holder has an interrupted one, which it replaces.
        const interrupted = new Set(claims.filter(({ state }) => state === 'taken').map(({ holder }) => holder));
        const isSettled = ({ state, at, holder }: Claim): boolean => state === 'joined' && this.age(at) > SETTLED_MS && !interrupted.has(holder);
        const settled = uncounted(claims, counters).filter(isSettled).slice(0, MAX_CLAIMS);
        if (settled.length === 0 || !isActive()) {
            return false;
        }
        const now = this.deps.clock.now();
        await this.deps.counters.insert({
            id: this.deps.secrets.id(),
            inviteId,
            uses: settled.length,
            lastAt: Math.max(...settled.map(({ at }) => at)),
            claimIds: settled.map(({ id }) => id),
            foldedAt: now,
        });
        await this.remove(settled, isActive);
        return settled.length === MAX_CLAIMS;
    }

    /**
     * Finishes an earlier fold: removes its claims, and drops their ids when no reader can have seen the claims any more.
     * A reader that had would count them twice.
     */
    private async finish(counter: Counter, counters: readonly Counter[], claims: readonly Claim[], isActive: () => boolean): Promise<void> {
        const left = claims.filter(({ id }) => counter.claimIds.includes(id));
        if (left.length > 0 && isActive()) {
            await this.deps.counters.replace({ ...counter, foldedAt: this.deps.clock.now() });
            await this.remove(left, isActive);
        } else if (left.length === 0 && this.age(counter.foldedAt) > SETTLED_MS && isActive()) {
            await this.deps.counters.replace(withoutIds(counter, counters));
        }
    }

    private async remove(claims: readonly Claim[], isActive: () => boolean): Promise<void> {
        await Promise.all(claims.map((claim) => (isActive() ? this.deps.claims.remove(claim) : Promise.resolve())));
    }

    private age(at: number): number {
        return this.deps.clock.now() - at;
    }
}

/** Returns the counter without its ids. It no longer counts the claims that another counter lists too. */
function withoutIds(counter: Counter, counters: readonly Counter[]): Counter {
    const others = counters.filter(({ id }) => id < counter.id);
    const twice = counter.claimIds.filter((claimId) => others.some(({ claimIds }) => claimIds.includes(claimId)));
    return { ...counter, uses: counter.uses - twice.length, claimIds: [] };
}
