/** One call that the engine makes to the server on an app's behalf: the bridge, its method, and what it was given. */
export interface BridgeCall {
    bridge: string;
    method: string;
    args: readonly unknown[];
}

/** Stands between the engine and the server: may count, delay, refuse or replace a call. `proceed` carries it out. */
export type CallInterceptor = (call: BridgeCall, proceed: () => Promise<unknown>) => Promise<unknown>;

/** Every call takes its turn in the event loop, so calls of requests that run at once interleave as they do over a network. */
export const takingTurns: CallInterceptor = async (_call, proceed) => {
    await new Promise((resolve) => setImmediate(resolve));
    return proceed();
};

/** The bridge, with each `do…` call passed through the interceptor of the moment. */
export function intercepted<T extends object>(name: string, bridge: T, interceptor: () => CallInterceptor): T {
    return new Proxy(bridge, {
        get(target, property) {
            const value: unknown = Reflect.get(target, property, target);
            if (typeof value !== 'function') {
                return value;
            }
            const method = String(property);
            if (!method.startsWith('do')) {
                return value.bind(target) as unknown;
            }
            return (...args: unknown[]) => interceptor()({ bridge: name, method, args }, async () => value.apply(target, args) as unknown);
        },
    });
}

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
