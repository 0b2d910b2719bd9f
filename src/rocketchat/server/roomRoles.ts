import { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

/** The roles that people have in a room, not in the workspace. */
export const ROOM_ROLES = ['owner', 'moderator', 'leader'] as const;
export type RoomRole = (typeof ROOM_ROLES)[number];

/** Who has which role in which room; each is asked of the server once a request. */
export class RoomRoles {
    private readonly holders = new Map<string, Promise<readonly string[]>>();

    constructor(private readonly reader: IRoomRead) {}

    /** Has read anew what this request has read before. */
    forget(): void {
        this.holders.clear();
    }

    /** Whether the user has any of the roles in the room. A ban takes them all away, so having one proves membership. */
    async hasAny(rid: string, userId: string, roles: readonly string[]): Promise<boolean> {
        // One after another: mostly the first one answers, and each is a call to the server.
        for (const role of ROOM_ROLES.filter((name) => roles.includes(name))) {
            if ((await this.holdersOf(rid, role)).includes(userId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the user is known to have a role in the room, from what was asked already. */
    async hasCachedRole(rid: string, userId: string): Promise<boolean> {
        const asked = ROOM_ROLES.map((role) => this.holders.get(keyOf(rid, role)));
        const known = await Promise.all(asked.map(async (holders): Promise<readonly string[]> => (await holders) || []));
        return known.some((ids) => ids.includes(userId));
    }

    private holdersOf(rid: string, role: RoomRole): Promise<readonly string[]> {
        const key = keyOf(rid, role);
        const known = this.holders.get(key) || this.ask(rid, role);
        this.holders.set(key, known);
        return known;
    }

    private async ask(rid: string, role: RoomRole): Promise<readonly string[]> {
        const users: IUser[] | undefined = await this.request(rid, role);
        return (users || []).map(({ id }) => id);
    }

    private request(rid: string, role: RoomRole): Promise<IUser[]> {
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
