import { trimmedEnd } from '../domain/text';

/** Returns the words without the commas and semicolons with which people separate names and options. */
export function withoutCommas(words: readonly string[]): string[] {
    return words.map((word) => trimmedEnd(word, ',;')).filter((word) => word !== '');
}

/** Returns a page number, from 1; undefined if the text is none. */
export function parsePageNumber(text: string): number | undefined {
    return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
