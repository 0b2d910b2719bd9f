import type { Outcome } from '../../domain/model/history.ts';
import type { InviteState, Notify } from '../../domain/model/invite.ts';
import type { SuspensionReason } from '../../domain/policies/suspension.ts';

/** A room, as endpoints name it. Of a deleted one, only the id is left. */
export interface Room {
    readonly _id: string;
    readonly name?: string;
    readonly fname?: string;
    readonly t?: string;
}

/** A person, as endpoints name them. Of a deleted account, only the id is left. */
export interface Person {
    readonly _id: string;
    readonly username?: string;
    readonly name?: string;
}

/** An invite, as people who manage it see it (docs/api.md). */
export interface Invite {
    readonly _id: string;
    readonly userId: string;
    /** How many people may use it; 0 = any number. */
    readonly maxUses: number;
    readonly uses: number;
    readonly createdAt: string;
    readonly expires: string | null;
    readonly rooms: readonly Room[];
    readonly createdBy?: Person;
    readonly label: string | null;
    readonly state: InviteState;
    readonly reason?: SuspensionReason | 'room-archived';
    readonly approval: boolean;
    readonly audience: {
        readonly usernames?: readonly string[];
        readonly emailDomains?: readonly string[];
        readonly roles?: readonly string[];
        /** The address to which the link was sent. */
        readonly emails?: readonly string[];
    } | null;
    readonly notify: Notify;
    /** How many requests wait for a decision. */
    readonly requests: number;
    /** Counts the edits. */
    readonly revision: number;
    readonly mayEdit: boolean;
    readonly mayRevoke: boolean;
    /** The link. The creator alone gets it. */
    readonly url?: string;
}

/** What `invites.list` returns. */
export interface InvitesBody extends Paged {
    readonly invites: readonly Invite[];
    /** Whether the caller may revoke all links of the room, or without one of any person and of the workspace. */
    readonly mayRevokeAll: boolean;
    /** Whether links can be sent by e-mail. */
    readonly mayEmail: boolean;
}

/** One attempt to use an invite. */
export interface Attempt {
    readonly _id: string;
    readonly person: Person;
    readonly rooms: readonly Room[];
    readonly at: string;
    readonly outcome: Outcome;
}

/** A person's request to join. */
export interface JoinRequest {
    readonly _id: string;
    readonly invite: { readonly _id: string; readonly label: string | null };
    readonly rooms: readonly Room[];
    readonly person: Person;
    readonly at: string;
    readonly state: 'pending' | 'approved' | 'denied';
}

/** The numbers of a page of a list. */
export interface Paged {
    readonly offset: number;
    readonly count: number;
    readonly total: number;
}
