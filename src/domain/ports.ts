import { Consumed } from './policies/rateLimiter';
import { Claim, ClaimState } from './model/claim';
import { Counter } from './model/counter';
import { HistoryEntry } from './model/history';
import { Invite, Terms, Usage } from './model/invite';
import { JoinRequest } from './model/joinRequest';
import { Notice } from './model/notice';

/** A user of the workspace, as the server describes them. */
export interface Person {
    readonly id: string;
    readonly username: string;
    /** The display name. */
    readonly name?: string;
    /** Whether the account may log in. */
    readonly active: boolean;
    /** Workspace roles, without roles in a room. */
    readonly roles: readonly string[];
    /** The e-mail addresses that the server has verified, in lower case. */
    readonly verifiedEmails: readonly string[];
}

/** A room. `type` is the server's: c channel, p private group, d direct message, l omnichannel. */
export interface Room {
    readonly id: string;
    readonly type: string;
    readonly name?: string;
    readonly fname?: string;
    readonly topic?: string;
    /** How many members the room has, if the server tells apps. */
    readonly usersCount?: number;
    /** The room that a discussion belongs to. */
    readonly parentId?: string;
    /** Whether the room is read-only and closed to new members. */
    readonly archived: boolean;
    /** Whether user attributes decide the membership; a link cannot override them. */
    readonly managedByAttributes: boolean;
    /** Whether the room is shared with other servers. The server adds nobody to it for an app, without an error. */
    readonly federated: boolean;
}

/**
 * A person's relation to a room. `unverified`: they have a subscription, but it may be a membership or a ban.
 * `invited`: a member invited them, and they have not accepted yet.
 */
export type MembershipStatus = 'none' | 'member' | 'invited' | 'banned' | 'unverified';

/** Logs a fault for administrators. */
export type Report = (message: string, cause?: unknown) => void;

export interface Clock {
    /** ms since 1970. */
    now(): number;
}

export interface TokenSource {
    /** Returns a new token from a cryptographic source. */
    token(): string;
    /** Returns a new record id, which is not a credential. */
    id(): string;
}

/** The fields that find-or-create compares to recognize an equal invite. */
export type InviteKey = Pick<Invite, 'userId' | 'rid'> & Terms;

/** `removed`: the invite was revoked meanwhile. `overtaken`: another edit took place meanwhile. */
export type Revised = 'revised' | 'removed' | 'overtaken';

/** The stored invites. No look-up scans the store. */
export interface InviteStore {
    insert(invite: Invite): Promise<void>;
    /** Replaces `former` by its next revision. `editId` tells apart two edits with the same number. */
    revise(next: Invite, former: Invite, editId: string): Promise<Revised>;
    /** Returns the ids of invites with edits that were interrupted. */
    unfinishedIds(): Promise<Set<string>>;
    /** Finishes edits that were interrupted. */
    finishEdits(id: string): Promise<void>;
    byToken(token: string): Promise<Invite | undefined>;
    /** Whether any invite has, or recently had, that token. */
    hasToken(token: string): Promise<boolean>;
    byId(id: string): Promise<Invite | undefined>;
    byKey(key: InviteKey): Promise<Invite[]>;
    ofRoom(rid: string): Promise<Invite[]>;
    /** Returns the creator's remaining invites created after `since` (ms), which is at most an hour before `now`. */
    createdSince(userId: string, since: number, now: number): Promise<Invite[]>;
    all(): Promise<Invite[]>;
    /** Includes invites that this version of the app cannot read. */
    allIds(): Promise<Set<string>>;
    remove(id: string): Promise<void>;
}

/** The stored claims; src/domain/capacity/admission.ts uses them. */
export interface ClaimStore {
    insert(claim: Claim): Promise<void>;
    of(subject: string): Promise<Claim[]>;
    /** Does nothing if the claim was deleted meanwhile. */
    setState(claim: Claim, state: ClaimState): Promise<void>;
    remove(claim: Claim): Promise<void>;
    removeAllOf(subject: string): Promise<void>;
}

/** The wrong tokens that each person tried, shared by all instances. */
export interface GuessStore {
    of(userId: string): Promise<Consumed | undefined>;
    keep(userId: string, consumed: Consumed): Promise<void>;
    /** Deletes counts that began before that moment (in ms), while `mayContinue` returns true. */
    sweep(before: number, mayContinue: () => boolean): Promise<void>;
}

/** The stored counters of uses; src/domain/capacity/folding.ts writes them. */
export interface CounterStore {
    of(inviteId: string): Promise<Counter[]>;
    insert(counter: Counter): Promise<void>;
    /** Does nothing if the counter was deleted meanwhile. */
    replace(counter: Counter): Promise<void>;
}

/** The invites that a person's last list showed, in its order. */
export interface ShownList {
    readonly userId: string;
    readonly ids: readonly string[];
    /** The number of the first invite. */
    readonly first: number;
    /** When it was shown, in ms since 1970. */
    readonly at: number;
}

/** The last list of each person, shared by all instances. */
export interface ShownListStore {
    of(userId: string): Promise<ShownList | undefined>;
    keep(list: ShownList): Promise<void>;
    /** Deletes lists shown before that moment (in ms), while `mayContinue` returns true. */
    sweep(before: number, mayContinue: () => boolean): Promise<void>;
}

