import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, Validity } from '../domain/model/invite';
import { afterFillers, DICTIONARY, foldWord, phraseAt } from './dictionary';
import { inWholeUnits } from './durations';
import { TIME_UNITS, TimeUnit } from './typedWords';

/** What was read from some words, and the index of the word after them. */
export interface Reading<T> {
    readonly value: T;
    readonly next: number;
}

interface Part {
    readonly count: number;
    readonly unit: TimeUnit;
}

const MS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
    second: 1000,
    minute: MS_PER_MINUTE,
    hour: MS_PER_HOUR,
    day: MS_PER_DAY,
    week: 7 * MS_PER_DAY,
    // The server counts days only, and its links of a month have 30.
    month: 30 * MS_PER_DAY,
    year: 365 * MS_PER_DAY,
};

/** Returns the duration that a text consists of, such as `90m`, `7 days` or `never`; undefined if it is none of a minute or more. */
export function parseDuration(text: string): Validity | undefined {
    const words = splitWords(text);
    const read = durationAt(words, 0);
    return read && read.next === words.length && read.value !== 'too-short' ? read.value : undefined;
}

/** Returns the number of uses that a text consists of, such as `x10`, `10 people` or `once`; 0 = any number, undefined = none. */
export function parseUses(text: string): number | undefined {
    const words = splitWords(text);
    const read = usesAt(words, 0);
    return read && read.next === words.length ? read.value : undefined;
}

/** Returns the words of a text. A long text has none, because no quantity is long. */
function splitWords(text: string): string[] {
    return text.length > 100 ? [] : text.split(/\s+/).filter((word) => word !== '');
}

/** Reads a duration such as `7 days`, `1h30m`, `a week` or `never`; `too-short` is less than a minute. */
export function durationAt(words: readonly string[], at: number): Reading<Validity | 'too-short'> | undefined {
    const never = phraseAt(words, at, DICTIONARY.never);
    if (never !== undefined) {
        return { value: { count: 0, unit: 'day' }, next: never };
    }
    const parts: Part[] = [];
    let next = at;
    for (let read = partsAt(words, at); read && isDescending([...parts, ...read.value]); read = partsAt(words, afterFillers(words, next))) {
        parts.push(...read.value);
        ({ next } = read);
    }
    const value = validityOf(parts);
    return value && { value, next };
}

function isDescending(parts: readonly Part[]): boolean {
    const sizes = parts.map(({ unit }) => TIME_UNITS.indexOf(unit));
    return sizes.every((size, index) => index === 0 || size < (sizes[index - 1] || 0));
}

/** "0d" does not mean forever, because `never` says so explicitly. */
function validityOf(parts: readonly Part[]): Validity | 'too-short' | undefined {
    const ms = parts.reduce((sum, { count, unit }) => sum + count * MS_PER_UNIT[unit], 0);
    if (ms === 0) {
        return undefined;
    }
    if (ms < MS_PER_MINUTE) {
        return 'too-short';
    }
    const [{ count, unit }] = parts as [Part];
    if (parts.length === 1 && Number.isInteger(count) && (unit === 'minute' || unit === 'hour' || unit === 'day' || unit === 'week')) {
        return { count, unit };
    }
    return inWholeUnits(Math.floor(ms / MS_PER_MINUTE) * MS_PER_MINUTE);
}

/** Reads `1h30m`, `7 days`, `a week` or `days 7`. */
function partsAt(words: readonly string[], at: number): Reading<readonly Part[]> | undefined {
    const compact = partsIn(foldWord(words[at] || ''));
    if (compact) {
        return { value: compact, next: at + 1 };
    }
    const number = numberAt(words, at);
    const unit = number && DICTIONARY.units.get(foldWord(words[number.next] || ''));
    if (number && unit) {
        return { value: [{ count: number.value, unit }], next: number.next + 1 };
    }
    const leading = DICTIONARY.units.get(foldWord(words[at] || ''));
    const count = leading && bareNumberAt(words, at + 1);
    return leading && count !== undefined ? { value: [{ count, unit: leading }], next: at + 2 } : undefined;
}

