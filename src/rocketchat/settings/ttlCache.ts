/**
 * Values that cost a call to the server, kept by one instance until somebody says that they changed, or until they are too old. What is being read when
 * they are dropped is not kept.
 */
export class TtlCache {
    private readonly values = new Map<string, { readonly value: Promise<unknown>; readonly until: number }>();

    /** The value as it was read at most `lifetime` ms ago, or as `read` brings it now. */
    get<T>(id: string, lifetime: number, read: () => Promise<T>): Promise<T> {
        const kept = this.values.get(id);
        if (kept && kept.until > Date.now()) {
            return kept.value as Promise<T>;
        }
        const value = read();
        const entry = { value, until: Date.now() + lifetime };
        this.values.set(id, entry);
        value.catch(() => {
            // Whoever asked is told; the next one tries again.
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
