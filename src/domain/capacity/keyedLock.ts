/**
 * Serializes work per key within this process. An optimization only: admission is correct without it, so no caller
 * waits longer than `patience`.
 */
export class KeyedLock {
    private readonly tails = new Map<string, Promise<unknown>>();

    /** `patience` resolves when a waiting caller should go ahead anyway. */
    constructor(private readonly patience: () => Promise<void>) {}

    /** Runs `work` after all earlier work on the same key, and returns its result. */
    async run<T>(key: string, work: () => Promise<T>): Promise<T> {
        const previous = this.tails.get(key);
        const result = (previous ? Promise.race([previous, this.patience()]) : Promise.resolve()).then(work);
        // The next caller waits until this work has ended, even if it fails.
        const tail = result.catch(() => undefined);
        this.tails.set(key, tail);
        try {
            return await result;
        } finally {
            if (this.tails.get(key) === tail) {
                this.tails.delete(key);
            }
        }
    }
}
