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

/** The terms that an invite was created with. Find-or-create compares them. */
export interface Terms {
    /** How long the invite is valid, in ms; 0 = forever. */
    readonly validFor: number;
    /** How many people can join with it; 0 = any number. */
    readonly maxUses: number;
}

/** What the app's bot tells the creator. */
export const NOTIFY = ['none', 'milestones', 'joins'] as const;
export type Notify = (typeof NOTIFY)[number];

/** The people for whom an invite is. A person must match each part that is given. */
export interface Audience {
    readonly userIds?: readonly string[];
    /** Domains of verified e-mail addresses, in lower case. */
    readonly emailDomains?: readonly string[];
    /** Verified e-mail addresses, in lower case. */
    readonly emails?: readonly string[];
    /** The ids of workspace roles. */
    readonly roles?: readonly string[];
}

/** Lets people join a room. Times are in ms since 1970. */
export interface Invite {
    readonly id: string;
    /** The credential. It is only ever shown to the creator. */
    readonly token: string;
    readonly rid: string;
    /** The ids of further rooms that it opens; roomIdsOf returns all. */
    readonly moreRooms: readonly string[];
    /** The creator. */
    readonly userId: string;
    readonly createdAt: number;
    readonly terms: Terms;
    /** When it expires; null = never. */
    readonly expires: number | null;
    /** How many people can join with it; 0 = any number. */
    readonly maxUses: number;
    /** What it is for, in its managers' words. */
    readonly label: string | null;
    /** When it was paused; null = it is not. */
    readonly pausedAt: number | null;
    readonly notify: Notify;
    readonly approval: boolean;
    readonly audience: Audience | null;
    /** Counts the edits. It stays when people join. */
    readonly revision: number;
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

/** The parts of a new invite that its creator chooses. */
export type InviteDraft = Pick<Invite, 'rid' | 'userId' | 'terms'> &
    Partial<Pick<Invite, 'expires' | 'label' | 'notify' | 'approval' | 'audience' | 'moreRooms'>>;

/** Returns a new invite, with defaults for what the draft leaves out. */
export function newInvite(draft: InviteDraft, id: string, token: string, now: number): Invite {
    return {
        moreRooms: [],
        label: null,
        notify: 'milestones',
        approval: false,
        audience: null,
        expires: endOf(draft.terms, now),
        ...draft,
        id,
        token,
        createdAt: now,
        maxUses: draft.terms.maxUses,
        pausedAt: null,
        revision: 0,
    };
}

/** The most rooms that one invite opens. */
export const MAX_ROOMS = 20;

/** Returns the ids of all rooms that an invite opens, in its order. */
export function roomIdsOf({ rid, moreRooms }: Pick<Invite, 'rid' | 'moreRooms'>): readonly string[] {
    return [rid, ...moreRooms];
}

/** Returns the end of an invite created at `createdAt`, in ms since 1970; null = never. */
export function endOf({ validFor }: Pick<Terms, 'validFor'>, createdAt: number): number | null {
    return validFor === 0 ? null : createdAt + validFor;
}

/** Returns the whole days from the creation to the end, rounded up; 0 = it never ends. Only chat offers hours and minutes. */
export function daysOf({ createdAt, expires }: Pick<Invite, 'createdAt' | 'expires'>): number {
    return expires === null ? 0 : Math.ceil((expires - createdAt) / MS_PER_DAY);
}

/** By how many days people extend an invite at once. */
export const EXTENSION_DAYS = 7;

/** Returns the end of an invite after an extension, in ms since 1970. One that is over ends a week from now. */
export function extendedEnd(end: number, now: number): number {
    return Math.max(end, now) + EXTENSION_DAYS * MS_PER_DAY;
}

/** Whether the validity of the invite is over. */
export function isExpired({ expires }: Pick<Invite, 'expires'>, now: number): boolean {
    return expires !== null && expires <= now;
}

/** Whether the invite has a limit of uses. */
export function isLimited({ maxUses }: Pick<Invite, 'maxUses'>): boolean {
    return maxUses > 0;
}

/** Returns the number of seats that the invite has. */
export function seatsOf(invite: Pick<Invite, 'maxUses'>): number {
    return isLimited(invite) ? invite.maxUses : Infinity;
}

/** Whether its uses have reached its limit. */
function isUsedUp(invite: Pick<Invite, 'maxUses'>, { uses }: Usage): boolean {
    return uses >= seatsOf(invite);
}

/** Whether find-or-create may return the invite: nobody has edited it away from its terms or restricted it. */
export function isPlain({ createdAt, expires, maxUses, terms, pausedAt, approval, audience, moreRooms }: Invite): boolean {
    const hasItsTerms = expires === endOf(terms, createdAt) && maxUses === terms.maxUses;
    return hasItsTerms && pausedAt === null && !approval && audience === null && moreRooms.length === 0;
}

/** Whether the invite has neither expired nor been used up. */
export function isLive({ invite, usage }: InviteWithUsage, now: number): boolean {
    return !isExpired(invite, now) && !isUsedUp(invite, usage);
}

/** Returns when the invite expired or was used up, in ms since 1970; undefined if it has not ended. */
export function endedAt({ invite, usage }: InviteWithUsage, now: number): number | undefined {
    const ends = [isExpired(invite, now) ? invite.expires : null, isUsedUp(invite, usage) ? usage.lastAt : null];
    const known = ends.filter((end): end is number => typeof end === 'number');
    return known.length === 0 ? undefined : Math.min(...known);
}

/** The states of an invite, as contract and documentation name them (docs/api.md). */
export const INVITE_STATES = ['active', 'paused', 'suspended', 'expired', 'used-up'] as const;
export type InviteState = (typeof INVITE_STATES)[number];

/** Returns the state of an invite: the last of the list that applies. */
export function stateOf({ invite, usage }: InviteWithUsage, isSuspended: boolean, now: number): InviteState {
    if (isUsedUp(invite, usage)) {
        return 'used-up';
    }
    if (isExpired(invite, now)) {
        return 'expired';
    }
    return isSuspended ? 'suspended' : invite.pausedAt === null ? 'active' : 'paused';
}

/** Returns a validity in ms. */
export function msOf({ count, unit }: Validity): number {
    return count * MS_PER[unit];
}

/** Whether the end can be represented as a date. */
export function isRepresentable(end: number | null): boolean {
    return end === null || end <= LATEST_DATE;
}
