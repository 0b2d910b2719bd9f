/**
 * Caches values in this process until they expire or the cache is cleared. A read that is in progress when the cache is
 * cleared is not cached.
 */
export class TtlCache {
    private readonly values = new Map<string, { readonly value: Promise<unknown>; readonly expiresAt: number }>();

    /** Returns the cached value if it is younger than `ttlMs`, and calls `read` otherwise. */
    get<T>(id: string, ttlMs: number, read: () => Promise<T>): Promise<T> {
        const cached = this.values.get(id);
        if (cached && cached.expiresAt > Date.now()) {
            return cached.value as Promise<T>;
        }
        const value = read();
        const entry = { value, expiresAt: Date.now() + ttlMs };
        this.values.set(id, entry);
        value.catch(() => {
            // The caller gets the error. The next caller reads again.
            if (this.values.get(id) === entry) {
                this.values.delete(id);
            }
        });
        return value;
    }

    clear(): void {
        this.values.clear();
    }
}
