/** Choices that a seed makes (mulberry32). What they come to depends on time as well: a soak is no replay. */
export class Random {
    constructor(private state: number) {}

    /** 0 or more, below 1. */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    /** A whole number below that. */
    below(end: number): number {
        return Math.floor(this.next() * end);
    }

    chance(probability: number): boolean {
        return this.next() < probability;
    }

    one<T>(items: readonly T[]): T {
        return items[this.below(items.length)]!;
    }

    some<T>(items: readonly T[], count: number): T[] {
        const left = [...items];
        return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0]!);
    }

    /** One of these, each as often as its weight says. */
    weighted<T>(choices: readonly (readonly [weight: number, item: T])[]): T {
        let at = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
        return (choices.find(([weight]) => (at -= weight) < 0) ?? choices[0]!)[1];
    }
}
