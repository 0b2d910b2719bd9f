import { roomPath } from '../../domain/link.ts';

export interface Room {
    readonly _id?: string;
    readonly name?: string;
    readonly fname?: string;
    readonly t: string;
    readonly topic?: string;
    readonly usersCount?: number;
}

/** A room of an invite, as `inviteInfo` returns it. */
export interface InviteRoom extends Room {
    /** Whether the visitor is in it already. */
    readonly member?: boolean;
}

/** A room of an invite, as `useInviteToken` returns it. It has a name only if the visitor may know it. */
export interface RoomResult extends Room {
    /** Whether the visitor is in it now. */
    readonly joined: boolean;
}

export interface Person {
    readonly name?: string;
    readonly username?: string;
}

/** A person's request to join, for a manager to decide. */
export interface Request {
    readonly state: 'pending' | 'denied';
}

/** What `inviteInfo` returns about an invite. */
export interface Invite {
    /** The first room that the visitor may join, or the first one that they are in. */
    readonly room: Room;
    /** The rooms that the visitor may join or is in. */
    readonly rooms: readonly InviteRoom[];
    readonly invitedBy?: Person;
    readonly expires: string | null;
    /** How many people may use the invite; 0 = any number. */
    readonly maxUses?: number;
    /** How many more people may use it, if there is a limit. */
    readonly usesLeft?: number;
    /** Whether the visitor is in all rooms already. */
    readonly member?: boolean;
    /** Whether a manager has to let the visitor in. */
    readonly approval?: boolean;
    /** The visitor's request, if there is one that stands. */
    readonly request?: Request;
}

/** Returns a path of this workspace, whatever the room's name is. */
export function pathOf({ name, t }: Room): string {
    return name ? `/${roomPath({ type: t, name })}` : '/home';
}
