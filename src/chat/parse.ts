import { Validity } from '../domain/invite';
import { tokenIn } from '../domain/link';
import { isToken } from '../domain/token';
import { parseDuration, parseUses } from '../domain/typed';
import { nearest } from './nearest';

/** What somebody typed after the command. */
export type Typed =
    | { readonly kind: 'create'; readonly validity?: Validity; readonly maxUses?: number; readonly room?: string }
    | { readonly kind: 'list'; readonly everywhere: boolean; readonly page: number }
    | { readonly kind: 'use'; readonly token: string }
    | { readonly kind: 'revoke'; readonly target: string }
    | { readonly kind: 'add'; readonly names: readonly string[] }
    | { readonly kind: 'help' }
    | Unclear
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

const SUBCOMMANDS = ['create', 'list', 'use', 'revoke', 'help'];

/** People added by one command; each of them is several calls to the server. */
const MOST_NAMES = 50;

/** The words of a command as one of a few shapes. Nothing is guessed: a word that does not fit makes the whole unclear. */
export function parse(words: readonly string[]): Typed {
    const [first, ...rest] = words;
    if (first === undefined) {
        return { kind: 'help' };
    }
    if (first.startsWith('@')) {
        return parseAdd(words);
    }
    switch (first.toLowerCase()) {
        case 'create':
            return parseCreate(joined(rest));
        case 'list':
            return parseList(rest);
        case 'use':
            return parseTarget('use', rest, (target) => ({ kind: 'use', token: tokenIn(target) }));
        case 'revoke':
            return parseTarget('revoke', rest, (target) => ({ kind: 'revoke', target: tokenIn(target) }));
        case 'help':
            return { kind: 'help' };
        default:
            return unclear([], first, subcommandFor(first, rest));
    }
}

/** Numbers and units that were typed apart, as one word: `7 days` as `7days`, `10 uses` as `10uses`. */
function joined(words: readonly string[]): string[] {
    return words.reduce<string[]>((done, word) => {
        const last = done[done.length - 1];
        const isPair =
            last !== undefined && /^\d+$/.test(last) && /^[a-zà-ÿ]+$/i.test(word) && (parseDuration(last + word) || parseUses(last + word));
        return isPair ? [...done.slice(0, -1), last + word] : [...done, word];
    }, []);
}

function parseCreate(words: readonly string[]): Typed {
    const typed: { validity?: Validity; maxUses?: number; room?: string } = {};
    for (const [index, word] of Array.from(words.entries())) {
        const validity = parseDuration(word);
        const maxUses = parseUses(word);
        if (validity && !typed.validity) {
            typed.validity = validity;
        } else if (maxUses !== undefined && typed.maxUses === undefined) {
            typed.maxUses = maxUses;
        } else if (/^#./.test(word) && !typed.room) {
            typed.room = word.slice(1);
        } else {
            const before = words.slice(0, index);
            return unclear(
                ['create', ...before],
                word,
                meantBy(word).map((meant) => ['create', ...before, meant].join(' ')),
            );
        }
    }
    return { kind: 'create', ...typed };
}

function parseList(words: readonly string[]): Typed {
    const everywhere = (words[0] || '').toLowerCase() === 'all';
    const [page = '1', ...more] = everywhere ? words.slice(1) : words;
    const understood = everywhere ? ['list', 'all'] : ['list'];
    if (!/^[1-9]\d{0,5}$/.test(page)) {
        return unclear(understood, page, everywhere ? ['list all'] : ['list', 'list all']);
    }
    return more[0] === undefined
        ? { kind: 'list', everywhere, page: Number(page) }
        : unclear([...understood, page], more[0], [`${understood.join(' ')} ${page}`]);
}

function parseTarget(of: 'use' | 'revoke', [target, ...rest]: readonly string[], make: (target: string) => Typed): Typed {
    if (target === undefined) {
        return { kind: 'missing', of };
    }
    return rest[0] === undefined ? make(target) : unclear([of, target], rest[0], [`${of} ${target}`]);
}

function parseAdd(words: readonly string[]): Typed {
    const names = words
        .join(' ')
        .split(/[\s,]+/)
        .map((word) => word.replace(/^@/, ''))
        .filter((word) => word !== '');
    if (names.length > MOST_NAMES) {
        return unclear([], `@${names[MOST_NAMES]}`, []);
    }
    return names.length > 0 ? { kind: 'add', names: Array.from(new Set(names)) } : { kind: 'help' };
}

function unclear(understood: readonly string[], word: string, suggestions: readonly string[]): Unclear {
    return { kind: 'unclear', word, understood, suggestions };
}

/** A slip of a subcommand, a subcommand left out, or a name without its `@`. */
function subcommandFor(first: string, rest: readonly string[]): string[] {
    if (isToken(tokenIn(first))) {
        return [`use ${first}`, `revoke ${first}`];
    }
    const slip = nearest(first, SUBCOMMANDS);
    if (slip) {
        return [[slip, ...rest].join(' ')];
    }
    const withCreate = parseCreate(joined([first, ...rest]));
    if (withCreate.kind === 'create') {
        return [['create', first, ...rest].join(' ')];
    }
    return /^[\w.-]+$/.test(first) ? [`@${first}`] : [];
}

/** What a word after `create` may have meant. */
function meantBy(word: string): string[] {
    const [, count, rest = ''] = /^(\d{1,6})([a-z]*)$/i.exec(word) || [];
    if (count === undefined || Number(count) === 0) {
        return [nearest(word, ['never', 'once', 'unlimited'])].filter((meant): meant is string => meant !== undefined);
    }
    if (rest === '') {
        return [`${count}d`, `x${count}`];
    }
    if (/^(mo|mon|month|months)$/i.test(rest)) {
        return [`${Number(count) * 30}d`];
    }
    return /^(y|yr|year|years)$/i.test(rest) ? [`${Number(count) * 365}d`] : [`${count}d`];
}