/** The stored uses of invites. */
export interface UsageStore {
    of(invite: Pick<Invite, 'id'>): Promise<Usage>;
    /** Returns the usage of invites by id; an unused invite may be missing. */
    all(): Promise<Map<string, Usage>>;
    /** Returns the ids of invites whose claims are to be settled or folded (needsSettling in model/counter.ts). */
    unsettledIds(threshold: number): Promise<Set<string>>;
    /** Deletes the uses of a deleted invite. */
    forget(invite: Pick<Invite, 'id'>): Promise<void>;
    /** Deletes leftovers of interrupted attempts and of invites not in `known`, while `mayContinue` returns true. */
    sweep(known: ReadonlySet<string>, mayContinue: () => boolean): Promise<void>;
}

/** The stored requests to join by invites that need approval. */
export interface RequestStore {
    insert(request: JoinRequest): Promise<void>;
    /** Does nothing if the request was deleted meanwhile. */
    replace(request: JoinRequest): Promise<void>;
    byId(id: string): Promise<JoinRequest | undefined>;
    ofPerson(inviteId: string, personId: string): Promise<JoinRequest[]>;
    ofInvite(inviteId: string): Promise<JoinRequest[]>;
    ofRoom(rid: string): Promise<JoinRequest[]>;
    all(): Promise<JoinRequest[]>;
    remove(id: string): Promise<void>;
}

/** The stored history of attempts to use invites. Days are `yyyy-mm-dd`, months `yyyy-mm`, both in UTC. */
export interface HistoryStore {
    /** Adds an entry, or replaces the one with its id. */
    add(entry: HistoryEntry): Promise<void>;
    /** The number of ranks in one chunk of an invite's history. */
    readonly ranksPerChunk: number;
    /** Returns the entries whose rank is in that chunk, counted from 0. */
    ofInvite(inviteId: string, chunk: number): Promise<HistoryEntry[]>;
    ofPerson(personId: string): Promise<HistoryEntry[]>;
    ofRoom(rid: string, month: string): Promise<HistoryEntry[]>;
    ofDay(day: string): Promise<HistoryEntry[]>;
    removeDay(day: string): Promise<void>;
    removePerson(personId: string): Promise<void>;
    /** Returns the day before which everything was removed; undefined if nothing ever was. */
    sweptUntil(): Promise<string | undefined>;
    noteSwept(day: string): Promise<void>;
}

/** Tells people in the background. */
export interface NoticeRequests {
    /** Never rejects. */
    request(notice: Notice): Promise<void>;
}

/** Remembers what people were told. `key` names one notice. */
export interface NoticeStore {
    has(key: string): Promise<boolean>;
    add(key: string, inviteId: string, at: number): Promise<void>;
    /** Deletes notices about invites that are not in `known`, while `mayContinue` returns true. */
    sweep(known: ReadonlySet<string>, mayContinue: () => boolean): Promise<void>;
}

/** Asks for a fold of an invite's claims in the background. */
export interface FoldRequests {
    request(inviteId: string): Promise<void>;
}

/** Sends links by e-mail. */
export interface InviteMails {
    /** Whether the workspace has a mail server and a sender. */
    isConfigured(): Promise<boolean>;
    /** Rejects if the server does not accept the e-mail. The server does not report what happens to it afterwards. */
    send(address: string, invite: Invite, rooms: readonly Room[], creator: Person): Promise<void>;
}

/** The roles that people have in the workspace. */
export interface WorkspaceRoles {
    /** Returns the id of the role with that id or name; undefined if there is none. */
    idOf(name: string): Promise<string | undefined>;
    /** Returns the name of a role, or its id if there is none. */
    nameOf(id: string): Promise<string>;
}

export interface Rooms {
    byId(rid: string): Promise<Room | undefined>;
    byName(name: string): Promise<Room | undefined>;
}

export interface Memberships {
    /** Returns the status of exactly this person, or `unverified` if only their own login could read it. */
    statusOf(rid: string, person: Person): Promise<MembershipStatus>;
    /** Whether the person has a subscription in the room, as a member, invited or banned. */
    hasSubscription(rid: string, userId: string): Promise<boolean>;
    /**
     * Adds a person to the room, unless they have a subscription there or their username changed since it was read.
     * Rejects if the result cannot be read back.
     */
    join(rid: string, person: Person): Promise<JoinResult>;
}

/** The result of adding a person to a room, read back from the server. */
export type JoinResult =
    | { readonly kind: 'joined' }
    /** The person already had a subscription, so they were not added again: that would lift a ban. */
    | { readonly kind: 'subscribed' }
    /** The person gave their username away. `intruder` is set if another user joined with it. */
    | { readonly kind: 'renamed'; readonly intruder?: Intruder }
    /** The server did not add the person. It often does so without an error. */
    | { readonly kind: 'not-added'; readonly cause?: unknown };

/** A user who joined a room by taking the username of the person being added. */
export interface Intruder {
    readonly userId: string;
    /** Undefined if the account was deleted. */
    readonly person?: Person;
    /** Whether the app removed them again. A lifted ban stays lifted. */
    readonly isRemoved: boolean;
    /** The error if they could not be removed. */
    readonly cause?: unknown;
}

/** The app's permissions. They follow the server's permission table, unless settings override it. */
export interface Permissions {
    mayCreate(person: Person, rid: string): Promise<boolean>;
    mayAddUsers(person: Person, rid: string): Promise<boolean>;
    mayManageAll(person: Person): Promise<boolean>;
    ownsRoom(person: Pick<Person, 'id'>, rid: string): Promise<boolean>;
}

export interface Users {
    byUsername(username: string): Promise<Person | undefined>;
    byId(userId: string): Promise<Person | undefined>;
    /** Returns usernames by user id, without deleted accounts. */
    namesOf(userIds: readonly string[]): Promise<Map<string, string>>;
    /** Returns the ids of the rooms where the user has a subscription, bans included. */
    roomIdsOf(userId: string): Promise<readonly string[]>;
}
