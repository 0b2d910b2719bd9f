/**
 * One call from the app to the server: a message out of the sandbox, and its result. `name` is the engine's own, such
 * as `accessor:getReader:getRoomReader:getById` or `bridges:getRoomBridge:doUpdate`.
 */
export interface AppCall {
    name: string;
    args: readonly unknown[];
}

/** Sits between the app and the server. It can count, delay, refuse or replace a call; `proceed` carries it out. */
export type CallInterceptor = (call: AppCall, proceed: () => Promise<unknown>) => Promise<unknown>;

/** Defers every call by one turn of the event loop, so that simultaneous requests interleave as over a network. */
export const takingTurns: CallInterceptor = async (_call, proceed) => {
    await new Promise((resolve) => setImmediate(resolve));
    return proceed();
};

/** Delays every call by a random time of up to `longest` ms, as on a busy server. */
export function overNetwork(longest: number): CallInterceptor {
    return async (_call, proceed) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
        return proceed();
    };
}

/** The result of a call whose instance was killed. */
export const NEVER = new Promise<never>(() => undefined);

/** Returns a bridge that this workspace does not have. Its methods throw, except those in `quiet`, which do nothing. */
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
