/** Lets work on one key run one after another, and work on different keys at once. One instance's own: it holds no promise to others. */
export class KeyedQueue {
    private readonly tails = new Map<string, Promise<unknown>>();

    async run<T>(key: string, work: () => Promise<T>): Promise<T> {
        const before = this.tails.get(key) || Promise.resolve();
        const result = before.then(work);
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
