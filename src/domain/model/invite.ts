export const MS_PER_MINUTE = 60 * 1000;
export const MS_PER_HOUR = 60 * MS_PER_MINUTE;
export const MS_PER_DAY = 24 * MS_PER_HOUR;

const MS_PER = { minute: MS_PER_MINUTE, hour: MS_PER_HOUR, day: MS_PER_DAY, week: 7 * MS_PER_DAY };

/** The requested validity of an invite; a count of 0 = forever. */
export interface Validity {
    readonly count: number;
    readonly unit: keyof typeof MS_PER;
}

/** The latest moment that a JavaScript date can represent, in ms. */
const LATEST_DATE = 8.64e15;

/** Lets people join a room. Times are in ms since 1970. */
export interface Invite {
    readonly id: string;
    /** The credential. It is only ever shown to the creator. */
    readonly token: string;
    readonly rid: string;
    /** The creator. */
    readonly userId: string;
    /** How long the invite is valid, in ms; 0 = forever. */
    readonly validFor: number;
    /** How many people can join with it; 0 = any number. */
    readonly maxUses: number;
    readonly createdAt: number;
}

/** How often an invite was used, and when last. */
export interface Usage {
    readonly uses: number;
    readonly lastAt?: number;
}

/** The usage of an unused invite. */
export const NEVER_USED: Usage = { uses: 0 };

/** An invite together with its usage at one moment. */
export interface InviteWithUsage {
    readonly invite: Invite;
    readonly usage: Usage;
}

/** Returns when the invite expires, in ms since 1970; null = never. */
export function expiresAt({ createdAt, validFor }: Pick<Invite, 'createdAt' | 'validFor'>): number | null {
    return validFor === 0 ? null : createdAt + validFor;
}

/** Returns the validity in whole days, rounded up. Only chat offers hours and minutes. */
export function daysOf({ validFor }: Pick<Invite, 'validFor'>): number {
    return Math.ceil(validFor / MS_PER_DAY);
}

/** Whether the validity of the invite is over. */
export function isExpired(invite: Invite, now: number): boolean {
    const end = expiresAt(invite);
    return end !== null && end <= now;
}

/** Whether the invite has a limit of uses. Its uses are claims then, and counters otherwise. */
export function isLimited({ maxUses }: Pick<Invite, 'maxUses'>): boolean {
    return maxUses > 0;
}

function isUsedUp(invite: Invite, { uses }: Usage): boolean {
    return isLimited(invite) && uses >= invite.maxUses;
}

/** Whether the invite has neither expired nor been used up. */
export function isLive({ invite, usage }: InviteWithUsage, now: number): boolean {
    return !isExpired(invite, now) && !isUsedUp(invite, usage);
}

/** Returns when the invite expired or was used up, in ms since 1970; undefined if it has not ended. */
export function endedAt({ invite, usage }: InviteWithUsage, now: number): number | undefined {
    const ends = [isExpired(invite, now) ? expiresAt(invite) : null, isUsedUp(invite, usage) ? usage.lastAt : null];
    const known = ends.filter((end): end is number => typeof end === 'number');
    return known.length === 0 ? undefined : Math.min(...known);
}

/** Returns a validity in ms. */
export function msOf({ count, unit }: Validity): number {
    return count * MS_PER[unit];
}

/** Whether the expiry of an invite created at `now` can be represented as a date. */
export function hasRepresentableEnd(validFor: number, now: number): boolean {
    return now + validFor <= LATEST_DATE;
}
