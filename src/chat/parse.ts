import { Validity } from '../domain/model/invite';
import { extractToken } from '../domain/link';
import { trimmedEnd } from '../domain/text';
import { parseDuration, parseUses } from '../domain/quantities';
import { ParseError, suggestionsFor } from './suggestions';

/** What somebody typed after the command. */
export type Command =
    | { readonly kind: 'create'; readonly validity?: Validity; readonly maxUses?: number; readonly room?: string }
    | { readonly kind: 'list'; readonly everywhere: boolean; readonly page: number }
    | { readonly kind: 'use'; readonly token: string }
    | { readonly kind: 'revoke'; readonly target: string }
    | { readonly kind: 'add'; readonly names: readonly string[] }
    | { readonly kind: 'help' }
    | Unclear
    | { readonly kind: 'too-long'; readonly most: number }
    | { readonly kind: 'missing'; readonly of: 'use' | 'revoke' };

/** What was typed makes no sense from `word` on. */
export interface Unclear {
    readonly kind: 'unclear';
    readonly word: string;
    /** The words that did make sense. */
    readonly understood: readonly string[];
    /** What may have been meant, as it would be typed after the command. */
    readonly suggestions: readonly string[];
}

/** People added by one command; each of them is several calls to the server. */
const MOST_NAMES = 50;

/** Characters that a command takes. Fifty names and a link are well below it. */
const MOST_CHARACTERS = 1000;

/** The words of a command as one of a few shapes. Nothing is guessed: a word that does not fit makes the whole unclear. */
export function parse(words: readonly string[]): Command {
    if (words.reduce((length, word) => length + word.length + 1, 0) > MOST_CHARACTERS) {
        return { kind: 'too-long', most: MOST_CHARACTERS };
    }
    const typed = read(words);
    if (typed.kind !== 'misfit') {
        return typed;
    }
    const isClear = (suggestion: string): boolean => read(suggestion.split(' ')).kind !== 'misfit';
    const suggestions = suggestionsFor(typed).map((group) => group.filter(isClear));
    return {
        kind: 'unclear',
        word: typed.words[typed.at] || '',
        understood: typed.words.slice(0, typed.at),
        suggestions: suggestions.find((group) => group.length > 0) || [],
    };
}

function read(words: readonly string[]): Exclude<Command, Unclear> | ParseError {
    // People write lists with commas.
    const [first, ...rest] = words.map((word) => trimmedEnd(word, ',;')).filter((word) => word !== '');
    if (first === undefined) {
        return { kind: 'help' };
    }
    if (first.startsWith('@')) {
        return readNames([first, ...rest]);
    }
    switch (first.toLowerCase()) {
        case 'create':
            return readCreate(['create', ...joined(rest)]);
        case 'list':
            return readList(['list', ...rest]);
        case 'use':
            return readTarget('use', rest, (target) => ({ kind: 'use', token: extractToken(target) }));
        case 'revoke':
            return readTarget('revoke', rest, (target) => ({ kind: 'revoke', target: extractToken(target) }));
        case 'help':
            return { kind: 'help' };
        default:
            return { kind: 'misfit', words: [first, ...rest], at: 0 };
    }
}

/** A number and the word after it as one word: `7 days` as `7days`, `10 uses` as `10uses`. */
function joined(words: readonly string[]): string[] {
    const done: string[] = [];
    for (const word of words) {
        const last = done[done.length - 1];
        const isPair = last !== undefined && /^\d+$/.test(last) && /^[a-zà-ÿ]+$/i.test(word) && !isWhole(word);
        done.push(isPair ? `${done.pop()}${word}` : word);
    }
    return done;
}

/** Whether the word says something by itself. */
function isWhole(word: string): boolean {
    return parseDuration(word) !== undefined || parseUses(word) !== undefined;
}

function readCreate(words: readonly string[]): Extract<Command, { kind: 'create' }> | ParseError {
    const typed: { validity?: Validity; maxUses?: number; room?: string } = {};
    for (const [at, word] of words.entries()) {
        const validity = parseDuration(word);
        const maxUses = parseUses(word);
        if (validity && !typed.validity) {
            typed.validity = validity;
        } else if (maxUses !== undefined && typed.maxUses === undefined) {
            typed.maxUses = maxUses;
        } else if (/^#./.test(word) && !typed.room) {
            typed.room = word.slice(1);
        } else if (at > 0) {
            return { kind: 'misfit', words, at };
        }
    }
    return { kind: 'create', ...typed };
}

function readList(words: readonly string[]): Extract<Command, { kind: 'list' }> | ParseError {
    const everywhere = (words[1] || '').toLowerCase() === 'all';
    const at = everywhere ? 2 : 1;
    const page = words[at] || '1';
    if (!/^[1-9]\d{0,5}$/.test(page)) {
        return { kind: 'misfit', words, at };
    }
    return words.length > at + 1 ? { kind: 'misfit', words, at: at + 1 } : { kind: 'list', everywhere, page: Number(page) };
}

function readTarget<T>(
    of: 'use' | 'revoke',
    [target, ...rest]: readonly string[],
    make: (target: string) => T,
): T | ParseError | (Command & { kind: 'missing' }) {
    if (target === undefined) {
        return { kind: 'missing', of };
    }
    return rest.length > 0 ? { kind: 'misfit', words: [of, target, ...rest], at: 2 } : make(target);
}

/** Names with or without `@`, apart or with commas between; each once. */
function readNames(words: readonly string[]): Extract<Command, { kind: 'add' | 'help' }> | ParseError {
    const names = words
        .join(' ')
        .split(/[\s,]+/)
        .map((word) => word.replace(/^@/, ''))
        .filter((word) => word !== '');
    if (names.length > MOST_NAMES) {
        return { kind: 'misfit', words: [`@${names[MOST_NAMES]}`], at: 0 };
    }
    return names.length > 0 ? { kind: 'add', names: Array.from(new Set(names)) } : { kind: 'help' };
}
