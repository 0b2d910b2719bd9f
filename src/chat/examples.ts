import { Validity } from '../domain/model/invite';
import { Command } from './parse';
import { TypedWords } from './messages';

export const EXAMPLE_VALIDITY: Validity = { count: 7, unit: 'day' };
export const EXAMPLE_USES = 10;

/** The same in every language. */
export const SHORT_FORMS = ['90m', '12h', '7d', '2w', `x${EXAMPLE_USES}`];

export type Create = Extract<Command, { kind: 'create' }>;

/** Durations as the reader may type them. */
export function durationExamples({ duration }: TypedWords): string[] {
    return [duration.minute(90), duration.hour(12), duration.day(7), duration.week(2)];
}

/** `a, b or c`. */
export function alternatives(examples: readonly string[], or: string): string {
    return [...examples.slice(0, -2), examples.slice(-2).join(` ${or} `)].join(', ');
}

/** A validity as the reader types it. */
export function durationText({ count, unit }: Validity, { duration, never }: TypedWords): string {
    return count === 0 ? never : duration[unit](count);
}

/** What to type to create a link, in the reader's words. */
export function createLine({ validity, maxUses, room }: Partial<Create>, typed: TypedWords): string {
    return [
        'create',
        ...(validity ? [durationText(validity, typed)] : []),
        ...(maxUses === undefined ? [] : [maxUses === 0 ? typed.unlimited : typed.uses(maxUses)]),
        ...(room === undefined ? [] : [`#${room}`]),
    ].join(' ');
}
