/**
 * Lets work on one key run one after another, and work on different keys at once. One instance's own, and a courtesy only: it spares people racing for
 * the same invite, who would be admitted rightly all the same. So nobody waits longer than the patience given, whatever holds up who is before them.
 */
export class KeyedLock {
    private readonly tails = new Map<string, Promise<unknown>>();

    /** `patience` comes back when waiting has been long enough. */
    constructor(private readonly patience: () => Promise<void>) {}

    async run<T>(key: string, work: () => Promise<T>): Promise<T> {
        const before = this.tails.get(key);
        const result = (before ? Promise.race([before, this.patience()]) : Promise.resolve()).then(work);
        // The next in line waits for the end of this work, whether it went well or not.
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
