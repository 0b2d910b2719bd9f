/** The server's documents and their field names, as far as the workspace needs them. */

export interface UserDocument {
    _id: string;
    username?: string;
    name?: string;
    type: 'user' | 'bot' | 'app';
    active: boolean;
    roles: string[];
    createdAt: Date;
    _updatedAt: Date;
    appId?: string;
    utcOffset?: number;
    emails?: { address: string; verified: boolean }[];
    settings?: { preferences?: { language?: string } };
    services: {
        password?: { salt: string; hash: string };
        resume: { loginTokens: { hashedToken: string; when: Date }[] };
    };
}

export type RoomKind = 'c' | 'p' | 'd' | 'l';

export interface RoomDocument {
    _id: string;
    t: RoomKind;
    name?: string;
    fname?: string;
    topic?: string;
    description?: string;
    u?: { _id: string; username?: string };
    uids?: string[];
    prid?: string;
    teamId?: string;
    teamMain?: boolean;
    /** Whether the server adds everybody to it who becomes a member of its team. */
    teamDefault?: boolean;
    archived?: boolean;
    default?: boolean;
    ro?: boolean;
    /** By username. */
    muted?: string[];
    unmuted?: string[];
    sysMes?: boolean | string[];
    customFields?: Record<string, unknown>;
    federated?: boolean;
    abacAttributes?: { key: string; values: string[] }[];
    msgs: number;
    usersCount: number;
    ts: Date;
    _updatedAt: Date;
    lm?: Date;
}

/** A team, and the room in which all its members are. */
export interface TeamDocument {
    _id: string;
    name: string;
    roomId: string;
}

export interface TeamMemberDocument {
    _id: string;
    teamId: string;
    userId: string;
}

export type RoomRole = 'owner' | 'moderator' | 'leader';

export interface SubscriptionDocument {
    _id: string;
    rid: string;
    t: RoomKind;
    name?: string;
    fname?: string;
    u: { _id: string; username?: string; name?: string };
    roles?: RoomRole[];
    /** Undefined for a member. A banned person keeps the subscription. */
    status?: 'BANNED' | 'INVITED';
    ts: Date;
    ls?: Date;
    open: boolean;
    alert: boolean;
    unread: number;
}

export interface MessageDocument {
    _id: string;
    rid: string;
    /** System messages carry a type: `uj` joined, `au` added, `user-banned`, `user-unbanned`. */
    t?: string;
    msg: string;
    tmid?: string;
    /** What clients that support blocks show instead of the text. */
    blocks?: unknown[];
    u: { _id: string; username?: string; name?: string };
    ts: Date;
    _updatedAt: Date;
}

/** A custom role. The server's built-in roles are not stored here. */
export interface RoleDocument {
    _id: string;
    name: string;
}

/** A permission that differs from the server's defaults. Roles are ids. */
export interface PermissionDocument {
    _id: string;
    roles: string[];
    _updatedAt: Date;
}

export interface SettingDocument {
    _id: string;
    value: unknown;
    /** Whether apps cannot read it. */
    secret?: boolean;
}

export interface AppJobDocument {
    _id: string;
    appId: string;
    interval: string | number;
}

export interface AppPackageDocument {
    _id: string;
    zip: Uint8Array;
}

export interface AssociationDocument {
    model: string;
    id: string;
}

export interface PersistenceDocument {
    _id: string;
    appId: string;
    associations?: AssociationDocument[];
    data: object;
}
