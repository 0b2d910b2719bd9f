import { clampUses, clampValidity, exceedsMaxDays, Limits } from '../domain/model/limits';
import { Validity } from '../domain/model/invite';
import { RequestedAudience } from '../domain/useCases/chooseAudience';
import { durationText } from '../i18n/durations';
import { Vocabulary } from '../i18n/messages';
import { momentText } from '../i18n/moments';
import { audienceNames } from './audienceTerms';

export const EXAMPLE_VALIDITY: Validity = { count: 7, unit: 'day' };
export const EXAMPLE_USES = 10;

/** Short forms are the same in every language. */
export const SHORT_FORMS = ['90m', '12h', '7d', '2w', `x${EXAMPLE_USES}`];

/** What the caller typed after `create`. */
export interface CreateOptions {
    readonly validity?: Validity;
    /** When the link expires, in place of a validity: local time, in ms since 1970 as if the caller lived in UTC. */
    readonly until?: number;
    readonly maxUses?: number;
    /** The names of rooms, without `#`; by default, the current one. */
    readonly rooms?: readonly string[];
    readonly label?: string;
    /** Whether a new link is created even if there is an equal one. */
    readonly isNew?: boolean;
    /** Whether a manager must let each person in. */
    readonly approval?: boolean;
    /** The people for whom it is; null = everybody. */
    readonly audience?: RequestedAudience | null;
}

/** Returns example durations in the reader's language. */
export function durationExamples({ duration }: Vocabulary): string[] {
    return [duration.minute(90), duration.hour(12), duration.day(7), duration.week(2)];
}

/** Joins examples to `a, b or c`. */
export function joinAlternatives(examples: readonly string[], or: string): string {
    return [...examples.slice(0, -2), examples.slice(-2).join(` ${or} `)].join(', ');
}

/** Returns the options within the administrator's limits. `localNow` is the caller's local time (see `until`). */
export function clampTerms(options: CreateOptions, limits: Limits, localNow: number): CreateOptions {
    const { validity, until, maxUses } = options;
    const isTooLate = until !== undefined && exceedsMaxDays(limits, until - localNow);
    return {
        ...options,
        ...(isTooLate && { until: undefined }),
        validity: isTooLate ? { count: limits.maxDays, unit: 'day' } : validity && clampValidity(validity, limits),
        maxUses: maxUses === undefined ? undefined : clampUses(maxUses, limits),
    };
}

/** Returns the text to type to create such a link, in the reader's language. */
export function createCommandText(options: CreateOptions, vocabulary: Vocabulary): string {
    return ['create', ...termWords(options, vocabulary)].join(' ');
}

/** Returns the words that stand for these options after a subcommand's name, in the reader's language. */
export function termWords(
    { validity, until, maxUses, rooms = [], label, isNew, approval, audience }: CreateOptions,
    vocabulary: Vocabulary,
): string[] {
    return [
        ...(validity ? [durationText(validity, vocabulary)] : []),
        ...(until === undefined ? [] : [vocabulary.until(momentText(until))]),
        ...(maxUses === undefined ? [] : [maxUses === 0 ? vocabulary.unlimited : vocabulary.uses(maxUses)]),
        ...rooms.map((room) => `#${room}`),
        ...(label === undefined ? [] : [label.includes(' ') ? `"${label}"` : `label ${label}`]),
        ...(isNew ? ['new'] : []),
        ...(approval === undefined ? [] : [approval ? 'approval' : 'no approval']),
        ...(audience === undefined ? [] : audience === null ? ['for all'] : ['for', ...audienceNames(audience, vocabulary)]),
    ];
}