/** Splits `1h30m` into its parts. In `1h30`, minutes follow. */
function partsIn(word: string): Part[] | undefined {
    const [, hours, minutes] = /^(\d{1,3})h(\d\d)$/.exec(word) || [];
    const text = hours === undefined ? word : `${hours}h${minutes || ''}m`;
    const parts: Part[] = [];
    const pattern = /(\d{1,9}(?:[.,]\d{1,2})?)([a-zß]+)/y;
    while (pattern.lastIndex < text.length) {
        const [, count, name = ''] = pattern.exec(text) || [];
        const unit = DICTIONARY.units.get(name);
        if (count === undefined || !unit) {
            return undefined;
        }
        parts.push({ count: toNumber(count), unit });
    }
    return parts.length > 0 && isDescending(parts) ? parts : undefined;
}

/** Reads a number in digits or words: `7`, `two`, `half an`, `a couple of`. */
function numberAt(words: readonly string[], at: number): Reading<number> | undefined {
    const digits = digitsIn(words[at]);
    if (digits !== undefined) {
        return { value: digits, next: at + 1 };
    }
    const first = DICTIONARY.numbers.get(foldWord(words[at] || ''));
    if (first === undefined) {
        return undefined;
    }
    const second = DICTIONARY.numbers.get(foldWord(words[at + 1] || ''));
    const isPair = second !== undefined && (first === 1 || second === 1);
    const next = at + (isPair ? 2 : 1);
    const isUnitNext = DICTIONARY.units.has(foldWord(words[next] || ''));
    return { value: isPair && first === 1 ? second : first, next: isUnitNext ? next : afterFillers(words, next) };
}

/** Returns the whole number at that word, if it counts neither time nor uses. */
export function bareNumberAt(words: readonly string[], at: number): number | undefined {
    const number = digitsIn(words[at]);
    const following = foldWord(words[at + 1] || '');
    return Number.isInteger(number) && !DICTIONARY.units.has(following) && !DICTIONARY.uses.has(following) ? number : undefined;
}

function digitsIn(word = ''): number | undefined {
    const folded = foldWord(word);
    return /^\d{1,9}(?:[.,]\d{1,2})?$/.test(folded) ? toNumber(folded) : undefined;
}

function toNumber(digits: string): number {
    return Number(digits.replace(',', '.'));
}

/** Reads a number of uses such as `x10`, `10 people`, `max 5` or `once`; 0 = any number. */
export function usesAt(words: readonly string[], at: number): (Reading<number> & { readonly isOnce?: boolean }) | undefined {
    const counted = countedUsesAt(words, at);
    if (counted) {
        return counted;
    }
    const once = phraseAt(words, at, DICTIONARY.once);
    if (once !== undefined) {
        return { value: 1, next: once, isOnce: true };
    }
    const unlimited = phraseAt(words, at, DICTIONARY.unlimited);
    return unlimited === undefined ? undefined : { value: 0, next: unlimited };
}

function countedUsesAt(words: readonly string[], at: number): Reading<number> | undefined {
    const word = foldWord(words[at] || '');
    const [, after, before, noun = 'x'] = /^(?:x(\d{1,9})|(\d{1,9})([a-zß]+))$/.exec(word) || [];
    if (Number(after || before) > 0 && (noun === 'x' || DICTIONARY.uses.has(noun))) {
        return { value: Number(after || before), next: at + 1 };
    }
    const number = numberAt(words, at);
    if (number && isWhole(number.value) && DICTIONARY.uses.has(foldWord(words[number.next] || ''))) {
        return { value: number.value, next: number.next + 1 };
    }
    const start = phraseAt(words, at, DICTIONARY.upTo) || (DICTIONARY.uses.has(word) ? at + 1 : undefined);
    if (start === undefined) {
        return undefined;
    }
    const count = bareNumberAt(words, start);
    return count !== undefined && isWhole(count) ? { value: count, next: start + 1 } : countedUsesAfter(words, start);
}

/** Reads the number after a word such as `max`: `max 5 people`. */
function countedUsesAfter(words: readonly string[], start: number): Reading<number> | undefined {
    const number = numberAt(words, start);
    return number && isWhole(number.value) && DICTIONARY.uses.has(foldWord(words[number.next] || ''))
        ? { value: number.value, next: number.next + 1 }
        : undefined;
}

function isWhole(value: number): boolean {
    return Number.isInteger(value) && value > 0;
}
