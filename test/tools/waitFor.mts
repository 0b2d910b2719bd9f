const INTERVAL_MS = 50;

/**
 * Retries `check` until it passes, and returns its result. Rejects with the last failure after `limitMs`, by default
 * far longer than any check takes on a busy machine.
 */
export async function waitFor<T>(check: () => T | Promise<T>, limitMs = 20_000): Promise<T> {
    const end = Date.now() + limitMs;
    for (;;) {
        try {
            return await check();
        } catch (error) {
            if (Date.now() >= end) {
                throw error;
            }
        }
        await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
}
