import { Validity } from '../domain/model/invite';
import { durationText } from '../i18n/durations';
import { Vocabulary } from '../i18n/messages';

export const EXAMPLE_VALIDITY: Validity = { count: 7, unit: 'day' };
export const EXAMPLE_USES = 10;

/** Short forms are the same in every language. */
export const SHORT_FORMS = ['90m', '12h', '7d', '2w', `x${EXAMPLE_USES}`];

/** What the caller typed after `create`. */
export interface CreateOptions {
    readonly validity?: Validity;
    readonly maxUses?: number;
    /** The name of a room, without `#`. */
    readonly room?: string;
}

/** Returns example durations in the reader's language. */
export function durationExamples({ duration }: Vocabulary): string[] {
    return [duration.minute(90), duration.hour(12), duration.day(7), duration.week(2)];
}

/** Joins examples to `a, b or c`. */
export function joinAlternatives(examples: readonly string[], or: string): string {
    return [...examples.slice(0, -2), examples.slice(-2).join(` ${or} `)].join(', ');
}

/** Returns the text to type to create such a link, in the reader's language. */
export function createCommandText({ validity, maxUses, room }: CreateOptions, vocabulary: Vocabulary): string {
    return [
        'create',
        ...(validity ? [durationText(validity, vocabulary)] : []),
        ...(maxUses === undefined ? [] : [maxUses === 0 ? vocabulary.unlimited : vocabulary.uses(maxUses)]),
        ...(room === undefined ? [] : [`#${room}`]),
    ].join(' ');
}
