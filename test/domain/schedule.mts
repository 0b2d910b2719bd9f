/** The longest time that a step takes, in ms. */
const LONGEST_STEP_MS = 10;

interface Step {
    /** When it may run at the earliest. */
    readonly at: number;
    readonly run: () => void;
}

/**
 * Interleaves attempts at random, reproducibly from a seed. Each access to the store waits for its turn, and an attempt
 * may crash at any step. Time passes with each step, and jumps ahead while all attempts wait for a later time.
 */
export class Schedule {
    /** The true time, in ms. */
    now = 0;
    private readonly waiting: Step[] = [];
    private random: number;

    constructor(seed: number) {
        this.random = seed * 2654435761 + 1;
    }

    next(): number {
        this.random = (Math.imul(this.random, 1103515245) + 12345) & 0x7fffffff;
        return this.random / 0x7fffffff;
    }

    /** Resolves when its turn comes, not before `at`, or never if the attempt crashes. */
    turn(crashRate = 0, at = this.now): Promise<void> {
        return new Promise((resolve) => {
            this.waiting.push({
                at,
                run: () => {
                    if (this.next() >= crashRate) {
                        resolve();
                    }
                },
            });
        });
    }

    /** Runs the steps one by one until none is waiting. */
    async run(): Promise<void> {
        // After each step, everything it unblocked runs up to its own next step.
        await settle();
        while (this.waiting.length > 0) {
            this.now = Math.max(this.now, Math.min(...this.waiting.map(({ at }) => at)));
            const ready = this.waiting.filter(({ at }) => at <= this.now);
            const step = ready[Math.floor(this.next() * ready.length)]!;
            this.waiting.splice(this.waiting.indexOf(step), 1);
            this.now += Math.floor(this.next() * LONGEST_STEP_MS);
            step.run();
            await settle();
        }
    }
}

function settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
