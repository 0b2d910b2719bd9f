import { LANGUAGES } from './findLanguage';
import { TIME_UNITS, TimeUnit, TypedWords } from './typedWords';

/** Longer words are not in the dictionary, because composing accents takes more than linear time. */
const MAX_LENGTH = 100;

/**
 * The typed words of all languages. Every caller may use all of them, because people paste commands that speakers of
 * another language wrote.
 */
export const DICTIONARY = {
    units: mapOf(({ units }) => TIME_UNITS.flatMap((unit) => listed(units[unit]).map((word): [string, TimeUnit] => [word, unit]))),
    numbers: mapOf(({ numbers }) => Object.entries(numbers).map(([word, value]): [string, number] => [foldWord(word), value])),
    never: setOf(({ never }) => never),
    unlimited: setOf(({ unlimited }) => unlimited),
    once: setOf(({ once }) => once),
    uses: setOf(({ uses }) => uses),
    upTo: setOf(({ upTo }) => upTo),
    until: setOf(({ until }) => until),
    today: setOf(({ today }) => today),
    tomorrow: setOf(({ tomorrow }) => tomorrow),
    another: setOf(({ another }) => another),
    label: setOf(({ label }) => label),
    approval: setOf(({ approval }) => approval),
    noApproval: setOf(({ noApproval }) => noApproval),
    audience: setOf(({ audience }) => audience),
    or: setOf(({ or }) => or),
    role: setOf(({ role }) => role),
    everybody: setOf(({ everybody }) => everybody),
    fillers: setOf(({ fillers }) => fillers),
    weekdays: namesOf({ weekday: 'long' }, 7, (day) => [2023, 0, 1 + day]),
    /** Short names, such as `fri`. They count only where a day must follow. */
    shortWeekdays: namesOf({ weekday: 'short' }, 7, (day) => [2023, 0, 1 + day]),
    months: new Map([
        ...namesOf({ month: 'short' }, 12, (month) => [2023, month, 1]),
        ...namesOf({ month: 'long' }, 12, (month) => [2023, month, 1]),
    ]),
};

/** The words of the longest phrase. */
const MAX_PHRASE = 3;

/** Returns the word as the dictionary has it: without case, accents and the marks that end a sentence; empty if it is too long. */
export function foldWord(word: string): string {
    return word.length > MAX_LENGTH
        ? ''
        : word
              .normalize('NFKD')
              .replace(/[\u0300-\u036f]/g, '')
              .replace(/’/g, "'")
              .toLowerCase()
              .trim()
              .replace(/[.!?]$/, '');
}

/** Returns the index after the longest phrase that begins at that word; undefined if none does. */
export function phraseAt(words: readonly string[], at: number, phrases: ReadonlySet<string>): number | undefined {
    for (let end = Math.min(at + MAX_PHRASE, words.length); end > at; end--) {
        if (phrases.has(words.slice(at, end).map(foldWord).join(' '))) {
            return end;
        }
    }
    return undefined;
}

/** Returns the index of the first word from there on that is no filler. */
export function afterFillers(words: readonly string[], at: number): number {
    let index = at;
    for (let next = phraseAt(words, index, DICTIONARY.fillers); next !== undefined; next = phraseAt(words, index, DICTIONARY.fillers)) {
        index = next;
    }
    return index;
}

function setOf(pick: (words: TypedWords) => string): ReadonlySet<string> {
    return new Set(LANGUAGES.flatMap(({ typed }) => listed(pick(typed))));
}

function mapOf<T>(entries: (words: TypedWords) => readonly [string, T][]): ReadonlyMap<string, T> {
    return new Map(LANGUAGES.flatMap(({ typed }) => entries(typed)));
}

/** Returns the names of the days or months in all languages, with their numbers from 0. */
function namesOf(
    options: Intl.DateTimeFormatOptions,
    count: number,
    dateOf: (index: number) => [number, number, number],
): ReadonlyMap<string, number> {
    const indexes = Array.from({ length: count }, (_, index) => index);
    const entries = LANGUAGES.flatMap(({ tag }) => {
        const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
        return indexes.flatMap((index): [string, number][] => {
            const name = foldWord(format.format(Date.UTC(...dateOf(index))));
            // Portuguese: people leave out the second word of "sexta-feira".
            return [name, ...name.split('-').slice(0, 1)].map((form): [string, number] => [form, index]);
        });
    });
    return new Map(entries);
}

function listed(text: string): string[] {
    return text.split(',').map(foldWord);
}
