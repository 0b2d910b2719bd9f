export const MS_PER_MINUTE = 60 * 1000;
export const MS_PER_HOUR = 60 * MS_PER_MINUTE;
export const MS_PER_DAY = 24 * MS_PER_HOUR;

const MS_PER = { minute: MS_PER_MINUTE, hour: MS_PER_HOUR, day: MS_PER_DAY, week: 7 * MS_PER_DAY };

/** How long an invite is asked to be valid; a count of 0 = for ever. */
export interface Validity {
    readonly count: number;
    readonly unit: keyof typeof MS_PER;
}

/** The last moment that a date can hold. */
const LAST_MOMENT = 8.64e15;

/** What lets people into a room. Times are in ms since 1970. */
export interface Invite {
    readonly id: string;
    /** The credential. Only the invite's creator is ever shown it. */
    readonly token: string;
    readonly rid: string;
    /** Who created it. */
    readonly userId: string;
    /** How long it is valid, in ms; 0 = for ever. */
    readonly validFor: number;
    /** How many people it lets in; 0 = any number. */
    readonly maxUses: number;
    readonly createdAt: number;
}

/** How often an invite has let somebody in, and when last. */
export interface Usage {
    readonly uses: number;
    readonly lastAt?: number;
}

export const NEVER_USED: Usage = { uses: 0 };

/** An invite together with its usage at one moment. */
export interface InviteWithUsage {
    readonly invite: Invite;
    readonly usage: Usage;
}

/** When the invite ends, in ms; null = never. */
export function expiresAt({ createdAt, validFor }: Pick<Invite, 'createdAt' | 'validFor'>): number | null {
    return validFor === 0 ? null : createdAt + validFor;
}

/** Validity in whole days, rounded up; hours and minutes exist only in chat (contract.md, "The command"). */
export function daysOf({ validFor }: Pick<Invite, 'validFor'>): number {
    return Math.ceil(validFor / MS_PER_DAY);
}

export function isExpired(invite: Invite, now: number): boolean {
    const end = expiresAt(invite);
    return end !== null && end <= now;
}

function isUsedUp({ maxUses }: Invite, { uses }: Usage): boolean {
    return maxUses > 0 && uses >= maxUses;
}

export function isLive({ invite, usage }: InviteWithUsage, now: number): boolean {
    return !isExpired(invite, now) && !isUsedUp(invite, usage);
}

/** When the invite stopped letting people in, in ms; undefined: it has not. */
export function endedAt({ invite, usage }: InviteWithUsage, now: number): number | undefined {
    const ends = [isExpired(invite, now) ? expiresAt(invite) : null, isUsedUp(invite, usage) ? usage.lastAt : null];
    const known = ends.filter((end): end is number => typeof end === 'number');
    return known.length === 0 ? undefined : Math.min(...known);
}

/** A validity in ms. */
export function msOf({ count, unit }: Validity): number {
    return count * MS_PER[unit];
}

/** Whether the end of an invite made at `now` can be written down as a date at all. */
export function hasRepresentableEnd(validFor: number, now: number): boolean {
    return now + validFor <= LAST_MOMENT;
}
