import { trimmedEnd } from '../domain/text';

const OPENING_QUOTES = '"“„«”';
const CLOSING_QUOTES = '"”“»';

/** Returns the words without the commas and semicolons with which people separate names and options. */
export function withoutCommas(words: readonly string[]): string[] {
    return words.map((word) => trimmedEnd(word, ',;')).filter((word) => word !== '');
}

/**
 * Returns the words with each text in quotes as one word, in plain quotes. The server strips plain quotes, so a word with
 * a space in it was in quotes, and a single word may have been. A quote that is never closed stays as typed.
 */
export function joinQuoted(words: readonly string[]): string[] {
    const joined: string[] = [];
    let from = 0;
    while (from < words.length) {
        const to = endOfQuote(words, from);
        const word = words[from] || '';
        joined.push(to !== undefined ? `"${words.slice(from, to).join(' ').slice(1, -1)}"` : word.includes(' ') ? `"${word}"` : word);
        from = to === undefined ? from + 1 : to;
    }
    return joined;
}

/** Returns the index after the quote that begins with that word; undefined if none does, or it is never closed. */
function endOfQuote(words: readonly string[], from: number): number | undefined {
    const first = words[from] || '';
    if (first === '' || !OPENING_QUOTES.includes(first.charAt(0))) {
        return undefined;
    }
    for (let index = from; index < words.length; index++) {
        const word = words[index] || '';
        const isClosed = word !== '' && CLOSING_QUOTES.includes(word.charAt(word.length - 1));
        if (isClosed && (index > from || word.length > 1)) {
            return index + 1;
        }
        if (index > from && OPENING_QUOTES.includes(word.charAt(0))) {
            return undefined;
        }
    }
    return undefined;
}

/** Returns the text of a word in quotes; undefined if it is not in quotes. */
export function quotedText(word: string): string | undefined {
    return word.length > 1 && word.startsWith('"') && word.endsWith('"') ? word.slice(1, -1) : undefined;
}

/** Returns a page number, from 1; undefined if the text is none. */
export function parsePageNumber(text: string): number | undefined {
    return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
