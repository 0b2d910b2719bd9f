import { DICTIONARY, foldWord } from '../i18n/dictionary';
import { bareNumberAt, parseUses } from '../i18n/quantities';
import { findNearest } from './nearest';
import { ParseError } from './subcommand';

/** The words that people may misspell. */
const KEYWORDS = ['never', 'once', 'unlimited', 'tomorrow', 'until'];

/** What a number may count. */
const COUNTED = [...Array.from(DICTIONARY.units.keys()), ...Array.from(DICTIONARY.uses)];

/** Either "never expires" or "any number of people". */
const ENDLESS = ['endless', 'infinite', 'infinity', '∞', 'endlos', 'unendlich', 'infinito', 'infini'];

/**
 * Returns whole commands with another word in place of the unclear one. No suggestion leaves a word out, because that
 * could drop a limit.
 */
export function correctTerms({ words, index }: ParseError): string[][] {
    const replaced = (replacements: Readonly<Record<number, string>>): string => words.map((word, at) => replacements[at] || word).join(' ');
    const word = words[index] || '';
    if (bareNumberAt(words, index) === undefined) {
        const counted = bareNumberAt(words, index - 1) === undefined ? undefined : findNearest(word, COUNTED);
        const corrections = counted === undefined ? correctionsOf(word, words.length > 2) : [counted];
        return [corrections.map((correction) => replaced({ [index]: correction }))];
    }
    const others = words.map((_, at) => at).filter((at) => at > index && bareNumberAt(words, at) !== undefined);
    const [other] = others;
    const count = foldWord(word);
    return [
        other === undefined
            ? [replaced({ [index]: `${count}d` }), replaced({ [index]: `x${count}` })]
            : [replaced({ [index]: `${count}d`, [other]: `x${foldWord(words[other] || '')}` })],
    ];
}

/** Returns the words that the caller may have meant by an unclear word. */
function correctionsOf(word: string, isAmongOthers: boolean): string[] {
    const [, count, unit = ''] = /^(\d{1,6})([a-zß]+)$/.exec(foldWord(word)) || [];
    if (count !== undefined) {
        const nearest = findNearest(unit, Array.from(DICTIONARY.units.keys()));
        return nearest === undefined ? [] : [`${count}${nearest}`];
    }
    if (ENDLESS.includes(word.toLowerCase())) {
        return ['never', 'unlimited'];
    }
    const keyword = findNearest(word, [...KEYWORDS, ...Array.from(DICTIONARY.weekdays.keys())]);
    if (keyword !== undefined) {
        return [keyword];
    }
    return /^[a-z][\w.-]*$/i.test(word) && parseUses(word) === undefined ? [`#${word}`, ...(isAmongOthers ? [`label ${word}`] : [])] : [];
}
