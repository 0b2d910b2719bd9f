import { InviteError } from '../model/errors';

/** A number of somethings that may happen within a time, such as wrong tokens. */
export interface RateLimit {
    readonly max: number;
    /** From the first of them on. */
    readonly withinMs: number;
}

/** How much of it was done since the first of them. */
export interface Consumed {
    readonly count: number;
    /** ms since 1970. */
    readonly since: number;
}

/** Those whose account is cache at a time: an account of this size costs nothing, and nobody can make it grow by being many. */
const MAX_KEYS = 10 * 1000;

/** Who has done how much of something lately, as one process has seen it. */
export class RateLimiter {
    private readonly windows = new Map<string, Consumed>();

    /** Whether that one has spent all of it. Refuses with error-too-many-requests, with the time to wait. */
    assertAllowed(key: string, { max, withinMs }: RateLimit, now: number, reason: 'guessing' | 'creating'): void {
        const spent = this.current(key, withinMs, now);
        if (spent && spent.count >= max) {
            throw new InviteError('error-too-many-requests', { retryAfter: Math.ceil((spent.since + withinMs - now) / 1000), reason });
        }
    }

    /** Spends, if anything is left; answers whether it was. */
    tryConsume(key: string, allowance: RateLimit, now: number): boolean {
        const spent = this.current(key, allowance.withinMs, now);
        const isLeft = !spent || spent.count < allowance.max;
        if (isLeft) {
            this.consume(key, allowance, now);
        }
        return isLeft;
    }

    /** Spends, and returns what is spent then. */
    consume(key: string, { withinMs }: RateLimit, now: number): Consumed {
        const { count, since } = this.current(key, withinMs, now) || { count: 0, since: now };
        return this.set(key, { count: count + 1, since });
    }

    /** Takes over what was counted elsewhere, if it is more recent or more. */
    restore(key: string, elsewhere: Consumed | undefined): void {
        const here = this.windows.get(key);
        if (elsewhere && (!here || elsewhere.since > here.since || (elsewhere.since === here.since && elsewhere.count > here.count))) {
            this.set(key, elsewhere);
        }
    }

    private set(key: string, spent: Consumed): Consumed {
        if (!this.windows.has(key) && this.windows.size >= MAX_KEYS) {
            const [oldest = ''] = this.windows.keys();
            this.windows.delete(oldest);
        }
        this.windows.set(key, spent);
        return spent;
    }

    private current(key: string, withinMs: number, now: number): Consumed | undefined {
        const spent = this.windows.get(key);
        return spent && now - spent.since < withinMs ? spent : undefined;
    }
}
