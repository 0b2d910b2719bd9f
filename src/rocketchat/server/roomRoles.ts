import { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

/** The roles that a room grants, as opposed to the workspace's roles. */
export const ROOM_ROLES = ['owner', 'moderator', 'leader'] as const;
export type RoomRole = (typeof ROOM_ROLES)[number];

/** Reads the holders of each role in a room, once per request. */
export class RoomRoles {
    private readonly holders = new Map<string, Promise<readonly string[]>>();

    constructor(private readonly reader: IRoomRead) {}

    /** Discards what this request has read, so that the next call reads it from the server again. */
    forget(): void {
        this.holders.clear();
    }

    /** Whether the user has any of the roles in the room. A ban removes all roles, so having one proves membership. */
    async hasAny(rid: string, userId: string, roles: readonly string[]): Promise<boolean> {
        // One after another, because each is a call to the server and the first usually suffices.
        for (const role of ROOM_ROLES.filter((name) => roles.includes(name))) {
            if ((await this.holdersOf(rid, role)).includes(userId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a role of the user in the room was already read in this request. Never calls the server. */
    async hasCachedRole(rid: string, userId: string): Promise<boolean> {
        const cached = ROOM_ROLES.map((role) => this.holders.get(keyOf(rid, role)));
        const holders = await Promise.all(cached.map(async (ids): Promise<readonly string[]> => (await ids) || []));
        return holders.some((ids) => ids.includes(userId));
    }

    private holdersOf(rid: string, role: RoomRole): Promise<readonly string[]> {
        const key = keyOf(rid, role);
        const holders = this.holders.get(key) || this.fetchIds(rid, role);
        this.holders.set(key, holders);
        return holders;
    }

    private async fetchIds(rid: string, role: RoomRole): Promise<readonly string[]> {
        const users: IUser[] | undefined = await this.fetchUsers(rid, role);
        return (users || []).map(({ id }) => id);
    }

    private fetchUsers(rid: string, role: RoomRole): Promise<IUser[]> {
        switch (role) {
            case 'owner':
                return this.reader.getOwners(rid);
            case 'moderator':
                return this.reader.getModerators(rid);
            case 'leader':
                return this.reader.getLeaders(rid);
        }
    }
}

function keyOf(rid: string, role: RoomRole): string {
    return `${rid}:${role}`;
}
