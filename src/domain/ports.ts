import { Invite } from './model/invite';
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

/** Tells people in the background. */
export interface NoticeRequests {
    /** Never rejects. */
    request(notice: Notice): Promise<void>;
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
