import { InviteError } from './errors';

/** A number of somethings that may happen within a time, such as wrong tokens. */
export interface Allowance {
    readonly most: number;
    /** From the first of them on. */
    readonly withinMs: number;
}

interface Spent {
    count: number;
    readonly since: number;
}

/** Those whose account is kept at a time: an account of this size costs nothing, and nobody can make it grow by being many. */
const MOST_ACCOUNTS = 10 * 1000;

/**
 * Who has done how much of something lately. One instance's own: on several instances, somebody may do that many times as much. It only slows guessing down; that is
 * enough, because tokens are too many to be guessed.
 */
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

    spend(who: string, { withinMs }: Allowance, now: number): void {
        const spent = this.current(who, withinMs, now);
        if (spent) {
            spent.count++;
            return;
        }
        this.accounts.delete(who);
        if (this.accounts.size >= MOST_ACCOUNTS) {
            const [oldest = ''] = this.accounts.keys();
            this.accounts.delete(oldest);
        }
        this.accounts.set(who, { count: 1, since: now });
    }

    private current(who: string, withinMs: number, now: number): Spent | undefined {
        const spent = this.accounts.get(who);
        return spent && now - spent.since < withinMs ? spent : undefined;
    }
}
