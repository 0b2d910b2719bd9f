import { readdirSync } from 'node:fs';

/**
 * The unit tests of src/domain as one test file. StrykerJS runs jest once per mutant, and jest loads modules anew for each
 * test file: with one file, a mutant takes a fraction of a second. Interleavings take seconds, so they come last
 * (environment.cjs).
 */

const folder = new URL('../domain/', import.meta.url);
const isSlow = (name: string): boolean => name.includes('.interleavings.');
const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.mts'))
    .sort((a, b) => Number(isSlow(a)) - Number(isSlow(b)));

for (const file of files) {
    await import(new URL(file, folder).href);
}
