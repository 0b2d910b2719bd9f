import { Validity } from './invite';

const UNITS = { m: 'minute', h: 'hour', d: 'day', w: 'week' } as const;

/** `90m`, `12h`, `7d`, `2w` and `never`, in any case, as a validity; undefined: the word is none of these. */
export function parseDuration(word: string): Validity | undefined {
    const typed = word.toLowerCase();
    if (typed === 'never') {
        return { count: 0, unit: 'day' };
    }
    const match = /^(\d{1,9})([mhdw])$/.exec(typed);
    // "0d" is no way to say for ever: whoever means that can say never.
    return match && Number(match[1]) > 0 ? { count: Number(match[1]), unit: UNITS[match[2] as keyof typeof UNITS] } : undefined;
}

/** `x10`, `10x`, `once` and `unlimited`, in any case, as a number of uses (0 = any number); undefined: the word is none of these. */
export function parseUses(word: string): number | undefined {
    const typed = word.toLowerCase();
    if (typed === 'once') {
        return 1;
    }
    if (typed === 'unlimited') {
        return 0;
    }
    const match = /^x(\d{1,9})$/.exec(typed) || /^(\d{1,9})x$/.exec(typed);
    return match && Number(match[1]) > 0 ? Number(match[1]) : undefined;
}
