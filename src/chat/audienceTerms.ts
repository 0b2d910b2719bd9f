import { isDomain } from '../domain/emailAddress';
import { RequestedAudience, ShownAudience } from '../domain/useCases/chooseAudience';
import { DICTIONARY, phraseAt } from '../i18n/dictionary';
import { Vocabulary } from '../i18n/messages';
import { joinQuoted, quotedText } from './words';

/** A term of a command, and the index of the word after it. */
interface Read<T> {
    readonly value: T;
    readonly next: number;
}

/**
 * Reads the people for whom a link is to be, such as `for @anne @bob or example.com`, or null for everybody. Returns
 * undefined if no such words begin there.
 */
export function audienceAt(words: readonly string[], at: number): Read<RequestedAudience | null> | undefined {
    const everybody = phraseAt(words, at, DICTIONARY.everybody);
    if (everybody !== undefined) {
        return { value: null, next: everybody };
    }
    const start = phraseAt(words, at, DICTIONARY.audience);
    return start === undefined ? undefined : namesAt(words, start);
}

/** Parses the people of a field of their own, where `for` may be left out. Returns the first word that does not fit, if any. */
export function parseAudience(text: string): { readonly audience: RequestedAudience | null } | { readonly unclear: string } {
    const words = joinQuoted(text.split(/[\s,;]+/).filter((word) => word !== ''));
    const read = audienceAt(words, 0) || namesAt(words, 0) || { value: null, next: 0 };
    const unclear = words[phraseAt(words, read.next, DICTIONARY.or) || read.next] || words[read.next];
    return unclear === undefined ? { audience: read.value } : { unclear };
}

/** Returns the words for each person, domain and role of an audience. parseAudience reads them, except addresses. */
export function audienceNames(
    { usernames: people = [], emailDomains = [], emails = [], roles = [] }: ShownAudience,
    vocabulary: Vocabulary,
): string[] {
    return [
        ...people.map((name) => `@${name}`),
        ...emailDomains,
        ...emails,
        ...roles.map((role) => vocabulary.role(/\s/.test(role) ? `"${role}"` : role)),
    ];
}

type Kind = keyof RequestedAudience;

/** Reads names until the first word that is none; undefined if there is no name. */
function namesAt(words: readonly string[], at: number): Read<RequestedAudience> | undefined {
    const names: Record<Kind, string[]> = { usernames: [], emailDomains: [], roles: [] };
    let next: number | undefined;
    let index: number | undefined = at;
    while (index !== undefined) {
        const name = nameAt(words, index);
        if (name) {
            names[name.kind].push(name.value);
            next = name.next;
        }
        index = name ? name.next : phraseAt(words, index, DICTIONARY.or);
    }
    const given = (Object.keys(names) as Kind[]).filter((kind) => names[kind].length > 0);
    return next === undefined ? undefined : { value: given.reduce((audience, kind) => ({ ...audience, [kind]: names[kind] }), {}), next };
}

/** Reads one `@username`, domain or `role name`. */
function nameAt(words: readonly string[], at: number): (Read<string> & { readonly kind: Kind }) | undefined {
    const word = words[at] || '';
    if (/^@./.test(word)) {
        return { kind: 'usernames', value: word.slice(1), next: at + 1 };
    }
    if (isDomain(word.toLowerCase())) {
        return { kind: 'emailDomains', value: word.toLowerCase(), next: at + 1 };
    }
    const afterRole = phraseAt(words, at, DICTIONARY.role);
    const role = afterRole === undefined ? undefined : words[afterRole];
    if (afterRole === undefined || role === undefined) {
        return undefined;
    }
    const quoted = quotedText(role);
    return { kind: 'roles', value: quoted === undefined ? role : quoted, next: afterRole + 1 };
}

/** Reads whether a manager must let each person in. */
export function approvalAt(words: readonly string[], at: number): Read<boolean> | undefined {
    const on = phraseAt(words, at, DICTIONARY.approval);
    const off = phraseAt(words, at, DICTIONARY.noApproval);
    return off !== undefined ? { value: false, next: off } : on !== undefined ? { value: true, next: on } : undefined;
}
