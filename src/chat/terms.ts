import { allowsForever, exceedsMaxDays, exceedsMaxUses, Limits } from '../domain/model/limits';
import { MS_PER_HOUR, msOf, Validity } from '../domain/model/invite';
import { RequestedEnd } from '../domain/policies/inviteTerms';
import { afterFillers, DICTIONARY, foldWord, phraseAt } from '../i18n/dictionary';
import { momentAt } from '../i18n/moments';
import { bareNumberAt, durationAt, usesAt } from '../i18n/quantities';
import { approvalAt, audienceAt } from './audienceTerms';
import { CreateOptions } from './examples';
import { Parsed } from './subcommand';
import { quotedText } from './words';

/** The options that only some subcommands take. */
type Extra = 'room' | 'new';

type Options = { -readonly [option in keyof CreateOptions]: CreateOptions[option] };

/**
 * Parses duration or end, uses and label in any order, from the word at `start` on; also rooms, and "new", where the
 * subcommand takes them. `localNow` is the caller's local time, in ms since 1970 as if they lived in UTC.
 */
export function parseTerms(typed: readonly string[], start: number, localNow: number, takes: readonly Extra[] = []): Parsed<CreateOptions> {
    const words = [...typed.slice(0, start), ...splitOptions(typed.slice(start))];
    const options: Options = {};
    const bare: number[] = [];
    let index = start;
    while (index < words.length) {
        const next = readTerm(words, index, localNow, options, takes);
        if (next === 'too-short') {
            return { kind: 'parse-error', words, index, reason: next };
        }
        if (next === undefined && bareNumberAt(words, index) === undefined) {
            return { kind: 'parse-error', words, index };
        }
        if (next === undefined) {
            bare.push(index);
        }
        index = next === undefined ? index + 1 : next;
    }
    const [first] = bare;
    if (first === undefined) {
        return { kind: 'parsed', args: options };
    }
    // Beside a duration, a number alone can only mean uses.
    const count = bareNumberAt(words, first);
    if (bare.length === 1 && count && options.maxUses === undefined && hasEnd(options)) {
        return { kind: 'parsed', args: { ...options, maxUses: count } };
    }
    return { kind: 'parse-error', words, index: first };
}

/** Returns the end that the terms ask for; undefined if they ask for none. `utcOffset` is the caller's, in hours. */
export function requestedEnd(validity: Validity, until: number | undefined, utcOffset: number): RequestedEnd;
export function requestedEnd(validity: Validity | undefined, until: number | undefined, utcOffset: number): RequestedEnd | undefined;
export function requestedEnd(validity: Validity | undefined, until: number | undefined, utcOffset: number): RequestedEnd | undefined {
    return until === undefined ? validity && { validFor: msOf(validity) } : { at: until - utcOffset * MS_PER_HOUR };
}

/** Whether the administrator's limits allow the terms. */
export function fitsLimits({ validity, maxUses }: CreateOptions, limits: Limits): boolean {
    const isTooLong = validity !== undefined && (exceedsMaxDays(limits, msOf(validity)) || (validity.count === 0 && !allowsForever(limits)));
    return !isTooLong && (maxUses === undefined || !exceedsMaxUses(limits, maxUses));
}

function hasEnd({ validity, until }: CreateOptions): boolean {
    return validity !== undefined || until !== undefined;
}

/** Reads the term at that word into `options`, and returns the index after it; undefined if the word does not fit. */
function readTerm(
    words: readonly string[],
    at: number,
    localNow: number,
    options: Options,
    takes: readonly Extra[],
): number | 'too-short' | undefined {
    const word = words[at] || '';
    const label = labelAt(words, at);
    if (label && options.label === undefined) {
        options.label = label.value;
        return label.next;
    }
    if (takes.includes('room') && /^#./.test(word)) {
        options.rooms = [...(options.rooms || []), word.slice(1)];
        return at + 1;
    }
    const approval = approvalAt(words, at);
    if (approval && options.approval === undefined) {
        options.approval = approval.value;
        return approval.next;
    }
    const audience = audienceAt(words, at);
    // Whoever creates a link "for everyone" means its uses.
    if (audience && options.audience === undefined && !(audience.value === null && takes.includes('new'))) {
        options.audience = audience.value;
        return audience.next;
    }
    const another = takes.includes('new') ? phraseAt(words, at, DICTIONARY.another) : undefined;
    const uses = usesAt(words, at);
    const moment = momentAt(words, at, localNow);
    const duration = durationAt(words, at);
    if (duration && !hasEnd(options)) {
        if (duration.value === 'too-short') {
            return 'too-short';
        }
        options.validity = duration.value;
        return duration.next;
    }
    if (uses && options.maxUses === undefined) {
        options.maxUses = uses.value;
        // A link for one person: two of them are two links.
        if (uses.isOnce && takes.includes('new')) {
            options.isNew = true;
        }
        return uses.next;
    }
    if (moment && !hasEnd(options)) {
        options.until = moment.value;
        return moment.next;
    }
    if (another !== undefined) {
        options.isNew = true;
        return another;
    }
    if (uses || duration || moment) {
        return undefined;
    }
    // "until" may stand before a duration as well.
    const filler = phraseAt(words, at, DICTIONARY.until) || afterFillers(words, at);
    return filler > at ? filler : undefined;
}

/** Reads a text in quotes, or one word after a word such as `label`. */
function labelAt(words: readonly string[], at: number): { readonly value: string; readonly next: number } | undefined {
    const [word = '', following] = words.slice(at, at + 2);
    const quoted = quotedText(word);
    if (quoted !== undefined) {
        return { value: quoted, next: at + 1 };
    }
    if (following === undefined || !DICTIONARY.label.has(foldWord(word))) {
        return undefined;
    }
    const text = quotedText(following);
    return { value: text === undefined ? following : text, next: at + 2 };
}

/** Rewrites options as people know them from other programs: `--days 7`, `-d 7` and `days=7` to `7 days`. */
function splitOptions(words: readonly string[]): string[] {
    const result: string[] = [];
    for (let index = 0; index < words.length; index++) {
        const word = words[index] || '';
        const [, dashed, name = '', joined] = /^(--?)?([a-z][a-z-]*)(?:[=:](.+))?$/i.exec(word) || [];
        if ((dashed === undefined && joined === undefined) || !isKnown(name)) {
            result.push(...splitHyphens(word));
            continue;
        }
        const value = joined === undefined ? words[index + 1] : joined;
        const isCount = value !== undefined && /^\d{1,9}$/.test(value);
        if (isCount) {
            result.push(...(DICTIONARY.units.has(foldWord(name)) ? [value, name] : [`x${value}`]));
        } else {
            result.push(name, ...(joined === undefined ? [] : [joined]));
        }
        index += isCount && joined === undefined ? 1 : 0;
    }
    return result;
}

/** Returns the words of `demi-heure`, if each part is a number or a unit. */
function splitHyphens(word: string): string[] {
    const parts = word.split('-');
    return parts.length > 1 && parts.every((part) => DICTIONARY.numbers.has(foldWord(part)) || DICTIONARY.units.has(foldWord(part))) ? parts : [word];
}

function isKnown(name: string): boolean {
    const { units, uses, upTo, once, never, unlimited, another, label, fillers, until, approval } = DICTIONARY;
    return [units, uses, upTo, once, never, unlimited, another, label, fillers, until, approval].some((words) => words.has(foldWord(name)));
}
