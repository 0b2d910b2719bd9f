/**
 * How many times as much tests try at random as in `npm test`: interleavings, generated input, and races of real
 * requests. `npm run races` sets it to ten, and the variable RACES to any number.
 */
export const RACES = Number(process.env.RACES ?? 1);
