import { InviteError } from './errors';

/** A number of somethings that may happen within a time, such as wrong tokens. */
export interface Allowance {
    readonly most: number;
    /** From the first of them on. */
    readonly withinMs: number;
}

/** How much of it was done since the first of them. */
export interface Spent {
    readonly count: number;
    /** ms since 1970. */
    readonly since: number;
}

/** Those whose account is kept at a time: an account of this size costs nothing, and nobody can make it grow by being many. */
const MOST_ACCOUNTS = 10 * 1000;

/** Who has done how much of something lately, as one process has seen it. */
export class Budget {
    private readonly accounts = new Map<string, Spent>();

    /** Whether that one has spent all of it. Refuses with error-too-many-requests, with the time to wait. */
    assertLeft(who: string, { most, withinMs }: Allowance, now: number, reason: 'guessing' | 'creating'): void {
        const spent = this.current(who, withinMs, now);
        if (spent && spent.count >= most) {
            throw new InviteError('error-too-many-requests', { retryAfter: Math.ceil((spent.since + withinMs - now) / 1000), reason });
        }
    }

    /** Spends, if anything is left; answers whether it was. */
    spendIfLeft(who: string, allowance: Allowance, now: number): boolean {
        const spent = this.current(who, allowance.withinMs, now);
        const isLeft = !spent || spent.count < allowance.most;
        if (isLeft) {
            this.spend(who, allowance, now);
        }
        return isLeft;
    }

    /** Spends, and returns what is spent then. */
    spend(who: string, { withinMs }: Allowance, now: number): Spent {
        const { count, since } = this.current(who, withinMs, now) || { count: 0, since: now };
        return this.set(who, { count: count + 1, since });
    }

    /** Takes over what was counted elsewhere, if it is more recent or more. */
    raise(who: string, elsewhere: Spent | undefined): void {
        const here = this.accounts.get(who);
        if (elsewhere && (!here || elsewhere.since > here.since || (elsewhere.since === here.since && elsewhere.count > here.count))) {
            this.set(who, elsewhere);
        }
    }

    private set(who: string, spent: Spent): Spent {
        if (!this.accounts.has(who) && this.accounts.size >= MOST_ACCOUNTS) {
            const [oldest = ''] = this.accounts.keys();
            this.accounts.delete(oldest);
        }
        this.accounts.set(who, spent);
        return spent;
    }

    private current(who: string, withinMs: number, now: number): Spent | undefined {
        const spent = this.accounts.get(who);
        return spent && now - spent.since < withinMs ? spent : undefined;
    }
}
