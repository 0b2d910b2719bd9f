import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, Validity } from '../domain/model/invite';
import { Vocabulary } from './messages';

/** Returns a validity in the reader's language, as the parser understands it. */
export function durationText({ count, unit }: Validity, { duration, never }: Vocabulary): string {
    return count === 0 ? never : duration[unit](count);
}

/** Returns a validity in ms in its largest whole unit up to days, such as `12 hours`. */
export function validityText(validForMs: number, vocabulary: Vocabulary): string {
    return durationText(inWholeUnits(validForMs), vocabulary);
}

/** Returns a validity in ms, which must be whole minutes, in its largest whole unit up to days. */
export function inWholeUnits(ms: number): Validity {
    if (ms % MS_PER_DAY === 0) {
        return { count: ms / MS_PER_DAY, unit: 'day' };
    }
    return ms % MS_PER_HOUR === 0 ? { count: ms / MS_PER_HOUR, unit: 'hour' } : { count: ms / MS_PER_MINUTE, unit: 'minute' };
}
