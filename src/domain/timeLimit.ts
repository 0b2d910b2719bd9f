import { Clock } from './ports';

/**
 * Returns the items in their order, beginning with another one at each moment, in ms since 1970. If the time never
 * suffices for all, each gets its turn all the same.
 */
export function inTurns<T>(items: readonly T[], now: number): T[] {
    const first = items.length === 0 ? 0 : now % items.length;
    return [...items.slice(first), ...items.slice(0, first)];
}

/** Returns what tells whether less than `ms` have passed since this call. */
export function duringNext(ms: number, clock: Clock): () => boolean {
    const startedAt = clock.now();
    return () => clock.now() - startedAt < ms;
}

/** Runs `work` on one item after another, and leaves the rest once `mayContinue` returns false. */
export async function forEachWhile<T>(items: readonly T[], mayContinue: () => boolean, work: (item: T) => Promise<void>): Promise<void> {
    for (const item of items) {
        if (!mayContinue()) {
            return;
        }
        await work(item);
    }
}
