/**
 * Interleaves attempts at random, reproducibly from a seed. Each access to the store waits for its turn, and an attempt
 * may crash at any step.
 */
export class Schedule {
    private readonly waiting: (() => void)[] = [];
    private random: number;

    constructor(seed: number) {
        this.random = seed * 2654435761 + 1;
    }

    next(): number {
        this.random = (Math.imul(this.random, 1103515245) + 12345) & 0x7fffffff;
        return this.random / 0x7fffffff;
    }

    /** Resolves when its turn comes, or never if the attempt crashes. */
    turn(crashRate = 0): Promise<void> {
        return new Promise((resolve) => {
            this.waiting.push(() => {
                if (this.next() >= crashRate) {
                    resolve();
                }
            });
        });
    }

    /** Runs the steps one by one until none is waiting. */
    async run(): Promise<void> {
        // After each step, everything it unblocked runs up to its own next step.
        await settle();
        while (this.waiting.length > 0) {
            const [step] = this.waiting.splice(Math.floor(this.next() * this.waiting.length), 1);
            step!();
            await settle();
        }
    }
}

function settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
