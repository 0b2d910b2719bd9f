export const TIME_UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/**
 * The words that people type in commands and settings, in one language. Words and phrases are separated by commas. The
 * parser ignores case and accents.
 */
export interface TypedWords {
    readonly units: Readonly<Record<TimeUnit, string>>;
    /** Number words and articles, with the number that each means. */
    readonly numbers: Readonly<Record<string, number>>;
    /** For a link that never expires. */
    readonly never: string;
    /** For a link with any number of uses. */
    readonly unlimited: string;
    /** For a link with one use. */
    readonly once: string;
    /** What is counted: `5 people`. */
    readonly uses: string;
    /** Before a number of uses: `max 5`. */
    readonly upTo: string;
    /** Before a moment: `until friday`. */
    readonly until: string;
    readonly today: string;
    readonly tomorrow: string;
    /** For a link in addition to an equal one. */
    readonly another: string;
    /** Before a label without spaces. */
    readonly label: string;
    /** For a link whose users a manager must approve. */
    readonly approval: string;
    readonly noApproval: string;
    /** Before the people for whom a link is. */
    readonly audience: string;
    /** Between the people for whom a link is. */
    readonly or: string;
    /** Before the name of a role: `for role admin`. */
    readonly role: string;
    /** For a link that is for everybody again. */
    readonly everybody: string;
    /** Words that change nothing, such as `for` and `please`. */
    readonly fillers: string;
}
