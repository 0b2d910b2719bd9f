import { Validity } from '../domain/model/invite';
import { extractToken } from '../domain/link';
import { trimmedEnd } from '../domain/text';
import { parseDuration, parseUses } from '../domain/quantities';
import { ParseError, suggestionsFor } from './suggestions';

/** What the caller typed after the command's name. */
export type Command =
    | { readonly kind: 'create'; readonly validity?: Validity; readonly maxUses?: number; readonly room?: string }
    | { readonly kind: 'list'; readonly everywhere: boolean; readonly page: number }
    | { readonly kind: 'use'; readonly token: string }
    | { readonly kind: 'revoke'; readonly target: string }
    | { readonly kind: 'add'; readonly names: readonly string[] }
    | { readonly kind: 'help' }
    | Unclear
    | { readonly kind: 'too-long'; readonly maxCharacters: number }
    | { readonly kind: 'missing'; readonly subcommand: 'use' | 'revoke' };

/** The command cannot be parsed from `word` on. */
export interface Unclear {
    readonly kind: 'unclear';
    readonly word: string;
    /** The words before it, which could be parsed. */
    readonly understood: readonly string[];
    /** What the caller may have meant, as text to type after the command's name. */
    readonly suggestions: readonly string[];
}

/** People that one command may add. Each of them costs several calls to the server. */
const MAX_NAMES = 50;

/** Maximum length of a command. Fifty names or a link are well below it. */
const MAX_CHARACTERS = 1000;

/** Parses the words of a command. It never guesses: one word that does not fit makes the whole command unclear. */
export function parse(words: readonly string[]): Command {
    if (words.reduce((length, word) => length + word.length + 1, 0) > MAX_CHARACTERS) {
        return { kind: 'too-long', maxCharacters: MAX_CHARACTERS };
    }
    const parsed = readCommand(words);
    if (parsed.kind !== 'parse-error') {
        return parsed;
    }
    const isClear = (suggestion: string): boolean => readCommand(suggestion.split(' ')).kind !== 'parse-error';
    const suggestions = suggestionsFor(parsed).map((group) => group.filter(isClear));
    return {
        kind: 'unclear',
        word: parsed.words[parsed.index] || '',
        understood: parsed.words.slice(0, parsed.index),
        suggestions: suggestions.find((group) => group.length > 0) || [],
    };
}

function readCommand(words: readonly string[]): Exclude<Command, Unclear> | ParseError {
    // People separate names and options with commas.
    const [first, ...rest] = words.map((word) => trimmedEnd(word, ',;')).filter((word) => word !== '');
    if (first === undefined) {
        return { kind: 'help' };
    }
    if (first.startsWith('@')) {
        return readNames([first, ...rest]);
    }
    switch (first.toLowerCase()) {
        case 'create':
            return readCreate(['create', ...joinQuantities(rest)]);
        case 'list':
            return readList(['list', ...rest]);
        case 'use':
            return readTarget('use', rest, (target) => ({ kind: 'use', token: extractToken(target) }));
        case 'revoke':
            return readTarget('revoke', rest, (target) => ({ kind: 'revoke', target: extractToken(target) }));
        case 'help':
            return { kind: 'help' };
        default:
            return { kind: 'parse-error', words: [first, ...rest], index: 0 };
    }
}

/** Joins each number with the unit after it: `7 days` to `7days`, `10 uses` to `10uses`. */
function joinQuantities(words: readonly string[]): string[] {
    const result: string[] = [];
    for (const word of words) {
        const last = result[result.length - 1];
        const isPair = last !== undefined && /^\d+$/.test(last) && /^[a-zà-ÿ]+$/i.test(word) && !isQuantity(word);
        result.push(isPair ? `${result.pop()}${word}` : word);
    }
    return result;
}

/** Whether the word alone is a duration or a number of uses. */
function isQuantity(word: string): boolean {
    return parseDuration(word) !== undefined || parseUses(word) !== undefined;
}

function readCreate(words: readonly string[]): Extract<Command, { kind: 'create' }> | ParseError {
    const command: { validity?: Validity; maxUses?: number; room?: string } = {};
    for (const [index, word] of words.entries()) {
        const validity = parseDuration(word);
        const maxUses = parseUses(word);
        if (validity && !command.validity) {
            command.validity = validity;
        } else if (maxUses !== undefined && command.maxUses === undefined) {
            command.maxUses = maxUses;
        } else if (/^#./.test(word) && !command.room) {
            command.room = word.slice(1);
        } else if (index > 0) {
            return { kind: 'parse-error', words, index };
        }
    }
    return { kind: 'create', ...command };
}

function readList(words: readonly string[]): Extract<Command, { kind: 'list' }> | ParseError {
    const everywhere = (words[1] || '').toLowerCase() === 'all';
    const index = everywhere ? 2 : 1;
    const page = words[index] || '1';
    if (!/^[1-9]\d{0,5}$/.test(page)) {
        return { kind: 'parse-error', words, index };
    }
    return words.length > index + 1 ? { kind: 'parse-error', words, index: index + 1 } : { kind: 'list', everywhere, page: Number(page) };
}

function readTarget<T>(
    subcommand: 'use' | 'revoke',
    [target, ...rest]: readonly string[],
    toCommand: (target: string) => T,
): T | ParseError | (Command & { kind: 'missing' }) {
    if (target === undefined) {
        return { kind: 'missing', subcommand };
    }
    return rest.length > 0 ? { kind: 'parse-error', words: [subcommand, target, ...rest], index: 2 } : toCommand(target);
}

/** Reads unique names with or without `@`, separated by spaces or commas. */
function readNames(words: readonly string[]): Extract<Command, { kind: 'add' | 'help' }> | ParseError {
    const names = words
        .join(' ')
        .split(/[\s,]+/)
        .map((word) => word.replace(/^@/, ''))
        .filter((word) => word !== '');
    if (names.length > MAX_NAMES) {
        return { kind: 'parse-error', words: [`@${names[MAX_NAMES]}`], index: 0 };
    }
    return names.length > 0 ? { kind: 'add', names: Array.from(new Set(names)) } : { kind: 'help' };
}
