import { extractToken } from '../domain/link';
import { isToken } from '../domain/model/token';
import { parseUses } from '../domain/quantities';
import { nearest } from './nearest';

/** Messages of which the one at this place does not fit. */
export interface ParseError {
    readonly kind: 'misfit';
    readonly words: readonly string[];
    readonly at: number;
}

/** The subcommands, and words by which people look for a subcommand, in the app's languages. */
const SYNONYMS: readonly (readonly [string, string])[] = [
    ['create', 'new make add erstellen neu crear nuevo créer nouveau criar novo'],
    ['list', 'ls show links liste anzeigen listar lister mostrar'],
    ['use', 'join accept redeem open beitreten annehmen usar unirme utiliser rejoindre entrar'],
    ['revoke', 'delete remove end cancel löschen widerrufen entfernen anular revocar borrar révoquer supprimer revogar apagar'],
    ['help', 'hilfe ayuda aide ajuda ?'],
];
const SUBCOMMANDS = SYNONYMS.map(([subcommand]) => subcommand);

/**
 * What may have been meant by words of which one does not fit, as it would be typed: groups, the likeliest first. Not all of it need make sense, as it is not known here what
 * else was said already.
 */
export function suggestionsFor({ words, at }: ParseError): string[][] {
    const word = words[at] || '';
    if (at === 0) {
        return startingWith(word, words);
    }
    const before = words.slice(0, at);
    const after = words.slice(at + 1);
    const lines = (places: readonly string[][]): string[] => places.map((line) => line.join(' '));
    switch (words[0]) {
        case 'create':
            // Without the word as well, where something else was said.
            return [
                lines(meantBy(word).map((meant) => [...before, meant, ...after])),
                before.length + after.length > 1 ? lines([[...before, ...after]]) : [],
            ];
        case 'list':
            return [lines(at === 1 ? [before, [...before, 'all']] : [before])];
        default:
            return [lines([before])];
    }
}

/** A token, a slip of a subcommand or another word for one, a subcommand left out, or names without their `@`. */
function startingWith(word: string, words: readonly string[]): string[][] {
    const rest = words.slice(1);
    if (word.startsWith('@')) {
        return [];
    }
    if (isToken(extractToken(word))) {
        return [[`use ${word}`, `revoke ${word}`]];
    }
    const [synonym] = SYNONYMS.find(([, others]) => others.split(' ').includes(word.toLowerCase())) || [];
    const subcommand = synonym || nearest(word, SUBCOMMANDS);
    if (subcommand) {
        return [[[subcommand, ...rest].join(' ')]];
    }
    const isName = words.every((name) => /^@?[\w.-]+$/.test(name));
    return [[['create', ...words].join(' ')], isName ? [words.map((name) => `@${name.replace(/^@/, '')}`).join(' ')] : []];
}

/** What a word after `create` may have meant. */
function meantBy(word: string): string[] {
    const [, count, rest = ''] = /^(\d{1,6})([a-zà-ÿ]*)$/i.exec(word) || [];
    if (count === undefined) {
        return [nearest(word, ['never', 'once', 'unlimited']) || (/^[a-z][\w.-]*$/i.test(word) && !parseUses(word) ? `#${word}` : word)];
    }
    if (rest === '') {
        return [`${count}d`, `x${count}`];
    }
    if (/^(mo|mon|months?|monate?|mes|meses|mois)$/i.test(rest)) {
        return [`${Number(count) * 30}d`];
    }
    return [/^(y|yr|years?|jahre?|años?|ans?|anos?)$/i.test(rest) ? `${Number(count) * 365}d` : `${count}d`];
}
