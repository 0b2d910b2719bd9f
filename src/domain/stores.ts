import { Consumed } from './policies/rateLimiter';
import { Claim, ClaimState } from './model/claim';
import { Counter } from './model/counter';
import { HistoryEntry } from './model/history';
import { Invite, Terms, Usage } from './model/invite';
import { JoinRequest } from './model/joinRequest';

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

/** Remembers what people were told. `key` names one notice. */
export interface NoticeStore {
    has(key: string): Promise<boolean>;
    add(key: string, inviteId: string, at: number): Promise<void>;
    /** Deletes notices about invites that are not in `known`, while `mayContinue` returns true. */
    sweep(known: ReadonlySet<string>, mayContinue: () => boolean): Promise<void>;
}
