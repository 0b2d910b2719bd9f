import { Accessors } from '../rocketchat/accessors';

/** Calls to the server that an operation has made so far: on a loaded server, it takes as long as they do. */
export class CallCounter {
    calls = 0;

    /** The accessors, with each call that goes to the server counted: those answer promises, all others answer parts of the accessors. */
    wrap(accessors: Accessors): Accessors {
        const { read, modify, http, persistence } = accessors;
        return { read: this.wrapped(read), modify: this.wrapped(modify), http: this.wrapped(http), persistence: this.wrapped(persistence) };
    }

    private wrapped<T extends object>(accessor: T): T {
        return new Proxy(accessor, {
            get: (target, name) => {
                const member: unknown = Reflect.get(target, name);
                return typeof member === 'function' ? (...args: unknown[]) => this.answer(Reflect.apply(member, target, args)) : member;
            },
        });
    }

    private answer(answer: unknown): unknown {
        if (answer instanceof Promise) {
            this.calls++;
            return answer;
        }
        return isAccessor(answer) ? this.wrapped(answer) : answer;
    }
}

/** Builders of messages and rooms are the app's own until they are handed over: the engine wants them as they are. */
function isAccessor(answer: unknown): answer is object {
    return typeof answer === 'object' && answer !== null && !('getMessage' in answer) && !('getRoom' in answer);
}
