import { readdirSync } from 'node:fs';

/**
 * The unit tests of src/domain as one test file. StrykerJS runs jest once per mutant, and jest loads modules anew for each
 * test file: with one file, a mutant takes a fraction of a second. Interleavings take seconds each and stay outside.
 */

const folder = new URL('../domain/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.test.mts') && !name.includes('.interleavings.'));

for (const file of files) {
    await import(new URL(file, folder).href);
}
