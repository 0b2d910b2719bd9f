import { IModify, IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Joining, Memberships, Person, Standing } from '../domain/ports';
import { ROOM_ROLES, RoomRoles } from './roomRoles';
import { SubscriptionProbe } from './subscriptionProbe';

/** What the server's probe rejects with for a user without a subscription (engine-facts.md, 2). */
const NO_SUBSCRIPTION = 'User not subscribed to room';

/** Who is in which room, and the way in. */
export class ServerMemberships implements Memberships {
    /** `probe`: for the caller of this request, when the request carried a login. */
    constructor(
        private readonly reader: IRoomRead,
        private readonly modify: IModify,
        private readonly roles: RoomRoles,
        private readonly probe?: SubscriptionProbe,
    ) {}

    async hasEntry(rid: string, userId: string): Promise<boolean> {
        try {
            const unread: unknown = await this.reader.getUserUnreadMessageCount(rid, userId);
            if (typeof unread !== 'number') {
                throw new Error('The membership could not be read: does the app have the permission "room.read"?');
            }
            return true;
        } catch (error) {
            if (error instanceof Error && error.message.includes(NO_SUBSCRIPTION)) {
                return false;
            }
            throw error;
        }
    }

    async standing(rid: string, person: Person): Promise<Standing> {
        if (!(await this.hasEntry(rid, person.id))) {
            return 'none';
        }
        if (await this.roles.hasAny(rid, person.id, ROOM_ROLES)) {
            return 'member';
        }
        return this.probe ? this.probe.standing(rid) : 'unverified';
    }

    async join(rid: string, person: Person): Promise<Joining> {
        let cause: unknown;
        try {
            await this.add(rid, person);
        } catch (error) {
            cause = error;
        }
        return { isIn: await this.hasEntry(rid, person.id), cause };
    }

    private async add(rid: string, person: Person): Promise<void> {
        const updater = this.modify.getUpdater();
        // The second parameter is who updates; the engine ignores it.
        const room = await updater.room(rid, { id: person.id } as IUser);
        room.addMemberToBeAddedByUsername(person.username);
        if (!room.getDisplayName()) {
            // Rooms from before display names have none, and the engine updates none without: what people read there is the name.
            room.setDisplayName(room.getSlugifiedName());
        }
        await updater.finish(room);
    }
}
