import { IModify, IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Joining, Memberships, Person, Standing } from '../domain/ports';
import { ROOM_ROLES, RoomRoles } from './roomRoles';
import { ServerRooms } from './rooms';
import { SubscriptionProbe } from './subscriptionProbe';

/** What the server's probe rejects with for a user without a subscription (engine-facts.md, 2). */
const NO_SUBSCRIPTION = 'User not subscribed to room';

/** Who is in which room, and the way in. */
export class ServerMemberships implements Memberships {
    /** `probe`: for the caller of this request, when the request carried a login. */
    constructor(
        private readonly reader: IRoomRead,
        private readonly modify: IModify,
        private readonly rooms: ServerRooms,
        private readonly roles: RoomRoles,
        private readonly probe?: SubscriptionProbe,
    ) {}

    /** A role in the room that was seen in this request says so as well, and costs no call. */
    async hasEntry(rid: string, userId: string): Promise<boolean> {
        if (await this.roles.isKnownToHaveOne(rid, userId)) {
            return true;
        }
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
        if (await this.roles.isKnownToHaveOne(rid, person.id)) {
            return 'member';
        }
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

    /**
     * By the room updater, with a room that changes nothing but its members. The engine insists on a creator and a display name, which rooms may lack
     * (a deleted creator, rooms from before display names); what is put in for its sake is not among the changes that it sends.
     */
    private async add(rid: string, person: Person): Promise<void> {
        const room = await this.rooms.raw(rid);
        if (!room) {
            throw new Error(`There is no room ${rid}`);
        }
        const builder = this.modify.getCreator().startRoom({
            ...room,
            creator: room.creator || ({ id: person.id } as IUser),
            displayName: room.displayName || room.slugifiedName,
        });
        builder.getRoom().id = rid;
        builder.addMemberToBeAddedByUsername(person.username);
        await this.modify.getUpdater().finish(builder);
    }
}
