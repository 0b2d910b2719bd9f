import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../domain/model/invite';
import { Vocabulary } from './messages';

/** Returns a validity in its largest whole unit, such as `12 hours`. The parser understands it. */
export function validityText(validForMs: number, { duration }: Vocabulary): string {
    if (validForMs % MS_PER_DAY === 0) {
        return duration.day(validForMs / MS_PER_DAY);
    }
    return validForMs % MS_PER_HOUR === 0 ? duration.hour(validForMs / MS_PER_HOUR) : duration.minute(validForMs / MS_PER_MINUTE);
}
