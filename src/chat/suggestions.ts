import { extractToken } from '../domain/link';
import { isToken } from '../domain/model/token';
import { parseUses } from '../domain/quantities';
import { nearest } from './nearest';

/** The words of a command that cannot be parsed. `index` is the position of the first word that does not fit. */
export interface ParseError {
    readonly kind: 'parse-error';
    readonly words: readonly string[];
    readonly index: number;
}

/** Each subcommand with its synonyms in the languages of the app. */
const SYNONYMS: readonly (readonly [string, string])[] = [
    ['create', 'new make add erstellen neu crear nuevo créer nouveau criar novo'],
    ['list', 'ls show links liste anzeigen listar lister mostrar'],
    ['use', 'join accept redeem open beitreten annehmen usar unirme utiliser rejoindre entrar'],
    ['revoke', 'delete remove end cancel löschen widerrufen entfernen anular revocar borrar révoquer supprimer revogar apagar'],
    ['help', 'hilfe ayuda aide ajuda ?'],
];
const SUBCOMMANDS = SYNONYMS.map(([subcommand]) => subcommand);

/**
 * Returns what the caller may have meant, as text to type after the command, in groups with the likeliest group first.
 * The parser has not checked these suggestions, so some may be invalid.
 */
export function suggestionsFor({ words, index }: ParseError): string[][] {
    const word = words[index] || '';
    if (index === 0) {
        return suggestSubcommand(word, words);
    }
    const before = words.slice(0, index);
    const after = words.slice(index + 1);
    const toLines = (candidates: readonly string[][]): string[] => candidates.map((line) => line.join(' '));
    switch (words[0]) {
        case 'create':
            // The second group leaves out the unclear word, if the caller typed other words too.
            return [
                toLines(correctionsOf(word).map((correction) => [...before, correction, ...after])),
                before.length + after.length > 1 ? toLines([[...before, ...after]]) : [],
            ];
        case 'list':
            return [toLines(index === 1 ? [before, [...before, 'all']] : [before])];
        default:
            return [toLines([before])];
    }
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
    const [bySynonym] = SYNONYMS.find(([, others]) => others.split(' ').includes(word.toLowerCase())) || [];
    const subcommand = bySynonym || nearest(word, SUBCOMMANDS);
    if (subcommand) {
        return [[[subcommand, ...rest].join(' ')]];
    }
    const areNames = words.every((name) => /^@?[\w.-]+$/.test(name));
    return [[['create', ...words].join(' ')], areNames ? [words.map((name) => `@${name.replace(/^@/, '')}`).join(' ')] : []];
}

/** Returns the words that the caller may have meant by an unclear word after `create`. */
function correctionsOf(word: string): string[] {
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
