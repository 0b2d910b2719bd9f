/** Resolves after that many ms. */
export function waitMs(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The engine aborts a request after 30 s with an error message of its own. */
const DEADLINE_MS = 25 * 1000;

/** Rejects if `work` takes so long that the engine would soon abort the request. The work itself goes on. */
export function withRequestTimeout<T>(work: Promise<T>): Promise<T> {
    return withTimeout(DEADLINE_MS, work);
}

/** Returns the result of `work`, or rejects after that many ms. The work itself goes on. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
            reject(new Error(`No answer within ${ms} ms`));
        }, ms);
    });
    try {
        return await Promise.race([work, timeout]);
    } finally {
        clearTimeout(timer);
    }
}

/**
 * Returns the results of the promises that resolve within that many ms, in their order. Rejects if one of them rejects
 * in that time.
 */
export async function resultsWithin<T>(ms: number, promises: readonly Promise<T>[]): Promise<T[]> {
    const results = new Map<number, T>();
    const all = Promise.all(promises.map(async (promise, index) => results.set(index, await promise)));
    await Promise.race([all, waitMs(ms)]);
    return Array.from(results)
        .sort(([a], [b]) => a - b)
        .map(([, result]) => result);
}

const RETRY_DELAY_MS = 500;

/** Retries `work` up to two times and returns the first success. */
export async function retryThrice<T>(work: () => Promise<T>): Promise<T> {
    const again = async (): Promise<T> => {
        await waitMs(RETRY_DELAY_MS);
        return work();
    };
    return work().catch(again).catch(again);
}
