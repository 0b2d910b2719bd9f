import { Validity } from '../domain/invite';
import { tokenIn } from '../domain/link';
import { parseDuration, parseUses } from '../domain/typed';

/** What somebody typed after the command. */
export type Typed =
    | { readonly kind: 'create'; readonly validity?: Validity; readonly maxUses?: number }
    | { readonly kind: 'list' }
    | { readonly kind: 'use'; readonly token: string }
    | { readonly kind: 'revoke'; readonly target: string }
    | { readonly kind: 'add'; readonly usernames: readonly string[] }
    | { readonly kind: 'help' }
    | { readonly kind: 'unclear'; readonly word: string }
    | { readonly kind: 'missing'; readonly of: 'use' | 'revoke' };

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
            return parseCreate(rest);
        case 'list':
            return rest[0] === undefined ? { kind: 'list' } : { kind: 'unclear', word: rest[0] };
        case 'use':
            return parseTarget('use', rest, (target) => ({ kind: 'use', token: tokenIn(target) }));
        case 'revoke':
            return parseTarget('revoke', rest, (target) => ({ kind: 'revoke', target: tokenIn(target) }));
        case 'help':
            return { kind: 'help' };
        default:
            return { kind: 'unclear', word: first };
    }
}

function parseCreate(words: readonly string[]): Typed {
    let validity: Validity | undefined;
    let maxUses: number | undefined;
    for (const word of words) {
        const duration = parseDuration(word);
        const uses = parseUses(word);
        if (duration && !validity) {
            validity = duration;
        } else if (uses !== undefined && maxUses === undefined) {
            maxUses = uses;
        } else {
            return { kind: 'unclear', word };
        }
    }
    return { kind: 'create', validity, maxUses };
}

function parseTarget(of: 'use' | 'revoke', [target, ...rest]: readonly string[], make: (target: string) => Typed): Typed {
    if (target === undefined) {
        return { kind: 'missing', of };
    }
    return rest[0] === undefined ? make(target) : { kind: 'unclear', word: rest[0] };
}

function parseAdd(words: readonly string[]): Typed {
    const usernames = words
        .join(' ')
        .split(/[\s,]+/)
        .map((word) => word.replace(/^@/, ''))
        .filter((word) => word !== '');
    if (usernames.length > MOST_NAMES) {
        return { kind: 'unclear', word: words[MOST_NAMES] || '' };
    }
    return usernames.length > 0 ? { kind: 'add', usernames: Array.from(new Set(usernames)) } : { kind: 'help' };
}
