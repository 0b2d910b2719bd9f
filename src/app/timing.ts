/** Comes back after that many ms. */
export function delay(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The engine gives a request up after 30 s and tells the caller so in words of its own. */
const DEADLINE_MS = 25 * 1000;

/** What `work` comes to, or an error shortly before the engine would give the request up. The work itself cannot be stopped. */
export function withRequestTimeout<T>(work: Promise<T>): Promise<T> {
    return withTimeout(DEADLINE_MS, work);
}

/** What `work` comes to, or an error after that many ms. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
            reject(new Error(`No answer within ${ms} ms`));
        }, ms);
    });
    try {
        return await Promise.race([work, tooLate]);
    } finally {
        if (timer !== undefined) {
            clearTimeout(timer);
        }
    }
}

const BETWEEN_ATTEMPTS_MS = 500;

/** What `work` comes to at the first of three attempts that does not fail. */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
    const again = async (): Promise<T> => {
        await delay(BETWEEN_ATTEMPTS_MS);
        return work();
    };
    return work().catch(again).catch(again);
}
