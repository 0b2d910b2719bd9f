import { SUBCOMMANDS } from './commands/table';
import { findNearest } from './nearest';
import { ParseError } from './subcommand';

/** The names that the caller may have misspelled. */
const NAMES = SUBCOMMANDS.filter(({ matches }) => matches === undefined).map(({ name }) => name);

/**
 * Returns what the caller may have meant, as text to type after the command, in groups with the likeliest group first.
 * The parser has not checked these suggestions, so some may be invalid.
 */
export function suggestionsFor(error: ParseError): readonly (readonly string[])[] {
    const { words, index, reason } = error;
    const [first = ''] = words;
    if (reason) {
        return [];
    }
    const subcommand = SUBCOMMANDS.find(({ name, matches }) => name === first || (matches !== undefined && matches(first)));
    if (index === 0 || !subcommand) {
        return suggestSubcommand(first, words);
    }
    return subcommand.correct ? subcommand.correct(error) : [];
}

/**
 * The first word may be a misspelled subcommand. Otherwise the caller may have left out the `@` of names.
 */
function suggestSubcommand(word: string, words: readonly string[]): string[][] {
    const rest = words.slice(1);
    if (word.startsWith('@')) {
        return [];
    }
    const subcommand = findNearest(word, NAMES);
    if (subcommand) {
        return [[[subcommand, ...rest].join(' ')]];
    }
    const areNames = words.every((name) => /^@?[\w.-]+$/.test(name));
    return [areNames ? [words.map((name) => `@${name.replace(/^@/, '')}`).join(' ')] : []];
}
