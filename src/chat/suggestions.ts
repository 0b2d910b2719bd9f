import { extractToken } from '../domain/link';
import { isToken } from '../domain/model/token';
import { SUBCOMMANDS } from './commands/table';
import { findNearest } from './nearest';
import { ParseError } from './subcommand';

/** The subcommands that the caller types by name. */
const NAMED = SUBCOMMANDS.filter(({ prefix }) => prefix === undefined);
const NAMES = NAMED.map(({ name }) => name);

/**
 * Returns what the caller may have meant, as text to type after the command, in groups with the likeliest group first.
 * The parser has not checked these suggestions, so some may be invalid.
 */
export function suggestionsFor(error: ParseError): readonly (readonly string[])[] {
    const { words, index } = error;
    const subcommand = SUBCOMMANDS.find(({ name }) => name === words[0]);
    if (index === 0 || !subcommand) {
        return suggestSubcommand(words[0] || '', words);
    }
    return subcommand.correct ? subcommand.correct(error) : [[words.slice(0, index).join(' ')]];
}

/**
 * The first word may be a token, a synonym or a misspelled subcommand.
 * Otherwise the caller may have left out `create`, or the `@` of names.
 */
function suggestSubcommand(word: string, words: readonly string[]): string[][] {
    const rest = words.slice(1);
    if (word.startsWith('@')) {
        return [];
    }
    if (isToken(extractToken(word))) {
        return [[`use ${word}`, `revoke ${word}`]];
    }
    const bySynonym = NAMED.find(({ synonyms = '' }) => synonyms.split(' ').includes(word.toLowerCase()));
    const subcommand = bySynonym ? bySynonym.name : findNearest(word, NAMES);
    if (subcommand) {
        return [[[subcommand, ...rest].join(' ')]];
    }
    const areNames = words.every((name) => /^@?[\w.-]+$/.test(name));
    return [[['create', ...words].join(' ')], areNames ? [words.map((name) => `@${name.replace(/^@/, '')}`).join(' ')] : []];
}
