import { InviteError } from '../model/errors';

/** How often something may happen per time window, for example wrong tokens. */
export interface RateLimit {
    readonly max: number;
    /** The length of the window in ms. It opens with the first occurrence. */
    readonly withinMs: number;
}

/** How often something happened in the current window. */
export interface Consumed {
    readonly count: number;
    /** When the window opened, in ms since 1970. */
    readonly since: number;
}

/** Upper bound on tracked keys, so an attacker with many identities cannot exhaust memory. */
const MAX_KEYS = 10 * 1000;

/** Counts occurrences per key, as seen by this process. */
export class RateLimiter {
    private readonly windows = new Map<string, Consumed>();

    /** @throws error-too-many-requests (`retryAfter` in seconds) if the key has used up its limit */
    assertAllowed(key: string, { max, withinMs }: RateLimit, now: number, reason: 'guessing' | 'creating'): void {
        const consumed = this.current(key, withinMs, now);
        if (consumed && consumed.count >= max) {
            throw new InviteError('error-too-many-requests', { retryAfter: Math.ceil((consumed.since + withinMs - now) / 1000), reason });
        }
    }

    /** Counts an occurrence if the limit allows one, and returns whether it did. */
    tryConsume(key: string, limit: RateLimit, now: number): boolean {
        const consumed = this.current(key, limit.withinMs, now);
        const isAllowed = !consumed || consumed.count < limit.max;
        if (isAllowed) {
            this.consume(key, limit, now);
        }
        return isAllowed;
    }

    /** Counts an occurrence, and returns the new count. */
    consume(key: string, { withinMs }: RateLimit, now: number): Consumed {
        const { count, since } = this.current(key, withinMs, now) || { count: 0, since: now };
        return this.set(key, { count: count + 1, since });
    }

    /** Adopts the count of another instance if its window is newer, or equally old with a higher count. */
    restore(key: string, elsewhere: Consumed | undefined): void {
        const here = this.windows.get(key);
        if (elsewhere && (!here || elsewhere.since > here.since || (elsewhere.since === here.since && elsewhere.count > here.count))) {
            this.set(key, elsewhere);
        }
    }

    private set(key: string, consumed: Consumed): Consumed {
        if (!this.windows.has(key) && this.windows.size >= MAX_KEYS) {
            const [oldest = ''] = this.windows.keys();
            this.windows.delete(oldest);
        }
        this.windows.set(key, consumed);
        return consumed;
    }

    private current(key: string, withinMs: number, now: number): Consumed | undefined {
        const consumed = this.windows.get(key);
        return consumed && now - consumed.since < withinMs ? consumed : undefined;
    }
}
