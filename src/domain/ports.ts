import { Consumed } from './policies/rateLimiter';
import { Claim, ClaimState } from './model/claim';
import { Invite, Usage } from './model/invite';

/** Who acts, as the server vouches for them. */
export interface Person {
    readonly id: string;
    readonly username: string;
    /** What they call themselves. */
    readonly name?: string;
    /** Whether they may log in. */
    readonly active: boolean;
    /** Roles in the workspace. Roles in a room are the room's to tell. */
    readonly roles: readonly string[];
}

/** A room's type as the server writes it: c channel, p private group, d direct message, l omnichannel. */
export interface Room {
    readonly id: string;
    readonly type: string;
    readonly name?: string;
    readonly fname?: string;
    readonly topic?: string;
    /** The room that a discussion belongs to. */
    readonly parentId?: string;
    /** Kept to be read, and nobody can join. */
    readonly archived: boolean;
    /** Attributes decide who may be in it, and no link can speak for them. */
    readonly managedByAttributes: boolean;
}

/**
 * How a person stands to a room. `unverified`: they have an entry there, and whether it is membership or a ban could not be read.
 * `invited`: somebody asked them in, and they have not answered yet.
 */
export type MembershipStatus = 'none' | 'member' | 'invited' | 'banned' | 'unverified';

/** Tells the log, where an administrator looks, what went wrong. */
export type Report = (message: string, cause?: unknown) => void;

export interface Clock {
    /** ms since 1970. */
    now(): number;
}

export interface Secrets {
    /** A new credential, from a cryptographic source. */
    token(): string;
    /** A new record id. It opens nothing. */
    id(): string;
}

/** What an invite is found again by: its creator's equal invites share all of it. */
export type InviteKey = Pick<Invite, 'userId' | 'rid' | 'validFor' | 'maxUses'>;

/** The invites. None of the look-ups scans. */
export interface InviteStore {
    insert(invite: Invite): Promise<void>;
    byToken(token: string): Promise<Invite | undefined>;
    byId(id: string): Promise<Invite | undefined>;
    byKey(key: InviteKey): Promise<Invite[]>;
    ofRoom(rid: string): Promise<Invite[]>;
    /** Those that the creator made since then, which is at most an hour ago. Deleted ones are not among them. */
    createdSince(userId: string, since: number, now: number): Promise<Invite[]>;
    all(): Promise<Invite[]>;
    /** Of those too that this version of the app cannot read. */
    allIds(): Promise<Set<string>>;
    remove(id: string): Promise<void>;
}

/** The claims to places; see claim.ts and admission.ts. */
export interface ClaimStore {
    insert(claim: Claim): Promise<void>;
    of(subject: string): Promise<Claim[]>;
    /** Changes a claim that is there; one that is gone stays gone. */
    setState(claim: Claim, state: ClaimState): Promise<void>;
    remove(claim: Claim): Promise<void>;
    removeAllOf(subject: string): Promise<void>;
}

/** The wrong tokens that people have tried, as all instances have counted them. */
export interface GuessStore {
    of(userId: string): Promise<Consumed | undefined>;
    keep(userId: string, spent: Consumed): Promise<void>;
    /** Removes counts that began before that moment, as long as `goesOn` says so. */
    sweep(before: number, goesOn: () => boolean): Promise<void>;
}

/** How often invites were used. */
export interface Usages {
    of(invite: Invite): Promise<Usage>;
    /** By invite id; an invite without an entry was never used. */
    all(): Promise<Map<string, Usage>>;
    /** Counts one use of an invite without a limit. The uses of others are their claims. */
    increment(invite: Invite): Promise<void>;
    /** Removes what was counted for an invite that is no more. */
    forget(invite: Invite): Promise<void>;
    /** Removes what guesses left behind that were cut off, and what was counted for invites that are none of these, as long as `goesOn` says so. */
    sweep(known: ReadonlySet<string>, goesOn: () => boolean): Promise<void>;
}

export interface Rooms {
    byId(rid: string): Promise<Room | undefined>;
    byName(name: string): Promise<Room | undefined>;
}

export interface Memberships {
    statusOf(rid: string, person: Person): Promise<MembershipStatus>;
    /** Whether the person has any entry in the room: a member's, an invited person's, a banned one's. */
    hasSubscription(rid: string, userId: string): Promise<boolean>;
    /**
     * Adds a person who has no subscription in the room and still bears the username that they had when they were checked. Rejects if it could not
     * be found out whether they are in afterwards.
     */
    join(rid: string, person: Person): Promise<JoinResult>;
}

/** What came of adding a person to a room, as it was read back. */
export type JoinResult =
    | { readonly kind: 'joined' }
    /** They have a subscription already. They were not handed to the server, which would lift a ban. */
    | { readonly kind: 'subscribed' }
    /** They gave their username away. With `intruder`, so late that somebody else came in by it. */
    | { readonly kind: 'renamed'; readonly intruder?: Intruder }
    /** The server passes over people and rooms that it does not join, often without an error. */
    | { readonly kind: 'not-added'; readonly cause?: unknown };

/** A person who came into a room because they took the username of a person who was let in. */
export interface Intruder {
    readonly userId: string;
    /** Undefined if they are deleted. */
    readonly person?: Person;
    /** Whether they could be taken out again. A ban that was lifted stays lifted. */
    readonly isOut: boolean;
    /** Why they could not be taken out. */
    readonly cause?: unknown;
}

/** The permission table, mirrored by the administrator's settings (contract.md, "Permissions"). */
export interface Permissions {
    mayCreate(person: Person, rid: string): Promise<boolean>;
    mayAddUsers(person: Person, rid: string): Promise<boolean>;
    mayManageAll(person: Person): Promise<boolean>;
    ownsRoom(person: Person, rid: string): Promise<boolean>;
}

export interface Users {
    byUsername(username: string): Promise<Person | undefined>;
    byId(userId: string): Promise<Person | undefined>;
    /** Their username by user id; people who are gone are left out. */
    namesOf(userIds: readonly string[]): Promise<Map<string, string>>;
    /** The rooms in which the user has any entry, a ban's too. */
    roomIdsOf(userId: string): Promise<readonly string[]>;
}

/** What the administrator allows. Ceilings: 0 = none. */
export interface Limits {
    readonly maxDays: number;
    readonly maxUses: number;
    readonly neverExpiring: boolean;
    /** Invites that one person may make within an hour. */
    readonly perHour: number;
}

/** Something that was done with an invite, or tried, worth knowing for administrators. */
export type InviteEvent =
    | { readonly kind: 'created' | 'joined' | 'revoked'; readonly person: Person; readonly invite: Invite }
    /** A person gave their username away while they were let in, and this one came in by it. */
    | { readonly kind: 'intruded'; readonly person: Person; readonly intruder: Intruder; readonly rid: string; readonly invite?: Invite }
    /** A person who is banned from the room tried an invite to it; or, without one, to make one. */
    | { readonly kind: 'refused-banned'; readonly person: Person; readonly rid: string; readonly invite?: Invite };

/** What an operation is about and has come to, for the log and for the room where administrators watch. */
export interface EventSink {
    attachInvite(invite: Pick<Invite, 'id'>): void;
    /** Comes back soon and never rejects: what it tells is done already. */
    publish(event: InviteEvent): Promise<void>;
}
