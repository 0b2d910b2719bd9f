/**
 * One call of the app to its server: a message out of the sandbox and an answer back. `name` is the engine's own, such as
 * `accessor:getReader:getRoomReader:getById` or `bridges:getRoomBridge:doUpdate`.
 */
export interface AppCall {
    name: string;
    args: readonly unknown[];
}

/** Stands between app and server: may count, delay, refuse or replace a call. `proceed` carries it out. */
export type CallInterceptor = (call: AppCall, proceed: () => Promise<unknown>) => Promise<unknown>;

/** Every call takes its turn in the event loop, so calls of requests that run at once interleave as they do over a network. */
export const takingTurns: CallInterceptor = async (_call, proceed) => {
    await new Promise((resolve) => setImmediate(resolve));
    return proceed();
};

/** Every call takes some time, up to so many ms, as on a server that is busy with others. */
export function overNetwork(longest: number): CallInterceptor {
    return async (_call, proceed) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
        return proceed();
    };
}

/** What comes of a call whose instance was killed. */
export const NEVER = new Promise<never>(() => undefined);

/** A bridge of which this workspace has nothing: calling it says so, instead of answering something convenient. */
export function absent<T extends object>(name: string, quiet: readonly string[] = []): T {
    return new Proxy({} as T, {
        get(_target, property) {
            const method = String(property);
            if (quiet.includes(method)) {
                return async () => undefined;
            }
            return async () => {
                throw new Error(`This workspace has no ${name}.${method}`);
            };
        },
    });
}
