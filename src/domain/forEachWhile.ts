/** Runs `work` on one item after another, and leaves the rest once `mayContinue` returns false. */
export async function forEachWhile<T>(items: readonly T[], mayContinue: () => boolean, work: (item: T) => Promise<void>): Promise<void> {
    for (const item of items) {
        if (!mayContinue()) {
            return;
        }
        await work(item);
    }
}
