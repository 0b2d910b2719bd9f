import { Accessors } from '../rocketchat/accessors';

/** Counts an operation's server calls, which dominate its latency. */
export class CallCounter {
    calls = 0;
    /** How many of the calls followed one another. Calls made at once count as one. */
    depth = 0;
    private finishedDepth = 0;

    /** Returns accessors that count server calls. Only server calls return promises. */
    wrap(accessors: Accessors): Accessors {
        const { read, modify, http, persistence } = accessors;
        return { read: this.proxy(read), modify: this.proxy(modify), http: this.proxy(http), persistence: this.proxy(persistence) };
    }

    private proxy<T extends object>(accessor: T): T {
        return new Proxy(accessor, {
            get: (target, name) => {
                const member: unknown = Reflect.get(target, name);
                return typeof member === 'function' ? (...args: unknown[]) => this.track(Reflect.apply(member, target, args)) : member;
            },
        });
    }

    private follow(call: Promise<unknown>): void {
        const depth = this.finishedDepth + 1;
        this.calls++;
        this.depth = Math.max(this.depth, depth);
        const finish = (): void => {
            this.finishedDepth = Math.max(this.finishedDepth, depth);
        };
        call.then(finish, finish);
    }

    private track(result: unknown): unknown {
        if (result instanceof Promise) {
            this.follow(result);
            return result;
        }
        return isAccessor(result) ? this.proxy(result) : result;
    }
}

/** Builders of messages and rooms are not wrapped, because the engine accepts only its own objects. */
function isAccessor(result: unknown): result is object {
    return typeof result === 'object' && result !== null && !('getMessage' in result) && !('getRoom' in result);
}
