/**
 * How many times as much tests try at random as in `npm test`: interleavings, generated input, and races of real
 * requests. `npm run races` sets it to thirty, and the variable RACES to any number.
 */
export const RACES = Number(process.env.RACES ?? 1);

/** Returns all items in `npm run races`. Otherwise, returns `count` of them, evenly spread from a random start. */
export function sample<T>(items: readonly T[], count: number): readonly T[] {
    if (RACES > 1 || items.length <= count) {
        return items;
    }
    const step = items.length / count;
    const start = Math.random() * step;
    return Array.from({ length: count }, (_, n) => items[Math.floor(start + n * step)]!);
}

/** Returns a sample of the numbers from 0 up to `end`, without `end`. */
export function sampleBelow(end: number, count: number): readonly number[] {
    return sample([...Array(end).keys()], count);
}
