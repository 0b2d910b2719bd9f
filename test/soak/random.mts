/** Random choices from a seed (mulberry32). Their effects depend on timing, so a soak is not a replay. */
export class Random {
    constructor(private state: number) {}

    /** Returns a number from 0 up to, but not including, 1. */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    /** Returns a whole number below `end`. */
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

    /** Returns one of the items, in proportion to its weight. */
    weighted<T>(choices: readonly (readonly [weight: number, item: T])[]): T {
        let at = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
        return (choices.find(([weight]) => (at -= weight) < 0) ?? choices[0]!)[1];
    }
}
