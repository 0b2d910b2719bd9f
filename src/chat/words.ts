import { trimmedEnd } from '../domain/text';

/** Returns the words without the commas and semicolons with which people separate names and options. */
export function withoutCommas(words: readonly string[]): string[] {
    return words.map((word) => trimmedEnd(word, ',;')).filter((word) => word !== '');
}
